package io.github.espial.diagnose.check;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packets that belong into a tunnel, and that a server handed to another station unencrypted. See the page {@code
 * cleartext-leak}.
 *
 * <p>What belongs there is known from policies, or from packets between the same hosts that did go through the tunnel.
 * What others send to the server in the clear, such as the hosts inside to their gateway, is no leak.
 */
public final class CleartextLeak implements Check {
    /** Pairs of hosts that evidence names. */
    private static final int NAMED = 8;

    @Override
    public String id() {
        return "cleartext-leak";
    }

    @Override
    public String summary() {
        return "packets for a network behind the peer left unencrypted";
    }

    @Override
    public List<Finding> examine(Case facts) {
        boolean isKnown = !facts.inside().networks().isEmpty()
                || !facts.inside().transported().isEmpty()
                || !facts.inside().flows().isEmpty();
        return isKnown
                ? facts.peers().stream()
                        .flatMap(peer -> examine(facts, peer).stream())
                        .toList()
                : List.of();
    }

    private Optional<Finding> examine(Case facts, Peer peer) {
        Set<MacAddress> cards = facts.topology().cards();
        List<InnerNetwork> networks = facts.inside().networks().stream()
                .filter(network -> network.peer().equals(peer.address()) && isApart(network))
                .toList();
        Set<Ends> tunnelled = facts.inside().flows().stream()
                .filter(flow -> flow.isRouted() && flow.sa().destination().equals(peer.address()))
                .map(Ends::of)
                .collect(Collectors.toCollection(HashSet::new));
        TransportLeak transport = new TransportLeak(facts, peer);
        List<Talk> leaks = facts.conclusions()
                .facts()
                .talks()
                .filter(talk -> leaves(talk.hop(), cards))
                .filter(talk -> transport.is(talk)
                        || (talk.traffic() == Traffic.PLAIN && isTunnelled(talk, tunnelled, networks)))
                .toList();
        return leaks.stream()
                .map(Talk::span)
                .reduce(Span::plus)
                .map(span -> describe(peer, leaks, span, destinations(leaks, networks)));
    }

    private static boolean isTunnelled(Talk talk, Set<Ends> tunnelled, List<InnerNetwork> networks) {
        return tunnelled.contains(new Ends(talk.source(), talk.destination()))
                || networks.stream().anyMatch(network -> network.covers(talk.source(), talk.destination()));
    }

    /** Whether one of the server's cards sent the frames to somebody else. */
    private static boolean leaves(Hop hop, Set<MacAddress> cards) {
        return hop.source().filter(cards::contains).isPresent()
                && hop.destination().filter(mac -> !cards.contains(mac)).isPresent();
    }

    /** Whether the two sides differ: where a side is everything, most packets may go in the clear all the same. */
    private static boolean isApart(InnerNetwork network) {
        return !network.destination().contains(network.source())
                && !network.source().contains(network.destination());
    }

    private static List<IpPrefix> destinations(List<Talk> leaks, List<InnerNetwork> networks) {
        return leaks.stream()
                .map(leak -> networks.stream()
                        .filter(network -> network.covers(leak.source(), leak.destination()))
                        .map(InnerNetwork::destination)
                        .findFirst()
                        .orElseGet(() -> IpPrefix.host(leak.destination())))
                .distinct()
                .sorted()
                .toList();
    }

    private Finding describe(Peer peer, List<Talk> leaks, Span span, List<IpPrefix> destinations) {
        String networks =
                destinations.stream().limit(NAMED).map(IpPrefix::toString).collect(Collectors.joining(", "));
        String text = Wording.frames(span.frames()) + " for " + networks
                + (destinations.size() > NAMED ? " and other networks" : "") + ", which IPsec with "
                + peer.address() + " is to protect, left " + peer.server() + " unencrypted";
        List<Evidence> evidence = new ArrayList<>();
        leaks.stream().limit(NAMED).forEach(leak -> evidence.add(evidence(leak)));
        return Finding.of(
                        id(),
                        Severity.ERROR,
                        destinations.equals(List.of(IpPrefix.host(peer.address())))
                                ? "Packets for " + peer.address() + " itself leave unencrypted"
                                : "Packets for networks behind " + peer.address() + " leave unencrypted",
                        text,
                        evidence)
                .about(peer.address())
                .over(span, List.of(), false)
                .into(destinations);
    }

    private static Evidence evidence(Talk leak) {
        String text = Wording.frames(leak.span().frames()) + " from " + leak.source() + " to " + leak.destination()
                + " in the clear were handed to "
                + leak.hop().destination().map(MacAddress::toString).orElse("");
        String filter = Stream.concat(
                        Stream.of("!esp && !ah", Filters.fromTo(leak.source(), leak.destination())),
                        leak.hop().source().map(Filters::comingFrom).stream())
                .collect(Collectors.joining(" && "));
        return Evidence.seen("cleartext", text, 0, leak.span(), filter);
    }

    private record Ends(IpAddress source, IpAddress destination) {
        static Ends of(Flow flow) {
            return new Ends(flow.inner().source(), flow.inner().destination());
        }
    }
}
