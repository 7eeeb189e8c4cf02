package io.github.espial.infer;

import io.github.espial.net.IpAddress;
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
    private final Limits limits;
    private final Map<Pairing.Pair, List<Way>> waysByPair;
    private final Map<Pairing.Pair, List<OuterPath>> pathsByPair;

    Conclusions(Topology topology, List<Way> ways, List<Relay> relays, Facts facts, Limits limits) {
        this.topology = topology;
        this.ways = List.copyOf(ways);
        this.relays = List.copyOf(relays);
        this.facts = facts;
        this.limits = limits;
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

    /** What was too much to be compared. */
    public Limits limits() {
        return limits;
    }

    /** What all this rests on. */
    public Facts facts() {
        return facts;
    }

    /** The ways that traffic of one server to one peer takes, in order of first use. */
    public List<Way> ways(Peer peer) {
        return ways(peer.server(), peer.address());
    }

    /** The ways that traffic of {@code server} to {@code peer} takes, in order of first use. */
    public List<Way> ways(IpAddress server, IpAddress peer) {
        return waysByPair.getOrDefault(new Pairing.Pair(server, peer), List.of());
    }

    /** IPsec, IKE and L2TP traffic between one server and one peer. */
    public List<OuterPath> paths(Peer peer) {
        return pathsByPair.getOrDefault(new Pairing.Pair(peer.server(), peer.address()), List.of());
    }

    private static <T> Map<Pairing.Pair, List<T>> byPair(List<T> all, Function<T, Pairing.Pair> pair) {
        return all.stream().collect(Collectors.groupingBy(pair));
    }

    /**
     * What was left out, as it would have cost as the square of what a capture holds, or more than anybody reads.
     *
     * @param nextHops of peers that have more than can be held against each other, counted for each peer; these were not
     *     judged
     * @param routers with more MACs than are held against another's one by one
     * @param servers with more evidence than is told
     * @param peers that were not looked at, as the time was up
     * @param isUseOpen whether it was not looked up of all pairs of next hops if one card uses both by turns
     */
    public record Limits(long nextHops, int routers, int servers, long peers, boolean isUseOpen) {
        /** Next hops of one peer that are held against each other. */
        public static final int MOST_NEXT_HOPS = PeerTraffic.MOST_COMPARED;

        /** MACs of one router that are held against another's. */
        public static final int MOST_MACS = Router.MOST_COMPARED;

        /** Pieces of evidence that are told of one server. */
        public static final int MOST_EVIDENCE = Servers.MOST_EVIDENCE;

        /** Whether all was compared. */
        public boolean isNone() {
            return nextHops == 0 && routers == 0 && peers == 0 && !isUseOpen;
        }
    }
}
