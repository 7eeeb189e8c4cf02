/**
 * Networks drawn at random whose truth is known by construction: what was captured in each is diagnosed, and the verdict
 * held against the truth.
 *
 * <p>A {@link Network} is drawn, {@link Traffic} plays it frame by frame, a {@link Tap} decides what of it is captured,
 * a {@link Witness} notes what the capture shows, and {@link Truth} says which verdicts are right then.
 */
@NullMarked
package io.github.espial.simulate;

import org.jspecify.annotations.NullMarked;
