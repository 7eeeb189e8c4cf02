/** One immutable report, many formats. A format computes nothing: it renders. */
@NullMarked
package io.github.espial.report;

import org.jspecify.annotations.NullMarked;
