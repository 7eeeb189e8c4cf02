package io.github.espial.correlate.align;

import io.github.espial.esp.Layout;
import java.util.List;
import java.util.Optional;

/**
 * What a peer's ESP is made of packets in the clear by: the layout whose lengths fit best, and how long it takes.
 *
 * @param shape of the delays
 * @param excess pairs above those that chance brings
 */
record Fit(Layout layout, DelayShape shape, double excess) {
    /** Fewer pairs above chance are none. */
    private static final double LEAST_EXCESS = 4;

    /** So far outside of chance, in standard deviations, stands a peak that is one. */
    private static final double LEAST_DEVIATIONS = 6;

    /** A delay stands out from any other: where packets come in beats, many fit as well. */
    private static final double ABOVE_RIVAL = 2;

    /** Delays that vary more tell nothing. */
    private static final long WIDEST_NANOS = 12_000_000;

    /** By how much a rarer layout must fit better than a commoner one. */
    private static final double BETTER = 1.02;

    /** A layout is none of an SA's where more of its packets have lengths that it cannot have. */
    private static final double MOST_MISFITS = 0.02;

    /** Pairs that a shape is made of at the most. */
    private static final int MOST_PAIRS = 2_000_000;

    /** How far apart packets of one length are to tell what becomes of which: tried in turn. */
    static final List<Long> APART_NANOS = List.of(50_000_000L, 5_000_000L, 1_000_000L, 200_000L, 0L);

    /** So many packets tell enough. */
    static final int ENOUGH = 40;

    /**
     * The best fit of {@code esp}, packets of one way in order of time, to packets in the clear by the same clock.
     *
     * @param from least delay in nanoseconds
     * @param to greatest delay
     */
    static Optional<Fit> of(PacketColumns esp, PacketColumns clear, long from, long to) {
        for (long apart : APART_NANOS) {
            // Packets in a burst fit one another at many delays, and there are more such pairs than true ones.
            PacketColumns alone = apart == 0 ? esp : esp.alone(apart);
            boolean isLast = apart == 0;
            if (alone.size() >= ENOUGH || isLast) {
                Optional<Fit> fit = ofThose(alone, apart == 0 ? clear : clear.alone(apart), from, to);
                if (fit.isPresent() || isLast) {
                    return fit;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Fit> ofThose(PacketColumns esp, PacketColumns inClear, long from, long to) {
        TimesByLength clear = new TimesByLength(inClear);
        Layout best = Layouts.ALL.get(0);
        Differences.Peak highest = Differences.Peak.NONE;
        for (Layout layout : Layouts.ALL) {
            if (!isAllowed(layout, esp)) {
                continue;
            }
            Differences.Peak peak =
                    Differences.of(esp, 0, esp.size(), layout, clear, from, to).peak();
            if (isPeak(peak) && peak.excess() > BETTER * highest.excess()) {
                best = layout;
                highest = peak;
            }
        }
        if (highest.excess() == 0) {
            return Optional.empty();
        }
        DelayShape shape = shape(esp, best, clear, highest, from);
        return shape.width() <= WIDEST_NANOS ? Optional.of(new Fit(best, shape, highest.excess())) : Optional.empty();
    }

    static boolean isPeak(Differences.Peak peak) {
        return peak.excess() >= LEAST_EXCESS
                && peak.deviations() >= LEAST_DEVIATIONS
                && peak.excess() >= ABOVE_RIVAL * peak.rival();
    }

    static boolean isAllowed(Layout layout, PacketColumns esp) {
        int misfits = 0;
        for (int packet = 0; packet < esp.size(); packet++) {
            misfits += layout.allows(esp.length(packet)) ? 0 : 1;
        }
        return misfits <= MOST_MISFITS * esp.size();
    }

    private static DelayShape shape(
            PacketColumns esp, Layout layout, TimesByLength clear, Differences.Peak peak, long least) {
        DelayShape.Builder shape = new DelayShape.Builder(peak.middleNanos());
        long earliest = peak.middleNanos() - DelayShape.Builder.reach();
        long latest = peak.middleNanos() + DelayShape.Builder.reach();
        int step = 1 + esp.size() / (1 << 15);
        long pairs = 0;
        for (int packet = 0; packet < esp.size() && pairs < MOST_PAIRS; packet += step) {
            if (!layout.allows(esp.length(packet))) {
                continue;
            }
            long time = esp.nanos(packet);
            int shortest = Layouts.leastInner(layout, esp.length(packet));
            for (int length = Math.max(0, shortest); length < shortest + layout.alignment(); length++) {
                int end = clear.end(length);
                for (int place = clear.from(length, time - latest); place < end; place++) {
                    long difference = time - clear.nanos(place);
                    if (difference < earliest) {
                        break;
                    }
                    shape.add(difference);
                    pairs++;
                }
            }
        }
        return shape.shape(least);
    }
}
