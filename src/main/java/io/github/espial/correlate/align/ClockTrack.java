package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How far the clock of one capture is from that of another, over time: found where the lengths of packets in the clear and
 * of ESP fit best, and followed from there, as clocks drift. The mean delay of the gateway is in it. Immutable.
 */
final class ClockTrack {
    /** ESP packets in a row that the first place is looked for with. */
    private static final int FIRST_PACKETS = 3000;

    /** Within so much time: clocks that part fast blur what is seen over a long one. */
    private static final List<Long> FIRST_SPANS_NANOS = List.of(60_000_000_000L, 15_000_000_000L, 5_000_000_000L);
    /** Time after which the difference is measured anew. */
    private static final long STEP_NANOS = 5_000_000_000L;
    /** Faster drift is none: crystals are wrong by 100 millionths, twice that between two. */
    private static final double FASTEST_DRIFT = 0.0003;

    private static final long LEAST_REACH_NANOS = 2_000_000;
    /** In which most differences of a step are looked for. */
    private static final long WINDOW_NANOS = 200_000;

    private static final int LEAST_MEASURED = 8;
    private static final int MOST_MEASURED = 20_000;

    private final long start;
    private final long[] offsets;

    private ClockTrack(long start, long[] offsets) {
        this.start = start;
        this.offsets = offsets;
    }

    /**
     * Compares the clocks of two captures.
     *
     * @param esp packets of one way, by the clock of their capture, in order
     * @param clear packets in the clear, by the clock of another
     */
    static Optional<ClockTrack> of(PacketColumns esp, PacketColumns clear) {
        for (long apart : Fit.APART_NANOS) {
            PacketColumns espAlone = esp.alone(apart);
            PacketColumns clearAlone = clear.alone(apart);
            if (espAlone.size() >= Fit.ENOUGH && clearAlone.size() >= Fit.ENOUGH) {
                Optional<ClockTrack> track = ofThose(espAlone, clearAlone);
                if (track.isPresent()) {
                    return track;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ClockTrack> ofThose(PacketColumns esp, PacketColumns clear) {
        TimesByLength byLength = new TimesByLength(clear);
        long from = esp.firstNanos() - clear.lastNanos();
        long to = esp.lastNanos() - clear.firstNanos();
        Layout best = Layouts.ALL.get(0);
        Differences.Peak highest = Differences.Peak.NONE;
        int at = 0;
        for (int quarter = 1; quarter <= 3; quarter++) {
            int middle = (int) ((long) esp.size() * quarter / 4);
            for (long span : FIRST_SPANS_NANOS) {
                int first = Math.max(0, middle - FIRST_PACKETS / 2);
                int end = Math.min(esp.size(), first + FIRST_PACKETS);
                while (first < middle && esp.nanos(middle) - esp.nanos(first) > span / 2) {
                    first++;
                }
                while (end - 1 > middle && esp.nanos(end - 1) - esp.nanos(middle) > span / 2) {
                    end--;
                }
                for (Layout layout : Layouts.ALL) {
                    Differences.Peak peak = Fit.isAllowed(layout, esp)
                            ? Differences.of(esp, first, end, layout, byLength, from, to)
                                    .peak()
                            : Differences.Peak.NONE;
                    if (Fit.isPeak(peak) && peak.excess() > highest.excess()) {
                        highest = peak;
                        best = layout;
                        at = middle;
                    }
                }
            }
        }
        return highest.excess() > 0
                ? Optional.of(new Follower(esp, byLength, best).from(at, highest))
                : Optional.empty();
    }

    /** The time that the clock of the ESP's capture shows when that of the other shows {@code nanos}. */
    long nanos(long nanos) {
        return nanos + offset(nanos + offset(nanos));
    }

    /** At {@code nanos} by the clock of the ESP's capture. */
    private long offset(long nanos) {
        long since = nanos - start;
        if (since <= 0) {
            return offsets[0];
        }
        int step = (int) Math.min(since / STEP_NANOS, offsets.length - 1L);
        if (step == offsets.length - 1) {
            return offsets[step];
        }
        double share = (double) (since - step * STEP_NANOS) / STEP_NANOS;
        return offsets[step] + (long) (share * (offsets[step + 1] - offsets[step]));
    }

    /** Goes from where the clocks were compared to both ends. */
    private static final class Follower {
        private final PacketColumns esp;
        private final TimesByLength clear;
        private final Layout layout;
        private final long[] measured = new long[MOST_MEASURED];

        Follower(PacketColumns esp, TimesByLength clear, Layout layout) {
            this.esp = esp;
            this.clear = clear;
            this.layout = layout;
        }

        ClockTrack from(int packet, Differences.Peak peak) {
            long start = esp.firstNanos();
            int steps = (int) Math.min((esp.lastNanos() - start) / STEP_NANOS + 2, 1 << 20);
            int first = (int) Math.min((esp.nanos(packet) - start) / STEP_NANOS, steps - 1L);
            long reach = Math.max(LEAST_REACH_NANOS, peak.widthNanos());
            // The first walk learns how fast the clocks part, with which the second one sees more sharply.
            long[] rough = walk(start, steps, first, peak.middleNanos(), reach, 0);
            return new ClockTrack(start, walk(start, steps, first, rough[first], reach, rate(rough)));
        }

        private long[] walk(long start, int steps, int first, long middle, long reach, long firstRate) {
            long[] offsets = new long[steps];
            offsets[first] = measure(start + first * STEP_NANOS, middle, 2 * reach, firstRate);
            long rate = firstRate;
            for (int step = first + 1; step < steps; step++) {
                offsets[step] = measure(start + step * STEP_NANOS, offsets[step - 1] + rate, reach, rate);
                rate = rate(rate, offsets[step] - offsets[step - 1]);
            }
            rate = firstRate;
            for (int step = first - 1; step >= 0; step--) {
                offsets[step] = measure(start + step * STEP_NANOS, offsets[step + 1] - rate, reach, rate);
                rate = rate(rate, offsets[step + 1] - offsets[step]);
            }
            return offsets;
        }

        /** What a step adds, in the middle. */
        private static long rate(long[] offsets) {
            long[] added = new long[offsets.length - 1];
            for (int step = 0; step < added.length; step++) {
                added[step] = offsets[step + 1] - offsets[step];
            }
            Arrays.sort(added);
            return added.length == 0 ? 0 : added[added.length / 2];
        }

        /** What the next step is expected to add: the mean of the latest, within what crystals do. */
        private static long rate(long before, long latest) {
            long most = (long) (FASTEST_DRIFT * STEP_NANOS);
            return (3 * before + Math.max(-most, Math.min(most, latest))) / 4;
        }

        /** The densest difference around {@code time} within {@code reach} of what is expected. */
        private long measure(long time, long expected, long reach, long rate) {
            long wide = reach + (long) (FASTEST_DRIFT * STEP_NANOS);
            int found = 0;
            for (int packet = esp.firstAt(time - STEP_NANOS / 2); packet < esp.size(); packet++) {
                long since = esp.nanos(packet) - time;
                if (since > STEP_NANOS / 2 || found == measured.length) {
                    break;
                }
                long parted = (long) ((double) rate * since / STEP_NANOS);
                int end = differences(esp.nanos(packet), esp.length(packet), expected + parted, wide, found);
                for (int one = found; one < end; one++) {
                    measured[one] -= parted;
                }
                found = end;
            }
            if (found < LEAST_MEASURED) {
                return expected;
            }
            Arrays.sort(measured, 0, found);
            return densest(found, WINDOW_NANOS);
        }

        private int differences(long time, int espLength, long expected, long reach, int found) {
            int next = found;
            if (layout.allows(espLength)) {
                int least = Layouts.leastInner(layout, espLength);
                for (int length = Math.max(0, least); length < least + layout.alignment(); length++) {
                    int end = clear.end(length);
                    for (int place = clear.from(length, time - expected - reach); place < end; place++) {
                        long difference = time - clear.nanos(place);
                        if (difference < expected - reach || next == measured.length) {
                            break;
                        }
                        measured[next++] = difference;
                    }
                }
            }
            return next;
        }

        /** The middle of the {@code width} that holds most of what was measured. */
        private long densest(int found, long width) {
            int best = 0;
            long at = measured[found / 2];
            int low = 0;
            for (int high = 0; high < found; high++) {
                while (measured[high] - measured[low] > width) {
                    low++;
                }
                if (high - low + 1 > best) {
                    best = high - low + 1;
                    at = measured[(low + high) / 2];
                }
            }
            return at;
        }
    }
}
