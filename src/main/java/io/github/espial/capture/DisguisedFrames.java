package io.github.espial.capture;

import io.github.espial.bytes.OctetWords;
import io.github.espial.store.FrameDisguise;
import java.nio.ByteBuffer;

/** Hands frames on in disguise: with other octets, and all else as it was. Not thread-safe. */
public final class DisguisedFrames implements FrameSink {
    private static final int USUAL = 1 << 16;

    private final FrameSink to;
    private final FrameDisguise disguise;
    private final Frame frame = new Frame();

    public DisguisedFrames(FrameSink to, FrameDisguise disguise) {
        this.to = to;
        this.disguise = disguise;
        allocate(USUAL);
    }

    @Override
    public void frame(Frame original) {
        if (frame.octets().capacity() < original.capturedLength) {
            allocate(original.capturedLength);
        }
        disguise.disguise(
                original.octets(), original.start, original.capturedLength, original.linkType, frame.octets());
        frame.capturedLength = original.capturedLength;
        frame.originalLength = original.originalLength;
        frame.number = original.number;
        frame.interfaceId = original.interfaceId;
        frame.linkType = original.linkType;
        frame.hasTime = original.hasTime;
        frame.nanos = original.nanos;
        frame.direction = original.direction;
        frame.fileOffset = original.fileOffset;
        to.frame(frame);
    }

    private void allocate(int octets) {
        ByteBuffer memory = ByteBuffer.allocate(octets);
        frame.lieIn(memory, new OctetWords(memory));
    }
}
