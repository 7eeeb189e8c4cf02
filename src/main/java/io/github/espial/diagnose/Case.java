package io.github.espial.diagnose;

import io.github.espial.correlate.Inside;
import io.github.espial.infer.Conclusions;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Topology;
import io.github.espial.observe.Traffic;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.Machine;
import java.util.List;
import java.util.stream.Stream;

/**
 * What checks judge: the conclusions drawn from a case's captures, and the captures' own quality.
 *
 * @param conclusions who is who, and where each peer's traffic goes
 * @param captures in the order they were given
 * @param inside what is known of inner packets
 * @param machine what the server's own words tell of it
 * @param predictions what its table says of each inner network
 * @param sampled what of there was too much to keep all; plural nouns
 */
public record Case(
        Conclusions conclusions,
        List<CaseCapture> captures,
        Inside inside,
        Machine machine,
        Predictions predictions,
        List<String> sampled) {
    public Case {
        captures = List.copyOf(captures);
        sampled = List.copyOf(sampled);
    }

    public Topology topology() {
        return conclusions.topology();
    }

    public List<Peer> peers() {
        return topology().peers();
    }

    /** Paths of ESP, AH and ESP in UDP between a server and {@code peer}, in one direction. */
    public Stream<OuterPath> protectedPaths(Peer peer, boolean outbound) {
        return conclusions.paths(peer).stream()
                .filter(path -> path.outbound() == outbound && path.traffic().isProtected());
    }

    /** Paths of one kind of traffic between a server and {@code peer}, in one direction. */
    public Stream<OuterPath> paths(Peer peer, Traffic traffic, boolean outbound) {
        return conclusions.paths(peer).stream()
                .filter(path -> path.outbound() == outbound && path.traffic() == traffic);
    }

    /** The time of the last frame of the case in nanoseconds since the epoch. */
    public long endNanos() {
        return captures.stream().mapToLong(CaseCapture::lastNanos).max().orElse(Long.MIN_VALUE);
    }
}
