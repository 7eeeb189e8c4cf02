package io.github.espial.capture;

/**
 * A comment in a capture.
 *
 * @param frame number of the frame it belongs to; 0 for a comment on a section, an interface or the like
 */
public record CaptureComment(long frame, String text) {}
