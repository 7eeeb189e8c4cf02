package io.github.espial.correlate.shape;

import java.util.Arrays;
import java.util.Set;

/**
 * Connections of TCP being opened (RFC 9293 §3.5) from this end: a packet as long as a SYN, one of such a length back after the time
 * that the way takes, and an acknowledgment at once. What the same packets show where answers are shifted in time is chance.
 */
final class Handshakes {
    private static final int LEAST = 3;
    /** The longest way there and back. */
    private static final long FAR_NANOS = 1_000_000_000;
    /** This end. */
    private static final long NEAR_NANOS = 10_000_000;
    /** What an end adds to the way. */
    private static final long ADDED_NANOS = 10_000_000;
    /** Packets that are looked at for one that answers. */
    private static final int AHEAD = 64;
    /** Where more packets have the length of a SYN, they are no SYNs. */
    private static final double MOST_SHARE = 0.6;
    /** How much more often than by chance. */
    private static final double ABOVE_CHANCE = 2;

    private final SaPackets sa;
    private final Answers answers;
    private final InnerSizes sizes;
    private final boolean[] isExplained;

    /** @param isExplained packets of the SA that look like something else */
    Handshakes(SaPackets sa, Answers answers, InnerSizes sizes, boolean[] isExplained) {
        this.sa = sa;
        this.answers = answers;
        this.sizes = sizes;
        this.isExplained = isExplained.clone();
    }

    /** Packets that open connections, by their places in the SA; none where that may be chance. */
    Places find() {
        Places all = new Places();
        if (answers.size() == 0) {
            return all;
        }
        Set<InnerSizes.Opening> openings = sizes.openings();
        boolean[] isFound = new boolean[sa.size()];
        for (InnerSizes.Opening opening : openings) {
            for (int packet : find(opening, openings.size()).all()) {
                if (!isFound[packet]) {
                    isFound[packet] = true;
                    all.add(packet);
                }
            }
        }
        return all;
    }

    private Places find(InnerSizes.Opening opening, int tests) {
        Places found = new Places();
        for (int packet = 0; packet < sa.size(); packet++) {
            if (!isExplained[packet] && sa.length(packet) == opening.syn()) {
                found.add(packet);
            }
        }
        if (found.size() < LEAST || found.size() > MOST_SHARE * sa.size()) {
            return new Places();
        }
        int[] syns = found.all();
        long way = usualWay(seen(syns, opening, 0, FAR_NANOS));
        found = seen(syns, opening, 0, way);
        if (found.size() < LEAST) {
            return new Places();
        }
        int shifted = 0;
        for (int shift = 0; shift < Shifts.COUNT; shift++) {
            shifted += seen(syns, opening, Shifts.nanos(shift), way).size();
        }
        // Where none was found there may still be some, up to three in all (the rule of three).
        double mean = (shifted + 3.0) / Shifts.COUNT;
        boolean isMore =
                found.size() >= ABOVE_CHANCE * mean && Chance.ofAtLeast(found.size(), mean) * tests <= Chance.GREATEST;
        return isMore ? found : new Places();
    }

    /** Twice the time that the fastest answers take: those to something else come at any time. */
    private long usualWay(Places found) {
        long[] ways = new long[found.size()];
        int[] packets = found.all();
        for (int one = 0; one < ways.length; one++) {
            long sent = sa.nanos(packets[one]);
            ways[one] = answers.nanos(answer(sent, FAR_NANOS)) - sent;
        }
        Arrays.sort(ways);
        return ways.length == 0 ? 0 : Math.min(FAR_NANOS, 2 * ways[ways.length / 8] + ADDED_NANOS);
    }

    private Places seen(int[] syns, InnerSizes.Opening opening, long shift, long way) {
        Places places = new Places();
        for (int syn : syns) {
            int answer = answer(sa.nanos(syn) - shift, way);
            if (answer >= 0 && isConfirmed(answers.nanos(answer) + shift, opening)) {
                places.add(syn);
            }
        }
        return places;
    }

    /** The packet that may answer a SYN sent then; -1 where there is none. */
    private int answer(long sent, long way) {
        int at = answers.after(sent);
        for (int end = Math.min(answers.size(), at + AHEAD); at < end && answers.nanos(at) - sent <= way; at++) {
            if (sizes.isSyn(answers.length(at))) {
                return at;
            }
        }
        return -1;
    }

    private boolean isConfirmed(long came, InnerSizes.Opening opening) {
        int at = sa.after(came);
        for (int end = Math.min(sa.size(), at + AHEAD); at < end && sa.nanos(at) - came <= NEAR_NANOS; at++) {
            if (!isExplained[at] && sa.length(at) == opening.acknowledgment()) {
                return true;
            }
        }
        return false;
    }
}
