package io.github.espial.capture;

import java.util.OptionalLong;

/**
 * Something in a capture file that is not as its format demands.
 *
 * @param offset octets from the start of the uncompressed file to the record concerned
 * @param frame number of the frame concerned, which it has or would have had
 * @param text what was expected and what was found, one line
 */
public record CaptureProblem(long offset, OptionalLong frame, String text) {
    /** The problem in a whole in which {@code numbers} frames come before the piece that has it. */
    CaptureProblem after(long numbers) {
        return frame.isPresent()
                ? new CaptureProblem(offset, OptionalLong.of(frame.getAsLong() + numbers), text)
                : this;
    }
}
