/** Octets before they mean anything: where they come from, windows over them, text in them. */
@NullMarked
package io.github.espial.bytes;

import org.jspecify.annotations.NullMarked;
