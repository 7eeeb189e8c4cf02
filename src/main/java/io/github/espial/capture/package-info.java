/**
 * Capture files: one reader per format, what recognises the format, and what a file says about itself.
 *
 * <p>A file that cannot be read at all is a {@link io.github.espial.capture.CaptureException}; a file that is damaged
 * further on is read up to there, and the damage is a {@link io.github.espial.capture.CaptureProblem}. Strings are as
 * the file has them: whoever shows them escapes them.
 */
@NullMarked
package io.github.espial.capture;

import org.jspecify.annotations.NullMarked;
