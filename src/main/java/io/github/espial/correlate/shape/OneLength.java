package io.github.espial.correlate.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The packets of an SA that have one length, in order of time. Immutable. */
final class OneLength {
    private static final double SECOND = 1e9;

    private final int length;
    private final long[] nanos;
    private final int[] packets;
    private final Extent extent;

    /**
     * The time that was looked at.
     *
     * @param first in nanoseconds since the epoch
     * @param last at or after it
     */
    record Extent(long first, long last) {}

    private OneLength(int length, long[] nanos, int[] packets, Extent extent) {
        this.length = length;
        this.nanos = nanos;
        this.packets = packets;
        this.extent = extent;
    }

    /** All packets of an SA by length, the shortest first. */
    static List<OneLength> of(SaPackets sa, Extent extent) {
        int longest = 0;
        for (int packet = 0; packet < sa.size(); packet++) {
            longest = Math.max(longest, sa.length(packet));
        }
        int[] ends = new int[longest + 1];
        for (int packet = 0; packet < sa.size(); packet++) {
            ends[sa.length(packet)]++;
        }
        int[][] byLength = new int[longest + 1][];
        int[] at = new int[longest + 1];
        List<OneLength> all = new ArrayList<>();
        for (int packet = 0; packet < sa.size(); packet++) {
            int length = sa.length(packet);
            int[] ofLength = byLength[length];
            if (ofLength == null) {
                ofLength = new int[ends[length]];
                byLength[length] = ofLength;
            }
            ofLength[at[length]++] = packet;
        }
        for (int length = 0; length <= longest; length++) {
            if (byLength[length] != null) {
                all.add(of(length, byLength[length], sa, extent));
            }
        }
        return all;
    }

    private static OneLength of(int length, int[] packets, SaPackets sa, Extent extent) {
        long[] nanos = new long[packets.length];
        for (int one = 0; one < packets.length; one++) {
            nanos[one] = sa.nanos(packets[one]);
        }
        return new OneLength(length, nanos, packets, extent);
    }

    /** Octets from SPI to ICV. */
    int length() {
        return length;
    }

    int size() {
        return nanos.length;
    }

    long nanos(int one) {
        return nanos[one];
    }

    /** Which packet of the SA it is. */
    int packet(int one) {
        return packets[one];
    }

    /** The first at {@code time} or later; {@link #size} where there is none. */
    int from(long time) {
        int at = Arrays.binarySearch(nanos, time);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && nanos[at - 1] == time) {
            at--;
        }
        return at;
    }

    boolean any(long from, long to) {
        int at = from(from);
        return at < nanos.length && nanos[at] <= to;
    }

    /** Packets a second, within so many seconds before and after {@code time}, as far as was looked. */
    double perSecond(long time, double seconds) {
        long around = (long) (seconds * SECOND);
        long first = Math.max(extent.first, time - around);
        long last = Math.min(extent.last, time + around);
        return (from(last + 1) - from(first)) / Math.max(1, (last - first) / SECOND);
    }

    /** Packets a second in all the time that was looked at. */
    double perSecond() {
        return nanos.length / Math.max(1, (extent.last - extent.first) / SECOND);
    }
}
