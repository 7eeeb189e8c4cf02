package io.github.espial.correlate.shape;

import java.util.HashMap;
import java.util.Map;

/**
 * Short packets of several lengths that are answered by one packet each, not shorter, with silence before and after: names
 * being looked up, clocks and meters being asked. A connection would confirm the answer.
 */
final class Requests {
    private static final int LEAST = 6;
    private static final int LEAST_LENGTHS = 3;
    /** No length is that of more of them: a beat of one length is something else. */
    private static final double MOST_OF_ONE = 0.6;
    /** Inner octets. */
    private static final int SHORTEST = 46;

    private static final int LONGEST = 160;
    private static final long BEFORE_NANOS = 30_000_000;
    private static final long AFTER_NANOS = 120_000_000;
    private static final long ANSWER_NANOS = 1_000_000_000;
    /** By so much an answer may be shorter in ESP and not so inside. */
    private static final int PADDING = 16;
    /** How much more often than by chance. */
    private static final double ABOVE_CHANCE = 2;

    private final SaPackets sa;
    private final Answers answers;
    private final InnerSizes sizes;
    private final boolean[] isExplained;

    /** @param isExplained packets of the SA that look like something else */
    Requests(SaPackets sa, Answers answers, InnerSizes sizes, boolean[] isExplained) {
        this.sa = sa;
        this.answers = answers;
        this.sizes = sizes;
        this.isExplained = isExplained.clone();
    }

    /** Those that ask, by their places in the SA; none where that may be chance. */
    Places find() {
        if (answers.size() == 0) {
            return new Places();
        }
        Places lone = new Places();
        for (int packet = 0; packet < sa.size(); packet++) {
            if (mayAsk(packet)) {
                lone.add(packet);
            }
        }
        int[] asking = lone.all();
        Places found = seen(asking, 0);
        if (found.size() < LEAST || !areSeveral(found)) {
            return new Places();
        }
        int shifted = 0;
        for (int shift = 0; shift < Shifts.COUNT; shift++) {
            shifted += seen(asking, Shifts.nanos(shift)).size();
        }
        double mean = (shifted + 3.0) / Shifts.COUNT;
        boolean isMore = found.size() >= ABOVE_CHANCE * mean && Chance.ofAtLeast(found.size(), mean) <= Chance.GREATEST;
        return isMore ? found : new Places();
    }

    private boolean areSeveral(Places found) {
        Map<Integer, Integer> lengths = new HashMap<>();
        int most = 0;
        for (int packet : found.all()) {
            most = Math.max(most, lengths.merge(sa.length(packet), 1, Integer::sum));
        }
        return lengths.size() >= LEAST_LENGTHS && most <= MOST_OF_ONE * found.size();
    }

    private Places seen(int[] asking, long shift) {
        Places places = new Places();
        for (int packet : asking) {
            if (isAlone(packet, shift)) {
                places.add(packet);
            }
        }
        return places;
    }

    /** Whether it is short, and this end sends nothing right before or after it. */
    private boolean mayAsk(int packet) {
        int length = sa.length(packet);
        long sent = sa.nanos(packet);
        if ((packet > 0 && sent - sa.nanos(packet - 1) < BEFORE_NANOS)
                || (packet + 1 < sa.size() && sa.nanos(packet + 1) - sent < AFTER_NANOS)) {
            return false;
        }
        return !isExplained[packet] && sizes.isBetween(length, SHORTEST, LONGEST) && !sizes.isBare(length);
    }

    private boolean isAlone(int packet, long shift) {
        long sent = sa.nanos(packet);
        int answer = answers.after(sent - shift);
        if (answer == answers.size()) {
            return false;
        }
        long came = answers.nanos(answer) + shift;
        boolean isQuietBefore = answer == 0 || sent - (answers.nanos(answer - 1) + shift) >= BEFORE_NANOS;
        boolean isQuietAfter = (packet + 1 == sa.size() || sa.nanos(packet + 1) - came >= AFTER_NANOS)
                && (answer + 1 == answers.size() || answers.nanos(answer + 1) + shift - came >= AFTER_NANOS);
        return came - sent <= ANSWER_NANOS
                && answers.length(answer) + PADDING > sa.length(packet)
                && isQuietBefore
                && isQuietAfter;
    }
}
