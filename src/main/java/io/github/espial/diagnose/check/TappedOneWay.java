package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.PrefixTable;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.routing.StatedNetwork;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Inner packets that were captured on a tunnel's own device, one way only; of {@link EspOneWay}. */
final class TappedOneWay {
    /** Fewer packets may just not have been answered yet. */
    private static final int ENOUGH = 3;

    private TappedOneWay() {}

    /** What passed a device for a network behind a peer. */
    private record Passing(Hop.Point point, StatedNetwork network, Optional<Span> in, Optional<Span> out) {
        Passing and(Passing other) {
            return new Passing(point, network, sum(in, other.in), sum(out, other.out));
        }

        private static Optional<Span> sum(Optional<Span> one, Optional<Span> other) {
            return one.isPresent() && other.isPresent()
                    ? Optional.of(one.get().plus(other.get()))
                    : one.or(() -> other);
        }
    }

    /** One for each network that the machine's words state, and whose packets are on a device without IPsec. */
    static Stream<Finding> findings(Case facts) {
        PrefixTable<StatedNetwork> networks = new PrefixTable<>();
        for (StatedNetwork network : facts.machine().tunnels().networks()) {
            if (network.standing().mayCarry() && networks.get(network.network()).isEmpty()) {
                networks.put(network.network(), network);
            }
        }
        if (networks.isEmpty()) {
            return Stream.empty();
        }
        Set<Hop.Point> outside = new HashSet<>();
        facts.conclusions()
                .facts()
                .ipsec()
                .forEach(talk -> outside.add(talk.hop().point()));
        Map<String, Passing> passing = new TreeMap<>();
        facts.conclusions()
                .facts()
                .talks()
                .filter(talk -> isInside(talk) && !outside.contains(talk.hop().point()))
                .forEach(talk -> {
                    of(networks, talk.source())
                            .ifPresent(network -> keep(
                                    passing,
                                    new Passing(
                                            talk.hop().point(), network, Optional.of(talk.span()), Optional.empty())));
                    of(networks, talk.destination())
                            .ifPresent(network -> keep(
                                    passing,
                                    new Passing(
                                            talk.hop().point(), network, Optional.empty(), Optional.of(talk.span()))));
                });
        return passing.values().stream().flatMap(one -> describe(facts, one).stream());
    }

    private static void keep(Map<String, Passing> passing, Passing one) {
        passing.merge(one.point() + " " + one.network().network(), one, Passing::and);
    }

    /** Whether packets were seen on a device that has no MACs, as tunnel devices have none. */
    private static boolean isInside(Talk talk) {
        return talk.traffic() == Traffic.PLAIN
                && talk.hop().source().isEmpty()
                && talk.hop().destination().isEmpty();
    }

    private static Optional<StatedNetwork> of(PrefixTable<StatedNetwork> networks, IpAddress address) {
        return networks.longestMatch(IpPrefix.host(address)).map(PrefixTable.Entry::value);
    }

    private static Optional<Finding> describe(Case facts, Passing one) {
        if (one.in().isPresent() == one.out().isPresent()) {
            return Optional.empty();
        }
        boolean isIn = one.in().isPresent();
        Span span = one.in().or(one::out).orElseThrow();
        if (span.frames() < ENOUGH) {
            return Optional.empty();
        }
        IpPrefix network = one.network().network();
        IpAddress peer = one.network().peer();
        String device = device(facts, one.point());
        String text = Wording.frames(span.frames()) + (isIn ? " from " : " to ") + network + ", behind " + peer
                + ", were captured inside the tunnel, on " + device + ", and none "
                + (isIn
                        ? "to it: what answers them takes another way than this tunnel"
                        : "from it: nothing comes back through the tunnel");
        String field = network.address().version() == 4 ? "ip" : "ipv6";
        return Optional.of(Finding.of(
                        FindingId.ESP_ONE_WAY,
                        Severity.WARNING,
                        "inside the tunnel to " + peer + " packets go one way",
                        text,
                        List.of(Evidence.seen(
                                "inside-tunnel",
                                (isIn ? "packets from " : "packets to ") + network + " on " + device
                                        + ", and none the other way",
                                0,
                                span,
                                field + (isIn ? ".src" : ".dst") + " == " + network)))
                .about(peer)
                .into(List.of(network))
                .over(span, List.of(), false));
    }

    private static String device(Case facts, Hop.Point point) {
        return facts.captures().stream()
                .filter(capture -> capture.stream() == point.capture())
                .flatMap(capture -> capture.summary().interfaces().stream())
                .filter(card -> card.id() == point.interfaceId())
                .flatMap(card -> card.name().stream())
                .findFirst()
                .orElse("a device without MACs");
    }
}
