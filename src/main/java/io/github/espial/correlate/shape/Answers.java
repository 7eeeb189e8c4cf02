package io.github.espial.correlate.shape;

import java.util.List;

/** What comes back in all SAs of the other direction, in order of time. Immutable. */
final class Answers {
    private final long[] nanos;
    private final int[] lengths;

    private Answers(long[] nanos, int[] lengths) {
        this.nanos = nanos;
        this.lengths = lengths;
    }

    static Answers of(List<SaPackets> sas) {
        int size = 0;
        for (SaPackets sa : sas) {
            size += sa.size();
        }
        long[] nanos = new long[size];
        int[] lengths = new int[size];
        int end = 0;
        for (SaPackets sa : sas) {
            end = merge(nanos, lengths, end, sa);
        }
        return new Answers(nanos, lengths);
    }

    /** Merges the packets of {@code sa} into the first {@code size}, from the latest on. */
    private static int merge(long[] nanos, int[] lengths, int size, SaPackets sa) {
        int left = size - 1;
        int right = sa.size() - 1;
        for (int to = size + sa.size() - 1; right >= 0; to--) {
            if (left >= 0 && nanos[left] > sa.nanos(right)) {
                nanos[to] = nanos[left];
                lengths[to] = lengths[left--];
            } else {
                nanos[to] = sa.nanos(right);
                lengths[to] = sa.length(right--);
            }
        }
        return size + sa.size();
    }

    int size() {
        return nanos.length;
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
        int high = nanos.length;
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

    /** How many packets of {@code least} to {@code most} octets come after {@code time}, until {@code until}. */
    int count(long time, long until, int least, int most) {
        int count = 0;
        for (int at = after(time); at < nanos.length && nanos[at] <= until; at++) {
            if (lengths[at] >= least && lengths[at] <= most) {
                count++;
            }
        }
        return count;
    }

    /** Whether a packet of {@code least} to {@code most} octets comes after {@code time}, until {@code until}. */
    boolean any(long time, long until, int least, int most) {
        for (int at = after(time); at < nanos.length && nanos[at] <= until; at++) {
            if (lengths[at] >= least && lengths[at] <= most) {
                return true;
            }
        }
        return false;
    }
}
