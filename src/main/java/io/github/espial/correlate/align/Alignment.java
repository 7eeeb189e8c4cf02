package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which flow went into which bin, with the rate of false ones that the same search gives where there is nothing to be found:
 * the same packets in the clear once more, shifted in time, contend with the true ones for the ESP.
 */
final class Alignment {
    /** In one of so many cases one pair is placed falsely by chance, before the null model is asked. */
    private static final double CASES = 200;

    /** Of few packets the null model is asked several times, of many once is enough. */
    private static final int SHIFTS = 3;

    private static final int MANY = 300_000;
    /** Shifts by parts of the whole: none is a multiple of a second or of another shift. */
    private static final double SHIFT = 0.190983;
    /** Of those placed, at most so many may be false. */
    private static final double MOST_FALSE = 0.005;

    /** Nothing that was measured is surer: of 1,606 flows told in simulations made to be hard, 4 were false. */
    private static final double MOST_PROBABLE = 0.998;

    private static final long LATEST_NANOS = 100_000_000L;
    private final Sides sides;
    private final List<Optional<Fit>> fits;

    private Alignment(Sides sides, List<Optional<Fit>> fits) {
        this.sides = sides;
        this.fits = fits;
    }

    /**
     * What came of it.
     *
     * @param decision with the ESP that is explained
     * @param fits by bin
     * @param placed how many were placed
     * @param falselyPlaced how many the search places where there is nothing to be found, on average
     */
    record Outcome(Decision decision, List<Optional<Fit>> fits, int placed, double falselyPlaced) {
        /** Share of those placed that are false ones, as measured; 0 where the search found nothing false. */
        double falseShare() {
            return placed == 0 ? 0 : Math.min(1, falselyPlaced / placed);
        }

        /** Probability that what was placed with {@code score} is so. */
        double probability(double score) {
            double byChance = (fits.size() + 1) * Math.exp(-score);
            return Math.min(MOST_PROBABLE, Math.min(1 / (1 + byChance), 1 - falseShare()));
        }
    }

    /** Aligns; empty where no layout fits any ESP. */
    static Optional<Outcome> of(Sides sides) {
        List<Optional<Fit>> fits = fits(sides);
        if (fits.stream().allMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        return Optional.of(
                new Alignment(sides, fits).run(Math.log(CASES * (sides.pairs() + 1.0) * (fits.size() + 1.0))));
    }

    private Outcome run(double least) {
        int shifts = sides.clear().size() > MANY ? 1 : SHIFTS;
        List<Double> byChance = new ArrayList<>();
        for (int shift = 1; shift <= shifts; shift++) {
            Decision both = Decision.of(sides.beside(shifted(shift * SHIFT)), fits, least);
            both.pieces().stream()
                    .filter(piece -> piece.pair() >= sides.pairs())
                    .forEach(piece -> byChance.add(piece.at().score()));
            if (both.isGivenUp()) {
                // Nothing tells how much of it would be false.
                return new Outcome(both.withoutPieces(), fits, 0, 0);
            }
        }
        byChance.sort(Collections.reverseOrder());
        Decision decision = Decision.of(sides, fits, least);
        double threshold = threshold(decision, byChance, least, shifts);
        if (threshold > least) {
            decision = Decision.of(sides, fits, threshold);
        }
        long above = byChance.stream().filter(score -> score >= threshold).count();
        return new Outcome(decision, fits, decision.pieces().size(), falsely(decision, (double) above / shifts));
    }

    /** How many false ones are among those placed, where {@code found} of all pairs are where there is nothing to be found. */
    private double falsely(Decision decision, double found) {
        long pairs =
                sides.pairOfFlow().stream().filter(pair -> pair >= 0).distinct().count();
        long placed =
                decision.pieces().stream().map(Decision.Piece::pair).distinct().count();
        // Only what goes nowhere can be placed falsely by chance.
        return pairs == 0 ? 0 : found * Math.min((double) pairs, pairs - placed + found) / pairs;
    }

    /** The least score from which on few enough of those placed are false. */
    private static double threshold(Decision decision, List<Double> byChance, double least, int shifts) {
        double threshold = least;
        while (true) {
            double from = threshold;
            long above = byChance.stream().filter(score -> score >= from).count();
            long placed = decision.pieces().stream()
                    .filter(piece -> piece.at().score() >= from)
                    .count();
            if (above == 0 || above <= MOST_FALSE * shifts * placed) {
                return threshold;
            }
            threshold = Math.nextUp(byChance.get((int) above - 1));
        }
    }

    /** The same packets in the clear, later by a part of their span; those that leave at the end enter at the beginning. */
    private PacketColumns shifted(double part) {
        PacketColumns clear = sides.clear();
        long first = Math.min(clear.firstNanos(), sides.esp().firstNanos());
        long span = Math.max(1, Math.max(clear.lastNanos(), sides.esp().lastNanos()) - first);
        long by = (long) (part * span);
        return clear.inOrder(packet -> first + (clear.nanos(packet) - first + by) % span);
    }

    /** The fit of each way, by bin. */
    private static List<Optional<Fit>> fits(Sides sides) {
        int ways = sides.wayOfBin().stream().mapToInt(way -> way + 1).max().orElse(0);
        List<Optional<Fit>> ofWays = new ArrayList<>();
        for (int way = 0; way < ways; way++) {
            int wanted = way;
            PacketColumns esp = sides.esp();
            PacketColumns ofWay = esp.inOrder(packet -> sides.wayOfBin().get(esp.owner(packet)) == wanted
                    ? esp.nanos(packet)
                    : PacketColumns.Clock.LEFT_OUT);
            ofWays.add(Fit.of(ofWay, sides.clear(), sides.causalNanos(), LATEST_NANOS));
        }
        List<Optional<Fit>> ofBins = new ArrayList<>();
        sides.wayOfBin().forEach(way -> ofBins.add(ofWays.get(way)));
        return ofBins;
    }
}
