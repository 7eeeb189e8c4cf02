/** Captures that the tests write themselves, octet by octet, and what the readers make of them. */
@NullMarked
package io.github.espial.read;

import org.jspecify.annotations.NullMarked;
