package io.github.espial.infer;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What inference makes of a case, for checks to judge. */
public final class Conclusions {
    private final Topology topology;
    private final List<Way> ways;
    private final List<Relay> relays;
    private final Facts facts;
    private final Map<Pairing.Pair, List<Way>> waysByPair;
    private final Map<Pairing.Pair, List<OuterPath>> pathsByPair;

    Conclusions(Topology topology, List<Way> ways, List<Relay> relays, Facts facts) {
        this.topology = topology;
        this.ways = List.copyOf(ways);
        this.relays = List.copyOf(relays);
        this.facts = facts;
        this.waysByPair = byPair(ways, way -> new Pairing.Pair(way.server(), way.peer()));
        this.pathsByPair = byPair(topology.paths(), path -> new Pairing.Pair(path.server(), path.peer()));
    }

    /** Who is who. */
    public Topology topology() {
        return topology;
    }

    /** What servers send to peers under SAs, by next hop. */
    public List<Way> ways() {
        return ways;
    }

    /** Servers' packets that a router put on a captured link again. */
    public List<Relay> relays() {
        return relays;
    }

    /** What all this rests on. */
    public Facts facts() {
        return facts;
    }

    /** The ways that traffic of one server to one peer takes, in order of first use. */
    public List<Way> ways(Peer peer) {
        return waysByPair.getOrDefault(new Pairing.Pair(peer.server(), peer.address()), List.of());
    }

    /** IPsec, IKE and L2TP traffic between one server and one peer. */
    public List<OuterPath> paths(Peer peer) {
        return pathsByPair.getOrDefault(new Pairing.Pair(peer.server(), peer.address()), List.of());
    }

    private static <T> Map<Pairing.Pair, List<T>> byPair(List<T> all, Function<T, Pairing.Pair> pair) {
        return all.stream().collect(Collectors.groupingBy(pair));
    }
}
