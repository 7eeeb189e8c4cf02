package io.github.espial.correlate.shape;

import io.github.espial.esp.Layout;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which lengths of ESP packets of well-known sizes have, in tunnel mode, by the transforms that fit the lengths that were
 * seen. Immutable.
 */
final class InnerSizes {
    /** Those in common use, the commonest first: AES-GCM, AES-CBC and 3DES with the usual integrity, NULL with HMAC-SHA1-96. */
    private static final List<Layout> COMMON = List.of(
            new Layout(8, 4, 16),
            new Layout(16, 16, 12),
            new Layout(16, 16, 16),
            new Layout(16, 16, 24),
            new Layout(16, 16, 32),
            new Layout(8, 8, 12),
            new Layout(8, 8, 16),
            new Layout(0, 4, 12));

    /** So many lengths fit a transform of coarse alignment hardly by chance; of fewer the commonest that fits is taken. */
    private static final int TELLING = 4;

    /** Of IPv4 and IPv6: an echo request as Windows sends it, with 32 octets, and with 56 as all others do. */
    private static final int[] PINGS = {60, 84, 80, 104};

    /** SYN in IPv4 with an MSS, with SACK, with window scale, with time stamps, with padding. */
    private static final int[] SYNS = {44, 48, 52, 60, 64};

    /** An acknowledgment in IPv4, with time stamps or without. */
    private static final int[] BARE = {40, 52};

    /** How hosts open connections: a SYN, and the acknowledgment that they send later on. */
    private static final int[][] OPENINGS = {{44, 40}, {48, 40}, {52, 40}, {60, 52}, {64, 52}, {72, 60}, {80, 72}};

    /** Those that are taken to be in use. */
    private final List<Layout> layouts;
    /** Those that may be. */
    private final List<Layout> possible;

    private InnerSizes(List<Layout> layouts, List<Layout> possible) {
        this.layouts = layouts;
        this.possible = possible;
    }

    /** By all lengths of an SA, in no order. */
    static InnerSizes of(List<OneLength> lengths) {
        List<Layout> fitting = COMMON.stream()
                .filter(layout -> lengths.stream().allMatch(one -> layout.allows(one.length())))
                .toList();
        if (lengths.size() < TELLING) {
            return new InnerSizes(fitting.subList(0, Math.min(1, fitting.size())), fitting);
        }
        int coarsest = fitting.stream().mapToInt(Layout::alignment).max().orElse(0);
        List<Layout> taken = fitting.stream()
                .filter(layout -> layout.alignment() == coarsest)
                .toList();
        return new InnerSizes(taken, taken);
    }

    boolean isPing(int length) {
        return isAny(PINGS, length);
    }

    boolean isSyn(int length) {
        return isAny(SYNS, length);
    }

    /** Whether {@code length} can be that of a SYN by any transform that may be in use. */
    boolean maybeSyn(int length) {
        return isAny(SYNS, length, possible);
    }

    /**
     * How connections may be opened, each way once.
     *
     * @param syn octets from SPI to ICV
     * @param acknowledgment of the same end
     */
    record Opening(int syn, int acknowledgment) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Opening opening && opening.syn == syn && opening.acknowledgment == acknowledgment;
        }

        @Override
        public int hashCode() {
            return 31 * syn + acknowledgment;
        }
    }

    Set<Opening> openings() {
        Set<Opening> openings = new LinkedHashSet<>();
        for (Layout layout : layouts) {
            for (int[] one : OPENINGS) {
                openings.add(new Opening(layout.espLength(one[0]), layout.espLength(one[1])));
            }
        }
        return openings;
    }

    boolean isBare(int length) {
        return isAny(BARE, length);
    }

    /** Whether {@code length} can be that of a packet of {@code least} to {@code most} octets. */
    boolean isBetween(int length, int least, int most) {
        for (Layout layout : layouts) {
            if (length >= layout.espLength(least) && length <= layout.espLength(most)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAny(int[] sizes, int length) {
        return isAny(sizes, length, layouts);
    }

    private static boolean isAny(int[] sizes, int length, List<Layout> layouts) {
        for (Layout layout : layouts) {
            for (int size : sizes) {
                if (layout.espLength(size) == length) {
                    return true;
                }
            }
        }
        return false;
    }
}
