package io.github.espial.correlate.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Packets sent again and again at intervals that double, as TCP and most that asks over UDP do while no answer comes (RFC
 * 6298 §5.5). Three such intervals may be chance; what is as frequent at random times is not said. A beat holds such
 * intervals too, and is none; nor is what has an answer.
 */
final class Doubling {
    private static final double SECOND = 1e9;

    /** First interval of connections: 1 s (RFC 6298 §2.1), as timers of kernels round it up. */
    private static final Start ONE_SECOND = new Start(0.97, 1.09);
    /** And 3 s: RFC 1122 §4.2.3.1, Windows up to 2008 R2. */
    private static final Start THREE_SECONDS = new Start(2.85, 3.25);
    /** Of data, by the time that answers took before. */
    private static final Start MEASURED = new Start(0.19, 0.97);

    private static final List<Start> STARTS = List.of(ONE_SECOND, THREE_SECONDS, MEASURED);

    /** How much an interval may be off twice the one before: kernels round up by an eighth at the most. */
    private static final double LEAST_RATIO = 0.96;

    private static final double GREATEST_RATIO = 1.07;
    /** How exactly packets of a beat come. */
    private static final double OF_BEAT = 0.05;

    private static final int LEAST_LINKS = 2;
    private static final int MOST_LINKS = 6;
    /** With more packets of one length a second, chance finds such intervals everywhere. */
    private static final double DENSE = 4;
    /** Packets a second are counted within so many first intervals. */
    private static final double AROUND = 16;
    /** What comes back later is an answer to something else. */
    private static final long LATEST_ANSWER_NANOS = 1_500_000_000L;
    /** A refusal is shorter than what it refuses, by the options of a SYN at the most. */
    private static final int SHORTER = 24;

    private final OneLength packets;
    private final Answers answers;
    private final boolean[] isUsed;

    private Doubling(OneLength packets, Answers answers) {
        this.packets = packets;
        this.answers = answers;
        this.isUsed = new boolean[packets.size()];
    }

    /**
     * The packets that are sent again, by their places in the SA; empty where that may be chance.
     *
     * @param tests how many lengths are looked at
     */
    static Optional<Places> of(OneLength packets, Answers answers, int tests) {
        if (packets.size() <= LEAST_LINKS || packets.perSecond() > DENSE) {
            return Optional.empty();
        }
        for (Start start : STARTS) {
            Optional<Places> found = new Doubling(packets, answers).from(start, tests * STARTS.size());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Places> from(Start start, int tests) {
        List<int[]> chains = chains(start);
        if (chains.isEmpty()) {
            return Optional.empty();
        }
        for (int links = LEAST_LINKS; links <= MOST_LINKS; links++) {
            int count = 0;
            Places places = new Places();
            for (int[] chain : chains) {
                if (chain.length > links) {
                    count++;
                    for (int one : chain) {
                        places.add(packets.packet(one));
                    }
                }
            }
            double chance = Chance.ofAtLeast(count, expected(start, links));
            if (count > 0 && chance * tests * (MOST_LINKS - LEAST_LINKS + 1) <= Chance.GREATEST) {
                return Optional.of(places);
            }
        }
        return Optional.empty();
    }

    private List<int[]> chains(Start start) {
        List<int[]> chains = new ArrayList<>();
        for (int first = 0; first < packets.size(); first++) {
            if (!isUsed[first]) {
                int[] chain = longestFrom(first, start);
                if (chain.length > LEAST_LINKS) {
                    for (int one : chain) {
                        isUsed[one] = true;
                    }
                    chains.add(chain);
                }
            }
        }
        return chains;
    }

    private int[] longestFrom(int first, Start start) {
        int[] longest = {};
        long from = packets.nanos(first);
        for (int second = packets.from(from + nanos(start.least()));
                second < packets.size() && packets.nanos(second) - from <= nanos(start.most());
                second++) {
            if (!isUsed[second]) {
                int[] chain = chain(first, second);
                if (chain.length > longest.length) {
                    longest = chain;
                }
            }
        }
        return longest;
    }

    /** As far as it goes; empty where it is none. */
    private int[] chain(int first, int second) {
        Places chain = new Places();
        chain.add(first);
        chain.add(second);
        long interval = packets.nanos(second) - packets.nanos(first);
        if (isOfBeat(second, interval)) {
            return new int[0];
        }
        long before = interval;
        while (chain.size() <= MOST_LINKS) {
            int next = nearest(packets.nanos(chain.last()), 2 * before);
            if (next < 0) {
                break;
            }
            before = packets.nanos(next) - packets.nanos(chain.last());
            chain.add(next);
        }
        int[] all = chain.all();
        return isAnswered(all) ? new int[0] : all;
    }

    /** Whether another packet comes an interval later, as in a beat. */
    private boolean isOfBeat(int second, long interval) {
        long next = packets.nanos(second) + interval;
        long off = (long) (OF_BEAT * interval);
        return packets.any(next - off, next + off);
    }

    /** The unused packet closest to {@code interval} after {@code time}, if it is about there; or -1. */
    private int nearest(long time, long interval) {
        int nearest = -1;
        long least = Long.MAX_VALUE;
        long last = time + (long) (GREATEST_RATIO * interval);
        for (int one = packets.from(time + (long) (LEAST_RATIO * interval));
                one < packets.size() && packets.nanos(one) <= last;
                one++) {
            long off = Math.abs(packets.nanos(one) - time - interval);
            if (!isUsed[one] && off < least) {
                least = off;
                nearest = one;
            }
        }
        return nearest;
    }

    /** Whether something that may be an answer comes after any of them, or most come after something that they may answer. */
    private boolean isAnswered(int[] chain) {
        int answering = 0;
        for (int at = 0; at < chain.length; at++) {
            long sent = packets.nanos(chain[at]);
            long until = sent + LATEST_ANSWER_NANOS;
            if (at + 1 < chain.length) {
                until = Math.min(until, packets.nanos(chain[at + 1]));
            }
            if (answers.any(sent, until, packets.length() - SHORTER, Integer.MAX_VALUE)) {
                return true;
            }
            answering += answers.any(sent - LATEST_ANSWER_NANOS, sent, 0, Integer.MAX_VALUE) ? 1 : 0;
        }
        return 2 * answering > chain.length;
    }

    /** How many chains of so many intervals begin where as many packets come at random times. */
    private double expected(Start start, int links) {
        double sum = 0;
        for (int one = 0; one < packets.size(); one++) {
            double perSecond = packets.perSecond(packets.nanos(one), AROUND * start.most());
            double chain = Chance.anyWithin(perSecond, start.most() - start.least());
            double interval = start.most();
            for (int link = 1; link < links; link++) {
                interval *= 2;
                chain *= Chance.anyWithin(perSecond, interval * (GREATEST_RATIO - LEAST_RATIO));
            }
            sum += chain;
        }
        return sum;
    }

    private static long nanos(double seconds) {
        return (long) (seconds * SECOND);
    }

    /**
     * The first interval.
     *
     * @param least seconds
     * @param most seconds
     */
    private record Start(double least, double most) {}
}
