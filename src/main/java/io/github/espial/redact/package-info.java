/**
 * Redacts a case before it is read: its captures frame by frame, its words entry by entry, its files' names.
 *
 * <p>The input is redacted, not the report. A report is made of some hundred records and of sentences that hold addresses,
 * in six formats; a value that is forgotten in one of them would leak. What is read through a disguise tells nothing to any
 * floor above, which need not know of it. For the same reason a frame is not searched for what must go: the redacted frame
 * begins as zeros, and only what is understood is written to it. Where nothing is to be redacted, no code of this package
 * runs.
 */
@NullMarked
package io.github.espial.redact;

import org.jspecify.annotations.NullMarked;
