package io.github.espial.correlate.shape;

import java.util.ArrayList;
import java.util.List;

/**
 * One packet a second, of a length that pings have. Each is answered by one of the same length, or none is: what is between
 * is not said. A connection that is opened each second is answered by packets of that length as well, and confirms them.
 */
final class Pings {
    private static final double SECOND = 1e9;
    private static final double LEAST_INTERVAL = 0.97;
    private static final double MOST_INTERVAL = 1.06;
    /** How much an interval may differ from the first. */
    private static final double OFF = 0.025;

    private static final int LEAST_LINKS = 2;
    /** How many intervals a run has at least, for which chance is asked. */
    private static final int[] LINKS = {LEAST_LINKS, 3, 5, 10};

    /** With more packets of one length a second, chance finds beats everywhere. */
    private static final double DENSE = 4;

    private static final double AROUND = 16;
    /** An answer comes before the next packet. */
    private static final double LATEST_ANSWER = 0.95;
    /** Share of packets that have their answer where all do, but for losses. */
    private static final double ANSWERED = 0.8;
    /** Packets of that length that come back, at the most, for each that goes. */
    private static final double FOR_EACH = 1.3;
    /** What confirms an answer comes so soon after it. */
    private static final long CONFIRMING_NANOS = 50_000_000;

    private static final double CONFIRMED = 0.2;

    /** Fewer answers may be those to something else. */
    private static final int LEAST_ANSWERED = 5;

    /** A SYN is sent six times at a beat of a second, and then more seldom, by systems that begin so. */
    private static final int OF_OPENING = 15;

    /** A run of fewer packets is to be alone. */
    private static final int ALONE = 5;

    private static final long NEAR_NANOS = 9_000_000_000L;

    private final OneLength packets;
    private final Answers answers;
    private final SaPackets sa;
    private final InnerSizes sizes;

    /** @param sa what {@code packets} are of */
    Pings(OneLength packets, Answers answers, SaPackets sa, InnerSizes sizes) {
        this.packets = packets;
        this.answers = answers;
        this.sa = sa;
        this.sizes = sizes;
    }

    /** So many are not taken to be pings without answer. */
    private int least() {
        return sizes.maybeSyn(packets.length()) ? OF_OPENING : 0;
    }

    /**
     * Packets of pings, by their places in the SA.
     *
     * @param answered each has its answer
     * @param unanswered none has
     */
    record Found(Places answered, Places unanswered) {}

    /** @param tests how many lengths are looked at */
    Found find(int tests) {
        Found found = new Found(new Places(), new Places());
        if (packets.size() <= LEAST_LINKS || packets.perSecond() > DENSE) {
            return found;
        }
        List<int[]> runs = runs();
        for (int links : LINKS) {
            int count = 0;
            for (int[] run : runs) {
                count += run.length > links ? 1 : 0;
            }
            if (count > 0 && Chance.ofAtLeast(count, expected(links)) * tests * LINKS.length <= Chance.GREATEST) {
                for (int[] run : runs) {
                    if (run.length > links) {
                        sort(run, found);
                    }
                }
                return found;
            }
        }
        return found;
    }

    private List<int[]> runs() {
        boolean[] isUsed = new boolean[packets.size()];
        List<int[]> runs = new ArrayList<>();
        for (int first = 0; first < packets.size(); first++) {
            if (isUsed[first]) {
                continue;
            }
            Places run = new Places();
            run.add(first);
            int next = next(first, LEAST_INTERVAL, MOST_INTERVAL, isUsed);
            double interval = next < 0 ? 0 : (packets.nanos(next) - packets.nanos(first)) / SECOND;
            while (next >= 0) {
                run.add(next);
                next = next(next, interval * (1 - OFF), interval * (1 + OFF), isUsed);
            }
            int[] all = run.all();
            if (all.length > LEAST_LINKS) {
                for (int one : all) {
                    isUsed[one] = true;
                }
                runs.add(all);
            }
        }
        return runs;
    }

    private int next(int one, double least, double most, boolean[] isUsed) {
        long from = packets.nanos(one);
        for (int next = packets.from(from + (long) (least * SECOND));
                next < packets.size() && packets.nanos(next) - from <= (long) (most * SECOND);
                next++) {
            if (!isUsed[next]) {
                return next;
            }
        }
        return -1;
    }

    private void sort(int[] run, Found found) {
        int answered = 0;
        int asked = 0;
        int confirmed = 0;
        int back = 0;
        for (int one : run) {
            long at = packets.nanos(one);
            long within = (long) (LATEST_ANSWER * SECOND);
            int after = answers.count(at, at + within, packets.length(), packets.length());
            int before = answers.count(at - within, at - 1, packets.length(), packets.length());
            back += Math.max(after, before);
            answered += after > 0 ? 1 : 0;
            asked += before > 0 ? 1 : 0;
            confirmed += (after > 0 && isConfirmed(at, at + within)) || (before > 0 && confirms(at)) ? 1 : 0;
        }
        // Either these ask, or they answer.
        boolean isAnswered = Math.max(answered, asked) >= Math.max(LEAST_ANSWERED, ANSWERED * run.length)
                && back <= FOR_EACH * run.length
                && confirmed <= CONFIRMED * run.length;
        if (isAnswered || (back == 0 && run.length > least() && !growsSeldom(run))) {
            for (int one : run) {
                (isAnswered ? found.answered() : found.unanswered()).add(packets.packet(one));
            }
        }
    }

    /**
     * Whether another comes twice an interval after the last, as where something is asked again ever more seldom. A short run
     * may be a part of that, if it is not alone.
     */
    private boolean growsSeldom(int[] run) {
        long first = packets.nanos(run[0]);
        long last = packets.nanos(run[run.length - 1]);
        if (run.length < ALONE
                && (packets.any(first - NEAR_NANOS, first - 1) || packets.any(last + 1, last + NEAR_NANOS))) {
            return true;
        }
        long next = last + 2 * (last - packets.nanos(run[run.length - 2]));
        long off = (long) (2 * (MOST_INTERVAL - LEAST_INTERVAL) * SECOND);
        return packets.any(next - off, next + off);
    }

    /** Whether a packet of another length goes out close upon the answer. */
    private boolean isConfirmed(long sent, long until) {
        int answer = answers.after(sent);
        while (answer < answers.size() && answers.length(answer) != packets.length()) {
            answer++;
        }
        if (answer == answers.size() || answers.nanos(answer) > until) {
            return false;
        }
        long came = answers.nanos(answer);
        for (int packet = sa.after(came); packet < sa.size() && sa.nanos(packet) <= came + CONFIRMING_NANOS; packet++) {
            if (sa.length(packet) != packets.length()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a packet of another length comes back close upon this one, as if it were an answer that is confirmed. */
    private boolean confirms(long at) {
        long until = at + CONFIRMING_NANOS;
        return answers.any(at, until, 0, packets.length() - 1)
                || answers.any(at, until, packets.length() + 1, Integer.MAX_VALUE);
    }

    private double expected(int links) {
        double sum = 0;
        for (int one = 0; one < packets.size(); one++) {
            double perSecond = packets.perSecond(packets.nanos(one), AROUND);
            sum += Chance.anyWithin(perSecond, MOST_INTERVAL - LEAST_INTERVAL)
                    * Math.pow(Chance.anyWithin(perSecond, 2 * OFF), links - 1);
        }
        return sum;
    }
}
