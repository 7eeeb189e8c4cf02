package io.github.espial.correlate.align;

import java.util.Arrays;

/**
 * Packets of one side, a column for each thing that is known of them: 26 octets of memory for each packet. Bounded: further
 * packets are counted and not kept. Not thread-safe.
 */
final class PacketColumns {
    /** Packets of one side at the most that captures are read for. */
    static final int MOST = 1 << 20;

    /** Greatest length that is kept apart: that of IPv4 (RFC 791). */
    static final int LONGEST = 0xffff;

    private static final int FIRST_CAPACITY = 1 << 10;

    /** Bits of a packet's place in what is sorted; the others tell its time. */
    private static final int PLACE_BITS = 23;

    private final int limit;
    private long[] nanos = new long[FIRST_CAPACITY];
    private char[] lengths = new char[FIRST_CAPACITY];
    private int[] owners = new int[FIRST_CAPACITY];
    private long[] frames = new long[FIRST_CAPACITY];
    private int[] octets = new int[FIRST_CAPACITY];
    private int size;
    private long leftOut;

    PacketColumns(int limit) {
        this.limit = Math.min(limit, 1 << PLACE_BITS);
    }

    /**
     * Adds a packet; none that a clock was centuries wrong for, which tells as little as one without a time.
     *
     * @param length octets, at most {@link #LONGEST}
     * @param owner number of what it belongs to
     * @param frame which frame it was in, in one word
     * @param onWire octets of that frame
     */
    void add(long time, int length, int owner, long frame, int onWire) {
        if (!KeptTimes.has(time)) {
            return;
        }
        if (size == limit) {
            leftOut++;
            return;
        }
        if (size == nanos.length) {
            grow();
        }
        nanos[size] = time;
        lengths[size] = (char) length;
        owners[size] = owner;
        frames[size] = frame;
        octets[size] = onWire;
        size++;
    }

    int size() {
        return size;
    }

    /** Packets that there was no room for. */
    long leftOut() {
        return leftOut;
    }

    long nanos(int packet) {
        return nanos[packet];
    }

    int length(int packet) {
        return lengths[packet];
    }

    int owner(int packet) {
        return owners[packet];
    }

    long frame(int packet) {
        return frames[packet];
    }

    int octets(int packet) {
        return octets[packet];
    }

    long firstNanos() {
        return size == 0 ? 0 : nanos[0];
    }

    long lastNanos() {
        return size == 0 ? 0 : nanos[size - 1];
    }

    /** The first packet, of these in order of time, at {@code time} or later; {@link #size} where there is none. */
    int firstAt(long time) {
        return firstAt(nanos, 0, size, time);
    }

    /** Place of the first of {@code sorted}, from {@code from} on, that is {@code least} or more; {@code end}: there is none. */
    static int firstAt(long[] sorted, int from, int end, long least) {
        int low = from;
        int high = end;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < least) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Adds all packets of {@code others}, with owners counted from {@code firstOwner} on. */
    void addAll(PacketColumns others, int firstOwner) {
        reserve(Math.min(limit, size + others.size));
        for (int packet = 0; packet < others.size; packet++) {
            add(
                    others.nanos[packet],
                    others.lengths[packet],
                    firstOwner + others.owners[packet],
                    others.frames[packet],
                    others.octets[packet]);
        }
    }

    /** Which packets to take, and at which time. */
    interface Clock {
        /** In place of a time: the packet is left out. */
        long LEFT_OUT = Long.MIN_VALUE;

        /** Time of the packet, or {@link #LEFT_OUT}. */
        long nanos(int packet);
    }

    /** The packets that {@code clock} takes, in the order of the times that it gives. */
    PacketColumns inOrder(Clock clock) {
        long[] times = new long[size];
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        int taken = 0;
        for (int packet = 0; packet < size; packet++) {
            times[packet] = clock.nanos(packet);
            if (times[packet] != Clock.LEFT_OUT) {
                first = Math.min(first, times[packet]);
                last = Math.max(last, times[packet]);
                taken++;
            }
        }
        int shift = shiftOf(last - first);
        long[] order = new long[taken];
        int at = 0;
        for (int packet = 0; packet < size; packet++) {
            if (times[packet] != Clock.LEFT_OUT) {
                order[at++] = ((times[packet] - first) >>> shift << PLACE_BITS) | packet;
            }
        }
        Arrays.sort(order);
        PacketColumns ordered = new PacketColumns(limit);
        ordered.reserve(taken);
        long latest = Long.MIN_VALUE;
        for (long entry : order) {
            int packet = (int) entry & ((1 << PLACE_BITS) - 1);
            // What is closer together than can be sorted by stays in the order it came in.
            latest = Math.max(latest, times[packet]);
            ordered.add(latest, lengths[packet], owners[packet], frames[packet], octets[packet]);
        }
        ordered.leftOut = leftOut;
        return ordered;
    }

    /** Those packets, of these in order of time, that no other of their length is seen {@code nanos} before or after. */
    PacketColumns alone(long nanos) {
        if (nanos == 0) {
            return this;
        }
        int[] latest = new int[LONGEST + 1];
        Arrays.fill(latest, -1);
        boolean[] isNear = new boolean[size];
        for (int packet = 0; packet < size; packet++) {
            int before = latest[lengths[packet]];
            if (before >= 0 && this.nanos[packet] - this.nanos[before] <= nanos) {
                isNear[packet] = true;
                isNear[before] = true;
            }
            latest[lengths[packet]] = packet;
        }
        return inOrder(packet -> isNear[packet] ? Clock.LEFT_OUT : this.nanos[packet]);
    }

    /** By how many bits times are coarsened, so that a span of {@code range} fits above the place. */
    private static int shiftOf(long range) {
        int shift = 0;
        while (range >>> shift >= 1L << (Long.SIZE - 1 - PLACE_BITS)) {
            shift++;
        }
        return shift;
    }

    private void grow() {
        reserve(Math.min(limit, 2 * nanos.length));
    }

    private void reserve(int capacity) {
        int to = Math.max(capacity, size);
        nanos = Arrays.copyOf(nanos, to);
        lengths = Arrays.copyOf(lengths, to);
        owners = Arrays.copyOf(owners, to);
        frames = Arrays.copyOf(frames, to);
        octets = Arrays.copyOf(octets, to);
    }
}
