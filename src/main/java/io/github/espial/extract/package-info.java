/** Writes out of a case what proves its findings: the frames, with comments, and filters that select them. */
@NullMarked
package io.github.espial.extract;

import org.jspecify.annotations.NullMarked;
