package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;

/**
 * How much later than packets in the clear ESP packets are that may be made of them, as a histogram: what belongs together
 * stands out of it as a peak.
 *
 * <p>Each bucket counts pairs of one packet of either side whose lengths fit.
 */
final class Differences {
    /** Pairs that are looked at, at the most. */
    private static final long MOST_PAIRS = 4_000_000;

    private static final int MOST_BUCKETS = 1 << 20;
    /** Finest bucket: clocks of captures are no better. */
    private static final long LEAST_BUCKET_NANOS = 20_000;
    /** The widths of peaks that are looked for, in buckets. */
    private static final int[] WIDTHS = {1, 4, 16, 64, 256, 1024};
    /** How far apart two peaks are that are not one, in widths. */
    private static final int APART = 3;

    private final long from;
    private final long bucketNanos;
    private final int[] counts;
    private long pairs;

    private Differences(long from, long to) {
        this.from = from;
        this.bucketNanos = Math.max(LEAST_BUCKET_NANOS, (to - from) / MOST_BUCKETS + 1);
        this.counts = new int[(int) ((to - from) / bucketNanos) + 1];
    }

    /**
     * Compares.
     *
     * @param esp of one end's SAs, in order of time
     * @param first the first of them to look at
     * @param end behind the last of them
     * @param from least difference in nanoseconds
     * @param to greatest difference
     */
    static Differences of(
            PacketColumns esp, int first, int end, Layout layout, TimesByLength clear, long from, long to) {
        Differences all = new Differences(from, to);
        int step = 1;
        while (all.pairs(esp, first, end, step, layout, clear) > MOST_PAIRS) {
            step *= 2;
        }
        for (int packet = first; packet < end; packet += step) {
            all.take(esp.nanos(packet), esp.length(packet), layout, clear);
        }
        return all;
    }

    /** An upper bound of the pairs where one ESP packet in {@code step} is looked at. */
    private long pairs(PacketColumns esp, int first, int end, int step, Layout layout, TimesByLength clear) {
        long sum = 0;
        for (int packet = first; packet < end && sum <= MOST_PAIRS; packet += step) {
            int least = Layouts.leastInner(layout, esp.length(packet));
            long earliest = esp.nanos(packet) - to();
            long latest = esp.nanos(packet) - from;
            for (int length = Math.max(0, least); length < least + layout.alignment(); length++) {
                if (clear.count(length) > 0) {
                    sum += clear.from(length, latest + 1) - clear.from(length, earliest);
                }
            }
        }
        return sum;
    }

    private void take(long time, int espLength, Layout layout, TimesByLength clear) {
        if (!layout.allows(espLength)) {
            return;
        }
        int least = Layouts.leastInner(layout, espLength);
        for (int length = Math.max(0, least); length < least + layout.alignment(); length++) {
            int end = clear.end(length);
            for (int place = clear.from(length, time - to() + 1); place < end; place++) {
                long difference = time - clear.nanos(place);
                if (difference < from) {
                    break;
                }
                counts[(int) ((difference - from) / bucketNanos)]++;
                pairs++;
            }
        }
    }

    private long to() {
        return from + counts.length * bucketNanos;
    }

    /**
     * Where most pairs stand above what chance brings.
     *
     * @param fromNanos least difference of those that stand out
     * @param toNanos greatest difference
     * @param excess pairs above those that would be there by chance
     * @param deviations how far that is outside of chance, in standard deviations
     * @param rival excess of the highest other peak of the same width
     */
    record Peak(long fromNanos, long toNanos, double excess, double deviations, double rival) {
        static final Peak NONE = new Peak(0, 0, 0, 0, 0);

        long middleNanos() {
            return (fromNanos + toNanos) / 2;
        }

        long widthNanos() {
            return toNanos - fromNanos;
        }
    }

    Peak peak() {
        Peak best = Peak.NONE;
        for (int width : WIDTHS) {
            if (width * 4 > counts.length) {
                break;
            }
            Peak peak = peak(width);
            if (peak.deviations > best.deviations) {
                best = peak;
            }
        }
        return best;
    }

    private Peak peak(int width) {
        double expected = (double) pairs * width / counts.length;
        long sum = 0;
        long most = -1;
        int at = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            sum += counts[bucket] - (bucket >= width ? counts[bucket - width] : 0);
            if (bucket >= width - 1 && sum > most) {
                most = sum;
                at = bucket - width + 1;
            }
        }
        long rival = 0;
        sum = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            sum += counts[bucket] - (bucket >= width ? counts[bucket - width] : 0);
            if (Math.abs(bucket - width + 1 - at) >= APART * width) {
                rival = Math.max(rival, sum);
            }
        }
        double excess = most - expected;
        return new Peak(
                from + at * bucketNanos,
                from + (at + width) * bucketNanos,
                excess,
                excess / Math.sqrt(expected + 1),
                Math.max(0, rival - expected));
    }
}
