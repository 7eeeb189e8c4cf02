package io.github.espial.capture;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.OctetWords;
import java.nio.ByteBuffer;

/** Moves one {@link Frame} over the records of a capture. Nothing is allocated per frame. Not thread-safe. */
public final class FrameCursor {
    private final CaptureLedger ledger;
    private final Frame frame = new Frame();

    public FrameCursor(CaptureLedger ledger) {
        this.ledger = ledger;
    }

    /** The frame; a reader uses it to look at, a sink gets it by {@link #deliver}. */
    public Frame frame() {
        return frame;
    }

    /** Counts the frame of the record that {@code window} stands at, of which nothing else is known yet. */
    public void start(OctetWindow window) {
        start(window.offset());
        frame.lieIn(window.buffer(), window.words());
    }

    /** Counts the frame of the record at {@code offset} of the file, which does not lie in a window. */
    public void start(long offset) {
        frame.number = ledger.countFrame();
        frame.fileOffset = offset;
        frame.direction = Direction.UNKNOWN;
    }

    /**
     * Says where the frame lies.
     *
     * @param start index in the memory of the window
     * @param original length on the wire, unsigned 32-bit
     */
    public void place(int start, int captured, long original) {
        frame.start = start;
        frame.capturedLength = captured;
        frame.originalLength = original;
    }

    /** Says where the frame lies when that is not in a window but in {@code octets}, big-endian. */
    public void place(ByteBuffer octets, int start, int captured, long original) {
        place(octets, new OctetWords(octets), start, captured, original);
    }

    /** Says where the frame lies when that is not in a window but in {@code octets}, big-endian, which has {@code words}. */
    public void place(ByteBuffer octets, OctetWords words, int start, int captured, long original) {
        frame.lieIn(octets, words);
        place(start, captured, original);
    }

    /** Says when the frame passed: nanoseconds since 1970-01-01T00:00Z. */
    public void passedAt(long nanos) {
        frame.nanos = nanos;
        frame.hasTime = true;
    }

    /** Says that it is not known when the frame passed. */
    public void passedAtUnknownTime() {
        frame.nanos = 0;
        frame.hasTime = false;
    }

    /** Says which way the frame went. */
    public void went(Direction direction) {
        frame.direction = direction;
    }

    /** Hands the frame to {@code sink} as one of the interface {@code tally}, which counts it. */
    public void deliver(InterfaceTally tally, FrameSink sink) {
        frame.interfaceId = tally.id();
        frame.linkType = tally.linkType();
        if (frame.capturedLength > frame.originalLength
                && ledger.isNew(CaptureLedger.Oddity.CAPTURED_EXCEEDS_ORIGINAL)) {
            ledger.noteFrameOnce(
                    CaptureLedger.Oddity.CAPTURED_EXCEEDS_ORIGINAL,
                    frame.fileOffset,
                    "captured length " + frame.capturedLength + " exceeds original length " + frame.originalLength
                            + " (said once)");
        }
        tally.deliver(frame, sink);
    }
}
