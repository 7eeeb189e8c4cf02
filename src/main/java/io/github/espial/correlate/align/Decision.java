package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which flows went where: pairs of hosts first, as all packets between two hosts commonly go one way; then single flows of
 * those pairs that go no way as a whole, as policies may choose by port.
 */
final class Decision {
    /** Packets of a flow that is looked at by itself. */
    private static final int LEAST_PACKETS = 4;

    private final Sides sides;
    private final EspClasses esp;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Rounds.Unclear> unclear = new ArrayList<>();
    private boolean isGivenUp;

    private Decision(Sides sides, List<Optional<Fit>> fits) {
        this.sides = sides;
        this.esp = new EspClasses(sides.esp(), fits);
    }

    /**
     * A part of a flow or of the flows of a pair that went into a bin.
     *
     * @param flow the flow; empty: all of the pair
     * @param share of the packets of its like that have an ESP packet
     */
    record Piece(Optional<Integer> flow, int pair, Placed at, double share) {}

    static Decision of(Sides sides, List<Optional<Fit>> fits, double threshold) {
        Decision decision = new Decision(sides, fits);
        decision.decide(threshold);
        return decision;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** The same with nothing placed. */
    Decision withoutPieces() {
        pieces.clear();
        unclear.clear();
        return this;
    }

    /** Pairs that fit, as others do. */
    List<Rounds.Unclear> unclear() {
        return unclear;
    }

    /** Whether there was too much to be done: then nothing is placed. */
    boolean isGivenUp() {
        return isGivenUp;
    }

    /** The ESP, with what explains it. */
    EspClasses esp() {
        return esp;
    }

    private void decide(double threshold) {
        int[] pairOf = sides.pairOfFlow().stream().mapToInt(pair -> pair).toArray();
        Rounds ofPairs = new Rounds(new Units(sides.clear(), pairOf, sides.pairs()), esp, threshold);
        boolean[] isPlaced = new boolean[sides.pairs()];
        List<Placed> placedPairs = ofPairs.run();
        if (ofPairs.isGivenUp()) {
            isGivenUp = true;
            return;
        }
        for (Placed at : placedPairs) {
            pieces.add(new Piece(Optional.empty(), at.unit(), at, ofPairs.share()));
            isPlaced[at.unit()] = true;
        }
        int[] unitOf = singleFlows(pairOf, isPlaced);
        int units = Arrays.stream(unitOf).max().orElse(-1) + 1;
        if (units > 0) {
            int[] flowOf = new int[units];
            for (int flow = 0; flow < unitOf.length; flow++) {
                if (unitOf[flow] >= 0) {
                    flowOf[unitOf[flow]] = flow;
                }
            }
            Rounds ofFlows = new Rounds(new Units(sides.clear(), unitOf, units), esp, threshold);
            List<Placed> placedFlows = ofFlows.run();
            for (Placed at : ofFlows.isGivenUp() ? List.<Placed>of() : placedFlows) {
                int flow = flowOf[at.unit()];
                pieces.add(new Piece(Optional.of(flow), pairOf[flow], at, ofFlows.share()));
                isPlaced[pairOf[flow]] = true;
            }
        }
        ofPairs.unclear().stream().filter(one -> !isPlaced[one.unit()]).forEach(unclear::add);
    }

    /** By flow: its number among those that are looked at by themselves, or -1. */
    private int[] singleFlows(int[] pairOf, boolean[] isPlaced) {
        int[] packets = new int[pairOf.length];
        int[] flowsOfPair = new int[sides.pairs()];
        for (int packet = 0; packet < sides.clear().size(); packet++) {
            packets[sides.clear().owner(packet)]++;
        }
        for (int pair : pairOf) {
            if (pair >= 0) {
                flowsOfPair[pair]++;
            }
        }
        int[] unitOf = new int[pairOf.length];
        int units = 0;
        for (int flow = 0; flow < pairOf.length; flow++) {
            int pair = pairOf[flow];
            boolean isLookedAt =
                    pair >= 0 && !isPlaced[pair] && flowsOfPair[pair] > 1 && packets[flow] >= LEAST_PACKETS;
            unitOf[flow] = isLookedAt ? units++ : -1;
        }
        return unitOf;
    }
}
