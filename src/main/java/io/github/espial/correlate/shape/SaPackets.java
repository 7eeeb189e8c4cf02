package io.github.espial.correlate.shape;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Packets of one SA in order of time: 24 octets of memory for each. A packet that was seen on several links, or twice, is
 * kept once. Not thread-safe.
 */
final class SaPackets {
    private static final int FIRST_CAPACITY = 32;

    private final OuterSa sa;
    /** The streams of captures that it was seen in. */
    private final BitSet streams = new BitSet();

    private long[] nanos = new long[FIRST_CAPACITY];
    private int[] lengths = new int[FIRST_CAPACITY];
    private long[] frames = new long[FIRST_CAPACITY];
    private int[] octets = new int[FIRST_CAPACITY];
    private int size;
    private long highest = -1;

    SaPackets(OuterSa sa) {
        this.sa = sa;
    }

    /**
     * Takes a packet, unless it comes late or again.
     *
     * @param stream of captures that it is in
     * @param length octets from SPI to ICV
     * @param frame which frame it was in, in one word
     * @param onWire octets of that frame
     */
    void take(int stream, long sequence, long time, int length, long frame, int onWire) {
        streams.set(stream);
        if (sequence <= highest || (size > 0 && time < nanos[size - 1])) {
            return;
        }
        highest = sequence;
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            frames = Arrays.copyOf(frames, 2 * size);
            octets = Arrays.copyOf(octets, 2 * size);
        }
        nanos[size] = time;
        lengths[size] = length;
        frames[size] = frame;
        octets[size] = onWire;
        size++;
    }

    OuterSa sa() {
        return sa;
    }

    BitSet streams() {
        return streams;
    }

    int size() {
        return size;
    }

    long nanos(int packet) {
        return nanos[packet];
    }

    int length(int packet) {
        return lengths[packet];
    }

    /** The first packet after {@code time}; {@link #size} where there is none. */
    int after(long time) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nanos[middle] <= time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The frame that a packet was in. */
    Span span(int packet) {
        FrameReference frame = FrameReference.of(frames[packet]);
        return new Span(1, octets[packet], nanos[packet], nanos[packet], frame, frame);
    }

    /** The frames that some packets were in, at least one. */
    Span span(int[] packets) {
        Span all = span(packets[0]);
        for (int one = 1; one < packets.length; one++) {
            all = all.plus(span(packets[one]));
        }
        return all;
    }
}
