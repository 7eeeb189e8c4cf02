package io.github.espial.correlate.align;

import java.util.Arrays;

/**
 * That packets of a unit went into a bin, for each unit and bin that anything speaks for: the sum of log-likelihood ratios
 * against chance over the stretch of the unit's packets where it is greatest. A flow may move to another SA or next hop
 * within the capture, and what it does then does not count against the first.
 *
 * <p>Bounded: a unit has hypotheses about so many bins at the most. Not thread-safe.
 */
final class Hypotheses {
    static final int NONE = -1;

    private static final int MOST_A_UNIT = 16;
    private static final int FIRST_CAPACITY = 1 << 8;

    /** The latest hypothesis of each unit, of which each points to the one before. */
    private final int[] latest;

    private int size;
    private int[] units = new int[FIRST_CAPACITY];
    private int[] bins = new int[FIRST_CAPACITY];
    private int[] before = new int[FIRST_CAPACITY];
    private int[] starts = new int[FIRST_CAPACITY];
    private int[] firsts = new int[FIRST_CAPACITY];
    private int[] lasts = new int[FIRST_CAPACITY];
    private int[] latestPlaces = new int[FIRST_CAPACITY];
    private long[] latestNanos = new long[FIRST_CAPACITY];
    private double[] sums = new double[FIRST_CAPACITY];
    private double[] bests = new double[FIRST_CAPACITY];

    Hypotheses(int unitCount) {
        latest = new int[unitCount];
        Arrays.fill(latest, NONE);
    }

    /** Forgets what speaks for and against each, but keeps which there are. */
    void clear() {
        Arrays.fill(sums, 0, size, 0);
        Arrays.fill(bests, 0, size, 0);
        Arrays.fill(latestPlaces, 0, size, NONE);
    }

    int size() {
        return size;
    }

    /** The latest hypothesis about a unit, or {@link #NONE}. */
    int latest(int unit) {
        return latest[unit];
    }

    /** The hypothesis about the same unit before this one, or {@link #NONE}. */
    int before(int hypothesis) {
        return before[hypothesis];
    }

    int unit(int hypothesis) {
        return units[hypothesis];
    }

    int bin(int hypothesis) {
        return bins[hypothesis];
    }

    /** Sum over the best stretch, at least 0. */
    double best(int hypothesis) {
        return bests[hypothesis];
    }

    /** First packet of the best stretch. */
    int first(int hypothesis) {
        return firsts[hypothesis];
    }

    /** Last packet of the best stretch. */
    int last(int hypothesis) {
        return lasts[hypothesis];
    }

    /** Whether packet {@code packet} of the unit is in the best stretch. */
    boolean covers(int hypothesis, int packet) {
        return bests[hypothesis] > 0 && firsts[hypothesis] <= packet && packet <= lasts[hypothesis];
    }

    /** The hypothesis that {@code unit} went into {@code bin}, a fresh one if need be; {@link #NONE}: there are too many. */
    int of(int unit, int bin) {
        int known = 0;
        for (int one = latest[unit]; one != NONE; one = before[one]) {
            if (bins[one] == bin) {
                return one;
            }
            known++;
        }
        if (known == MOST_A_UNIT) {
            return NONE;
        }
        if (size == units.length) {
            grow();
        }
        units[size] = unit;
        bins[size] = bin;
        before[size] = latest[unit];
        latest[unit] = size;
        latestPlaces[size] = NONE;
        return size++;
    }

    /** Notes where the likeliest ESP packet of the unit's latest packet is. */
    void note(int hypothesis, int place, long nanos) {
        latestPlaces[hypothesis] = place;
        latestNanos[hypothesis] = nanos;
    }

    /** Where the likeliest ESP packet of the packet before was, or {@link #NONE}. */
    int latestPlace(int hypothesis) {
        return latestPlaces[hypothesis];
    }

    /** When the packet before was. */
    long latestNanos(int hypothesis) {
        return latestNanos[hypothesis];
    }

    /** Takes in what {@code packet}, later than those before, says: its log-likelihood ratio. */
    void add(int hypothesis, int packet, double logRatio) {
        if (sums[hypothesis] <= 0) {
            if (logRatio <= 0) {
                return;
            }
            sums[hypothesis] = 0;
            starts[hypothesis] = packet;
        }
        sums[hypothesis] += logRatio;
        if (sums[hypothesis] > bests[hypothesis]) {
            bests[hypothesis] = sums[hypothesis];
            firsts[hypothesis] = starts[hypothesis];
            lasts[hypothesis] = packet;
        }
    }

    private void grow() {
        int to = 2 * size;
        units = Arrays.copyOf(units, to);
        bins = Arrays.copyOf(bins, to);
        before = Arrays.copyOf(before, to);
        latestPlaces = Arrays.copyOf(latestPlaces, to);
        latestNanos = Arrays.copyOf(latestNanos, to);
        starts = Arrays.copyOf(starts, to);
        firsts = Arrays.copyOf(firsts, to);
        lasts = Arrays.copyOf(lasts, to);
        sums = Arrays.copyOf(sums, to);
        bests = Arrays.copyOf(bests, to);
    }
}
