/** Captures of any size from a seed, and how long whole programs take to read them. */
@NullMarked
package io.github.espial.bench;

import org.jspecify.annotations.NullMarked;
