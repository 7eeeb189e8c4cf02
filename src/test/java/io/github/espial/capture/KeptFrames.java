package io.github.espial.capture;

import io.github.espial.bytes.OctetWords;
import io.github.espial.net.LinkTypes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The frames of a capture, kept, so that a piece of it can be read as if it were a capture of its own. */
public final class KeptFrames {
    /** Stands around a kept frame: a view that reads beyond the frame's end finds this, not zeros. */
    private static final byte OUTSIDE = (byte) 0xa5;

    private static final int OUTSIDE_BEFORE = 7;
    private static final int OUTSIDE_AFTER = 64;

    private final CaptureSummary summary;
    private final List<Frame> frames;

    private KeptFrames(CaptureSummary summary, List<Frame> frames) {
        this.summary = summary;
        this.frames = frames;
    }

    /** Whatever reads a capture. */
    public interface Reading {
        /** Hands every frame to {@code sink}. */
        CaptureSummary to(FrameSink sink) throws CaptureException;
    }

    /** Reads a capture to its end. */
    public static KeptFrames of(Reading capture) throws CaptureException {
        List<Frame> kept = new ArrayList<>();
        CaptureSummary summary = capture.to(frame -> kept.add(copy(frame)));
        return new KeptFrames(summary, kept);
    }

    /** One whole frame of no capture: number 1, without a time. */
    public static Frame frame(int linkType, byte[] octets) {
        Frame frame = new Frame();
        enclose(frame, octets);
        frame.originalLength = octets.length;
        frame.number = 1;
        frame.linkType = linkType;
        return frame;
    }

    /** The same, with the direction that a capture told. */
    public static Frame frame(int linkType, byte[] octets, Direction direction) {
        Frame frame = frame(linkType, octets);
        frame.direction = direction;
        return frame;
    }

    /** One whole frame in memory that has not an octet more: who reads beyond the frame fails. */
    public static Frame alone(int linkType, byte[] octets) {
        Frame frame = frame(linkType, octets);
        lie(frame, octets);
        frame.start = 0;
        return frame;
    }

    /** What the whole capture is. */
    public CaptureSummary summary() {
        return summary;
    }

    /** Hands the frames numbered above {@code after}, up to {@code last}, to {@code sink}, numbered from 1. */
    public void replay(long after, long last, FrameSink sink) {
        for (int i = firstAbove(after); i < frames.size() && frames.get(i).number <= last; i++) {
            Frame frame = frames.get(i);
            long number = frame.number;
            frame.number = number - after;
            sink.frame(frame);
            frame.number = number;
        }
    }

    /**
     * Hands all frames to {@code sink}, those of Ethernet changed, as if an interface of another id had delivered them.
     *
     * @param change what becomes of the octets captured
     */
    public void replayChanged(UnaryOperator<byte[]> change, int interfaceId, FrameSink sink) {
        for (Frame frame : frames) {
            byte[] octets = new byte[frame.capturedLength];
            frame.octets().get(frame.start, octets);
            byte[] changed = frame.linkType == LinkTypes.ETHERNET ? change.apply(octets) : octets;
            Frame copy = copy(frame);
            enclose(copy, changed);
            copy.originalLength += changed.length - octets.length;
            copy.interfaceId = interfaceId;
            sink.frame(copy);
        }
    }

    /** Index of the first frame whose number is above {@code number}: numbers ascend, but not always by one. */
    private int firstAbove(long number) {
        int first = (int) Math.min(number, frames.size());
        while (first > 0 && frames.get(first - 1).number > number) {
            first--;
        }
        return first;
    }

    private static Frame copy(Frame frame) {
        byte[] octets = new byte[frame.capturedLength];
        frame.octets().get(frame.start, octets);
        Frame copy = frame(frame.linkType, octets, frame.direction);
        copy.originalLength = frame.originalLength;
        copy.number = frame.number;
        copy.interfaceId = frame.interfaceId;
        copy.hasTime = frame.hasTime;
        copy.nanos = frame.nanos;
        copy.fileOffset = frame.fileOffset;
        return copy;
    }

    private static void enclose(Frame frame, byte[] octets) {
        byte[] around = new byte[OUTSIDE_BEFORE + octets.length + OUTSIDE_AFTER];
        Arrays.fill(around, OUTSIDE);
        System.arraycopy(octets, 0, around, OUTSIDE_BEFORE, octets.length);
        lie(frame, around);
        frame.start = OUTSIDE_BEFORE;
        frame.capturedLength = octets.length;
    }

    private static void lie(Frame frame, byte[] octets) {
        ByteBuffer memory = ByteBuffer.wrap(octets);
        frame.lieIn(memory, new OctetWords(memory));
    }
}
