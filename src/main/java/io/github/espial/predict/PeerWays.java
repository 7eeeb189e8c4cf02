package io.github.espial.predict;

import io.github.espial.infer.Conclusions;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.routing.LookupModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All that is captured of one peer's ESP, where nothing tells which inner network it was for: then only all next hops
 * together can be held against all predictions.
 *
 * @param predictions of the peer's inner networks
 * @param nextHops addresses of the stations that its ESP was handed to
 */
record PeerWays(List<Prediction> predictions, Set<IpAddress> nextHops) {
    PeerWays {
        predictions = List.copyOf(predictions);
        nextHops = Set.copyOf(nextHops);
    }

    /** One for each peer of whose networks none can be told to be tried, and whose ESP tells the models apart. */
    static List<PeerWays> untold(List<Prediction> all, Conclusions conclusions) {
        Map<List<Object>, List<Prediction>> byPeer = new LinkedHashMap<>();
        all.forEach(one -> byPeer.computeIfAbsent(List.of(one.server(), one.peer()), key -> new ArrayList<>())
                .add(one));
        List<PeerWays> untold = new ArrayList<>();
        for (List<Prediction> predictions : byPeer.values()) {
            List<Way> ways = conclusions.ways().stream()
                    .filter(way -> way.peer().equals(predictions.get(0).peer())
                            && predictions
                                    .get(0)
                                    .server()
                                    .filter(way.server()::equals)
                                    .isPresent())
                    .toList();
            PeerWays peer = new PeerWays(
                    predictions,
                    ways.stream()
                            .flatMap(way -> way.nextHop().address().stream())
                            .collect(Collectors.toSet()));
            boolean areKnown = !ways.isEmpty()
                    && ways.stream().allMatch(way -> way.nextHop().address().isPresent());
            if (areKnown && predictions.stream().noneMatch(Prediction::isTried) && peer.tellModels()) {
                untold.add(peer);
            }
        }
        return untold;
    }

    /** Whether the next hops are some of those that {@code model} gives for the networks. */
    boolean areExplainedBy(LookupModel model) {
        return given(model).containsAll(nextHops);
    }

    private boolean tellModels() {
        return !given(LookupModel.BEFORE_IPSEC).equals(given(LookupModel.AFTER_IPSEC));
    }

    private Set<IpAddress> given(LookupModel model) {
        return predictions.stream()
                .flatMap(one -> one.nextHop(model).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
