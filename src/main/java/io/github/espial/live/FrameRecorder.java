package io.github.espial.live;

import io.github.espial.capture.Frame;
import io.github.espial.read.RunningCapture;

/** Takes the frames of a running capture beside those who judge it. */
@FunctionalInterface
public interface FrameRecorder {
    /** Records nothing. */
    FrameRecorder NONE = (frame, capture) -> {};

    /** Takes one frame; {@code frame} and its octets are valid until this returns. */
    void record(Frame frame, RunningCapture capture);
}
