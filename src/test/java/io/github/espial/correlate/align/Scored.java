package io.github.espial.correlate.align;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How what was found compares with the truth.
 *
 * @param right flows that were said to go where they went
 * @param wrong flows that were said to go elsewhere
 * @param there flows that went into ESP, as far as both captures show any packet of them
 * @param stated the error that the probabilities state, as a number of flows
 * @param networks the same of networks: what a report would say of where each went
 */
record Scored(int right, int wrong, int there, double stated, Networks networks) {
    /**
     * Networks behind the peer.
     *
     * @param right that were said to be in the SA that they are in
     * @param wrong that were said to be in another one, or behind the peer at all, where they are not
     * @param there of which the captures show a flow
     */
    record Networks(int right, int wrong, int there) {
        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return there == 0 ? 1 : (double) right / there;
        }

        Networks plus(Networks other) {
            return new Networks(right + other.right, wrong + other.wrong, there + other.there);
        }
    }

    double precision() {
        return right + wrong == 0 ? 1 : (double) right / (right + wrong);
    }

    double recall() {
        return there == 0 ? 1 : (double) right / there;
    }

    Scored plus(Scored other) {
        return new Scored(
                right + other.right,
                wrong + other.wrong,
                there + other.there,
                stated + other.stated,
                networks.plus(other.networks));
    }

    static final Scored NONE = new Scored(0, 0, 0, 0, new Networks(0, 0, 0));

    /** All of a plan with the seeds from 0 on. */
    static Scored of(Gateway.Plan plan, int seeds) {
        Scored sum = NONE;
        for (int seed = 0; seed < seeds; seed++) {
            Gateway gateway = Gateway.of(plan, seed);
            sum = sum.plus(of(gateway, align(gateway), gateway.clear()));
        }
        return sum;
    }

    /** Aligns both sides, by two clocks where the plan has two. */
    static Optional<Alignment.Outcome> align(Gateway gateway) {
        PacketColumns esp = gateway.esp().inOrder(gateway.esp()::nanos);
        PacketColumns clear = gateway.clear().inOrder(gateway.clear()::nanos);
        List<Integer> ways = Collections.nCopies(gateway.bins(), 0);
        if (gateway.hasOneClock()) {
            return Alignment.of(new Sides(clear, gateway.pairOfFlow(), gateway.pairs(), esp, ways, -1_000_000));
        }
        return ClockTrack.of(esp, clear)
                .map(track -> clear.inOrder(packet -> track.nanos(clear.nanos(packet))))
                .flatMap(moved ->
                        Alignment.of(new Sides(moved, gateway.pairOfFlow(), gateway.pairs(), esp, ways, -20_000_000)));
    }

    static Scored of(Gateway gateway, Optional<Alignment.Outcome> outcome, PacketColumns clear) {
        int flows = gateway.pairOfFlow().size();
        Set<Integer> there = new HashSet<>();
        for (int packet = 0; packet < clear.size(); packet++) {
            if (gateway.networkOfFlow(clear.owner(packet)) >= 0) {
                there.add(clear.owner(packet));
            }
        }
        Set<Integer> networksThere = new HashSet<>();
        there.forEach(flow -> networksThere.add(gateway.networkOfFlow(flow)));
        if (outcome.isEmpty()) {
            return new Scored(0, 0, there.size(), 0, new Networks(0, 0, networksThere.size()));
        }
        Map<Integer, Double> best = new TreeMap<>();
        Map<Integer, Set<Integer>> networks = new TreeMap<>();
        for (Decision.Piece piece : outcome.get().decision().pieces()) {
            double probability = outcome.get().probability(piece.at().score());
            for (int flow : flowsOf(gateway, piece, flows)) {
                networks.computeIfAbsent(flow, key -> new HashSet<>())
                        .add(gateway.networkOfBin(piece.at().bin()));
                best.merge(flow, probability, Math::min);
            }
        }
        int right = 0;
        int wrong = 0;
        double stated = 0;
        for (Map.Entry<Integer, Set<Integer>> one : networks.entrySet()) {
            boolean isRight = one.getValue().equals(Set.of(gateway.networkOfFlow(one.getKey())));
            right += isRight ? 1 : 0;
            wrong += isRight ? 0 : 1;
            stated += 1 - best.getOrDefault(one.getKey(), 1.0);
        }
        return new Scored(right, wrong, there.size(), stated, networks(gateway, networks, networksThere.size()));
    }

    /** By flow: the networks whose SAs it was said to be in. What goes elsewhere is a network for each flow. */
    private static Networks networks(Gateway gateway, Map<Integer, Set<Integer>> told, int there) {
        Set<Integer> right = new HashSet<>();
        Set<List<Integer>> wrong = new HashSet<>();
        told.forEach((flow, in) -> {
            int network = gateway.networkOfFlow(flow);
            for (int one : in) {
                if (one == network) {
                    right.add(network);
                } else {
                    wrong.add(network < 0 ? List.of(-1, flow, one) : List.of(network, one));
                }
            }
        });
        return new Networks(right.size(), wrong.size(), there);
    }

    private static List<Integer> flowsOf(Gateway gateway, Decision.Piece piece, int flows) {
        if (piece.flow().isPresent()) {
            return List.of(piece.flow().get());
        }
        List<Integer> all = new ArrayList<>();
        for (int flow = 0; flow < flows; flow++) {
            if (gateway.pairOfFlow().get(flow) == piece.pair()) {
                all.add(flow);
            }
        }
        return all;
    }
}
