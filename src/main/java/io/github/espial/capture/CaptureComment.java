package io.github.espial.capture;

/**
 * A comment in a capture.
 *
 * @param frame number of the frame it belongs to; 0 for a comment on a section, an interface or the like
 */
public record CaptureComment(long frame, String text) {
    /** The comment in a whole in which {@code numbers} frames come before the piece that has it. */
    CaptureComment after(long numbers) {
        return frame == 0 ? this : new CaptureComment(frame + numbers, text);
    }
}
