package io.github.espial.correlate.align;

/** Times of packets by their lengths, each length's in order. Immutable. */
final class TimesByLength {
    private final int[] starts = new int[PacketColumns.LONGEST + 2];
    private final long[] nanos;

    /** @param packets in order of time */
    TimesByLength(PacketColumns packets) {
        for (int packet = 0; packet < packets.size(); packet++) {
            starts[packets.length(packet) + 1]++;
        }
        for (int length = 0; length <= PacketColumns.LONGEST; length++) {
            starts[length + 1] += starts[length];
        }
        nanos = new long[packets.size()];
        int[] next = starts.clone();
        for (int packet = 0; packet < packets.size(); packet++) {
            nanos[next[packets.length(packet)]++] = packets.nanos(packet);
        }
    }

    /** Place of the first packet of {@code length} at {@code time} or later; {@link #end} where there is none. */
    int from(int length, long time) {
        return PacketColumns.firstAt(nanos, starts[length], starts[length + 1], time);
    }

    /** Place behind the last packet of {@code length}. */
    int end(int length) {
        return starts[length + 1];
    }

    long nanos(int place) {
        return nanos[place];
    }

    /** How many packets have {@code length}. */
    int count(int length) {
        return starts[length + 1] - starts[length];
    }
}
