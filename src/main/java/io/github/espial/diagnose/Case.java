package io.github.espial.diagnose;

import io.github.espial.correlate.TunnelContents;
import io.github.espial.infer.Conclusions;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Topology;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.FactKind;
import io.github.espial.observe.Traffic;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Machine;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What checks judge: the conclusions drawn from a case's captures, and the captures' own quality.
 *
 * @param conclusions who is who, and where each peer's traffic goes
 * @param captures in the order they were given
 * @param inside what is known of inner packets
 * @param tunnels the L2TP tunnels that were seen, in the clear or inside ESP
 * @param machine what the server's own words tell of it
 * @param predictions what its table says of each inner network
 * @param statements what the user stated, and what became of it
 * @param sampled what of there was too much to keep all
 */
public record Case(
        Conclusions conclusions,
        List<CaseCapture> captures,
        TunnelContents inside,
        List<L2tpTunnel> tunnels,
        Machine machine,
        Predictions predictions,
        List<Statement> statements,
        List<FactKind> sampled) {
    public Case {
        captures = List.copyOf(captures);
        tunnels = List.copyOf(tunnels);
        statements = List.copyOf(statements);
        sampled = List.copyOf(sampled);
    }

    public Topology topology() {
        return conclusions.topology();
    }

    public List<Peer> peers() {
        return topology().peers();
    }

    /** Paths of ESP, AH and ESP in UDP between a server and {@code peer}, in one direction. */
    public Stream<OuterPath> protectedPaths(Peer peer, Direction direction) {
        return conclusions.paths(peer).stream()
                .filter(path -> path.direction() == direction && path.traffic().isProtected());
    }

    /** Paths of one kind of traffic between a server and {@code peer}, in one direction. */
    public Stream<OuterPath> paths(Peer peer, Traffic traffic, Direction direction) {
        return conclusions.paths(peer).stream()
                .filter(path -> path.direction() == direction && path.traffic() == traffic);
    }

    /** What carries the packets between a server and {@code peer}: {@code ESP}, {@code AH}, or {@code ESP and AH}. */
    public String protocol(Peer peer) {
        return conclusions.facts().protocol(peer.server(), peer.address());
    }

    /** What carries the packets between the servers and {@code peer}. */
    public String protocol(IpAddress peer) {
        return topology().peer(peer).map(this::protocol).orElse("ESP");
    }

    /** L2TP tunnels between a server and {@code peer}. */
    public Stream<L2tpTunnel> tunnels(Peer peer) {
        return tunnels.stream().filter(tunnel -> tunnel.isBetween(peer.server(), peer.address()));
    }

    /**
     * Whether there was more than could be kept of what tells where IPsec goes: not of the octets of IKE, nor of what is in
     * the clear, unless it is known what must not be.
     */
    boolean isSample() {
        boolean mayLeak = !inside.networks().isEmpty()
                || !inside.transported().isEmpty()
                || !inside.flows().isEmpty();
        return sampled.stream()
                .anyMatch(what -> what != FactKind.IKE_MESSAGES && (mayLeak || what != FactKind.CONVERSATIONS));
    }

    /** The captures in their order, those together that were written in turns at one point. */
    public List<List<CaseCapture>> streams() {
        TreeMap<Integer, List<CaseCapture>> streams = captures.stream()
                .collect(Collectors.groupingBy(CaseCapture::stream, TreeMap::new, Collectors.toList()));
        return List.copyOf(streams.values());
    }

    /** The time of the last frame of the case in nanoseconds since the epoch. */
    public long endNanos() {
        return captures.stream().mapToLong(CaseCapture::lastNanos).max().orElse(Long.MIN_VALUE);
    }
}
