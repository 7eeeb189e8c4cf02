/**
 * Tells what SAs carry by the shape of their packets alone: lengths, times, and what comes back. Estimates, named as such:
 * nothing here makes a verdict, and what chance would show as often is not said.
 */
@NullMarked
package io.github.espial.correlate.shape;

import org.jspecify.annotations.NullMarked;
