/** The pcapng format (draft-ietf-opsawg-pcapng). */
@NullMarked
package io.github.espial.capture.pcapng;

import org.jspecify.annotations.NullMarked;
