package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides which units of packets in the clear went into which bins of ESP.
 *
 * <p>Round by round: each unit's packets are held against the ESP that nothing explains yet. Those that speak for a bin
 * contend for it, and what is contested speaks for nobody. A unit that enough speaks for all the same is placed, and explains
 * its ESP from then on, which leaves less to be explained by others. What is left at the end and fits is unclear: it
 * may be one of several.
 *
 * <p>What a packet says is the ratio of two likelihoods of the ESP around it: that it went into the bin, and that ESP of that
 * length came by as it does there. If nothing of the unit went there, the mean of that ratio is 1 at most, so that a
 * product of many above {@code x} has a probability below {@code 1/x} (Ville 1939).
 */
final class Rounds {
    private static final int MOST_ROUNDS = 5;
    /** Where another packet may have taken what a packet became: how likely it is that it did not. */
    private static final double LEFT = 0.3;
    /** Longer beats are rare. */
    private static final long LONGEST_BEAT_NANOS = 3_000_000_000L;
    /** Where a delay varies more, the packets of a burst are not told apart: they say what its first says. */
    private static final long COARSE_NANOS = 2_000_000;

    private final Units units;
    private final EspClasses esp;
    private final double threshold;
    private final Candidates candidates;
    private final Hypotheses hypotheses;
    private final Contest contest;
    private final Placements placements;
    /** By bin: the latest packet that may have become ESP of it. */
    private final int[] seenBy;

    /** @param threshold sum of log-likelihood ratios from which on a unit is placed */
    Rounds(Units units, EspClasses esp, double threshold) {
        this(units, esp, threshold, new Candidates(esp));
    }

    /** @param candidates those of {@code esp}, which may be given up at any number */
    Rounds(Units units, EspClasses esp, double threshold, Candidates candidates) {
        this.units = units;
        this.esp = esp;
        this.threshold = threshold;
        this.candidates = candidates;
        this.hypotheses = new Hypotheses(units.count());
        this.contest = new Contest(units, esp, candidates);
        this.placements = new Placements(units, esp, candidates);
        this.seenBy = new int[esp.bins()];
    }

    /** A unit that fits a bin, but so do others: none is placed. */
    record Unclear(int unit, int bin, double score) {}

    /** Places what can be placed. */
    List<Placed> run() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            esp.countRates();
            weigh(false);
            contest.hold(hypotheses, placements.settled());
            weigh(true);
            List<Placed> sure = sure();
            if (sure.isEmpty() || !placements.place(sure)) {
                break;
            }
        }
        placements.dropScraps();
        return placements.all();
    }

    /** After {@link #run}: whether there was too much to be done: then nothing is to be made of what was placed. */
    boolean isGivenUp() {
        return candidates.isSpent();
    }

    /** After {@link #run}: what fits ESP that nothing explains, but does not stand out. */
    List<Unclear> unclear() {
        weigh(false);
        List<Unclear> unclear = new ArrayList<>();
        for (int one = 0; one < hypotheses.size(); one++) {
            double score = score(one);
            if (score >= threshold && !placements.isPlaced(hypotheses.unit(one))) {
                unclear.add(new Unclear(hypotheses.unit(one), hypotheses.bin(one), score));
            }
        }
        return unclear;
    }

    /** Of a unit's packets, how many have an ESP packet. */
    double share() {
        return placements.share();
    }

    /** A stretch may begin at any of a unit's packets: the best one is chosen among so many. */
    private double score(int hypothesis) {
        return hypotheses.best(hypothesis) - Math.log(units.size(hypotheses.unit(hypothesis)) + 1.0);
    }

    /** Hypotheses that enough speaks for, the best first. */
    private List<Placed> sure() {
        List<Placed> sure = new ArrayList<>();
        for (int one = 0; one < hypotheses.size(); one++) {
            double score = score(one);
            if (score >= threshold) {
                sure.add(new Placed(
                        hypotheses.unit(one),
                        hypotheses.bin(one),
                        hypotheses.first(one),
                        hypotheses.last(one),
                        score,
                        0,
                        0));
            }
        }
        sure.sort((one, other) -> Double.compare(other.score(), one.score()));
        return sure;
    }

    /** Weighs each hypothesis; without contested ESP if so asked. */
    private void weigh(boolean isWithoutContested) {
        hypotheses.clear();
        candidates.begin();
        Arrays.fill(seenBy, -1);
        double miss = Math.log(1 - share());
        for (int packet = 0; packet < units.packets(); packet++) {
            int unit = units.unit(packet);
            boolean isSettled = placements.settled().get(packet);
            if (unit == Units.NONE || isSettled || esp.isTooLong(units.length(packet))) {
                continue;
            }
            candidates.find(units.nanos(packet), units.length(packet));
            for (int in = 0; in < candidates.count(); in++) {
                weigh(packet, in, isWithoutContested);
            }
            for (int one = hypotheses.latest(unit); one != Hypotheses.NONE; one = hypotheses.before(one)) {
                if (seenBy[hypotheses.bin(one)] != packet) {
                    hypotheses.add(one, packet, miss);
                }
            }
        }
    }

    private void weigh(int packet, int in, boolean isWithoutContested) {
        int bin = candidates.bin(in);
        DelayShape shape = esp.shape(bin);
        double sum = 0;
        boolean mayBeOther = false;
        int likeliest = EspClasses.NONE;
        double greatest = 0;
        for (int place = candidates.from(in); place < candidates.end(in); place++) {
            if (!esp.isFree(place) || (isWithoutContested && contest.isContested(place))) {
                mayBeOther = true;
            } else {
                double at = shape.at(esp.nanos(place) - units.nanos(packet));
                sum += at / esp.rate(place);
                likeliest = at > greatest ? place : likeliest;
                greatest = Math.max(at, greatest);
            }
        }
        if (sum == 0 && !mayBeOther) {
            return;
        }
        seenBy[bin] = packet;
        int hypothesis = hypotheses.of(units.unit(packet), bin);
        if (hypothesis != Hypotheses.NONE) {
            double expected = mayBeOther ? share() * LEFT : share();
            double ratio = likeliest == EspClasses.NONE
                    ? sum
                    : outOfBeat(hypothesis, likeliest, units.nanos(packet), shape.width(), sum);
            hypotheses.add(hypothesis, packet, Math.log(1 - expected + expected * ratio));
        }
    }

    /**
     * What the ESP at {@code place} says where the packet before had some too: where ESP comes in beats, a packet that met
     * one once meets the next ones as well, and they say nothing new.
     */
    private double outOfBeat(int hypothesis, int place, long nanos, long width, double ratio) {
        int before = hypotheses.latestPlace(hypothesis);
        long since = nanos - hypotheses.latestNanos(hypothesis);
        hypotheses.note(hypothesis, place, nanos);
        boolean mayBeBeat = ratio > 1
                && before != Hypotheses.NONE
                && (since >= width || width > COARSE_NANOS)
                && since <= LONGEST_BEAT_NANOS
                && esp.classAt(before) == esp.classAt(place);
        double beat = mayBeBeat ? esp.beat(before, since, width / 2) : 0;
        return beat == 0 ? ratio : Math.min(ratio, 1 / beat);
    }
}
