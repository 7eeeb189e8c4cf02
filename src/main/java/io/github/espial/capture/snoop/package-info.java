/** The format of Solaris snoop (RFC 1761). */
@NullMarked
package io.github.espial.capture.snoop;

import org.jspecify.annotations.NullMarked;
