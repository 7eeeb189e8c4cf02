/**
 * Reads captures of every format there is a reader for, and recognises which one that is.
 *
 * <p>A file that cannot be read at all is a {@link io.github.espial.capture.CaptureException}; a file that is damaged
 * further on is read up to there, and the damage is a {@link io.github.espial.capture.CaptureProblem}.
 */
@NullMarked
package io.github.espial.read;

import org.jspecify.annotations.NullMarked;
