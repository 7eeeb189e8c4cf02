package io.github.espial.capture;

/** What takes the frames of a capture, in the order of the file. */
@FunctionalInterface
public interface FrameSink {
    /** Takes one frame; {@code frame} and its octets are valid until this returns. */
    void frame(Frame frame);
}
