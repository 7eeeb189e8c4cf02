package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import java.util.List;

/**
 * What inference makes of a case, for checks to judge.
 *
 * @param topology who is who
 * @param ways what servers send to peers under SAs, by next hop
 * @param relays servers' packets that a router put on a captured link again
 * @param facts what all this rests on
 * @param stated what the user stated
 */
public record Conclusions(Topology topology, List<Way> ways, List<Relay> relays, Facts facts, Statements stated) {
    public Conclusions {
        ways = List.copyOf(ways);
        relays = List.copyOf(relays);
    }

    /** The ways that traffic of one server to one peer takes, in order of first use. */
    public List<Way> ways(Peer peer) {
        return ways.stream()
                .filter(way -> way.peer().equals(peer.address()) && way.server().equals(peer.server()))
                .toList();
    }

    /** IPsec, IKE and L2TP traffic between one server and one peer. */
    public List<OuterPath> paths(Peer peer) {
        return topology.paths().stream()
                .filter(path ->
                        path.peer().equals(peer.address()) && path.server().equals(peer.server()))
                .toList();
    }

    /** Whether {@code address} is a server's. */
    public boolean isServer(IpAddress address) {
        return topology.peers().stream().anyMatch(peer -> peer.server().equals(address));
    }
}
