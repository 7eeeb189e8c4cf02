package io.github.espial.diagnose;

import io.github.espial.dissect.Opaque;
import io.github.espial.infer.Way;
import io.github.espial.net.LinkTypes;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.tally.OpaqueTally;
import io.github.espial.observe.tally.PointTally;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Frames of a case that may hold IPsec and were not looked into. Nobody can say that there is no IPsec where they are, nor
 * that all of the server's goes right where they may be the server's: sent by it or to it, or by and to nobody knows whom.
 *
 * <p>What does not show what it is on IKE's ports stands apart: most often it is IKE or ESP in UDP that was cut short. Its
 * addresses are known, so it hides nothing where it went to a next hop that is proper, or came in.
 */
final class BlindSpots {
    private final List<OpaqueTally> spots;

    /** @param all what was not looked into; interfaces of no network, such as USB, are left out */
    BlindSpots(List<OpaqueTally> all) {
        this.spots = all.stream()
                .filter(one -> one.what() != Opaque.LINK_TYPE || !LinkTypes.isOfNoNetwork(one.linkType()))
                .toList();
    }

    static BlindSpots of(List<CaseCapture> captures) {
        return new BlindSpots(
                captures.stream().flatMap(capture -> capture.opaque().stream()).toList());
    }

    /** Frames that were looked at: of a part of the case, fewer than its files hold. */
    static long frames(List<CaseCapture> captures) {
        return captures.stream()
                .flatMap(capture -> capture.points().stream())
                .mapToLong(PointTally::frames)
                .sum();
    }

    boolean isEmpty() {
        return spots.isEmpty();
    }

    /** Those that may be IPsec of a server of the case, on its way to a next hop that is not known to be proper. */
    BlindSpots ofServers(Case seen) {
        Set<MacAddress> servers = seen.topology().cards();
        Set<MacAddress> proper = seen.conclusions().ways().stream()
                .filter(way -> way.delivery() == Way.Delivery.PROPER)
                .flatMap(way -> way.nextHop().mac().stream())
                .collect(Collectors.toSet());
        return new BlindSpots(
                spots.stream().filter(one -> mayBeOf(servers, proper, one)).toList());
    }

    private static boolean mayBeOf(Set<MacAddress> server, Set<MacAddress> proper, OpaqueTally one) {
        Optional<MacAddress> source = one.source();
        Optional<MacAddress> destination = one.destination();
        if (one.what() == Opaque.IKE_PORT) {
            return destination.isEmpty()
                    || (source.filter(server::contains).isPresent() && !proper.contains(destination.get()));
        }
        boolean isNobodys = source.isEmpty() && destination.isEmpty();
        return isNobodys
                || source.filter(server::contains).isPresent()
                || destination.filter(server::contains).isPresent();
    }

    /** Such as "56 of 56 frames are MACsec, not looked into". */
    String sentence(long frames) {
        return byKind().entrySet().stream()
                        .map(kind -> kind.getValue() + " of " + frames + (frames == 1 ? " frame " : " frames ")
                                + (kind.getValue() == 1 ? "is " : "are ")
                                + kind.getKey().words())
                        .collect(Collectors.joining(", "))
                + ", not looked into";
    }

    /** What is missing, with how to get it. */
    List<String> missing() {
        return byKind().keySet().stream()
                .filter(kind -> kind != Opaque.LINK_TYPE && kind != Opaque.WIRELESS)
                .map(
                        kind -> kind == Opaque.IKE_PORT
                                ? "the beginning of IKE and of ESP in UDP: capture whole packets (snap length 0)"
                                : "what is inside of frames that are " + kind.words()
                                        + ": capture where these packets pass as they are, before they go in or after they come out")
                .distinct()
                .toList();
    }

    /** Frames by kind. */
    Map<Opaque, Long> byKind() {
        Map<Opaque, Long> frames = new EnumMap<>(Opaque.class);
        spots.forEach(one -> frames.merge(one.what(), one.span().frames(), Long::sum));
        return frames;
    }
}
