package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.SecurityAssociation.Direction;
import io.github.espial.infer.Way;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * IKE that is answered by one MAC, and ESP that goes to another, where nothing tells whether these are two routers or one.
 * Capture filters leave it so: they drop ARP and the Internet traffic. See the page {@code next-hops-unclear}.
 */
public final class NextHopsUnclear implements Check {
    /** Fewer frames may be strays that a change of the route left behind. */
    private static final long ENOUGH = 3;

    @Override
    public String id() {
        return "next-hops-unclear";
    }

    @Override
    public String summary() {
        return "IKE goes to one MAC and ESP to another, and nothing tells whether these are two routers or one";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        List<Way> ways = facts.conclusions().ways(peer);
        boolean isAnswered =
                facts.paths(peer, Traffic.IKE, Direction.INBOUND).findAny().isPresent();
        if (!isAnswered || ways.stream().anyMatch(way -> way.delivery() == Way.Delivery.WRONG)) {
            return Stream.empty();
        }
        Map<MacAddress, Span> ike = ike(facts, peer);
        boolean isShared = ways.stream()
                .anyMatch(way -> way.nextHop().mac().filter(ike::containsKey).isPresent());
        if (ike.size() != 1 || isShared) {
            return Stream.empty();
        }
        Map.Entry<MacAddress, Span> negotiation = ike.entrySet().iterator().next();
        MacAddress negotiated = negotiation.getKey();
        Span messages = negotiation.getValue();
        return ways.stream()
                .filter(way ->
                        way.delivery() == Way.Delivery.UNRESOLVED && way.span().frames() >= ENOUGH)
                .filter(way -> way.nextHop().mac().isPresent())
                .map(way -> describe(facts, peer, way, negotiated, messages));
    }

    /** What the server's own cards sent, by whom it was handed to. */
    private static Map<MacAddress, Span> ike(Case facts, Peer peer) {
        Set<MacAddress> cards = facts.topology().cards();
        Map<MacAddress, Span> ike = new TreeMap<>();
        facts.conclusions()
                .facts()
                .ipsec(peer.server(), peer.address())
                .filter(Talk::isIke)
                .filter(talk -> talk.hop().source().filter(cards::contains).isPresent())
                .forEach(talk -> talk.hop().destination().ifPresent(mac -> ike.merge(mac, talk.span(), Span::plus)));
        return ike;
    }

    private Finding describe(Case facts, Peer peer, Way way, MacAddress negotiated, Span messages) {
        MacAddress taken = way.nextHop().mac().orElseThrow();
        long answers = facts.protectedPaths(peer, Direction.INBOUND)
                .map(OuterPath::span)
                .mapToLong(Span::frames)
                .sum();
        String protocol = facts.protocol(peer);
        String text = "IKE with " + peer.address() + " goes to " + negotiated + " and is answered, and "
                + Wording.frames(way.span().frames()) + " of " + protocol + " for it went to " + taken + ", "
                + (answers == 0 ? "none of them answered" : Wording.frames(answers) + " came back")
                + ". " + whoTheseAre(facts, protocol, negotiated, taken);
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        protocol + " for " + peer.address() + " goes to another MAC than IKE",
                        text,
                        List.of(
                                Evidence.seen(
                                        "ike-next-hop",
                                        Wording.frames(messages.frames()) + " of IKE went to " + negotiated,
                                        0,
                                        messages,
                                        Filters.and(
                                                Filters.fromTo(Traffic.IKE, peer.server(), peer.address()),
                                                Filters.handedTo(negotiated))),
                                Evidence.seen(
                                        "esp-next-hop",
                                        Wording.frames(way.span().frames()) + " of " + protocol + " went to " + taken,
                                        0,
                                        way.span(),
                                        Filters.and(
                                                Filters.protectedFromTo(peer.server(), peer.address()),
                                                Filters.handedTo(taken)))))
                .about(peer.address())
                .over(way.span(), way.spis(), false);
    }

    private static String whoTheseAre(Case facts, String protocol, MacAddress negotiated, MacAddress taken) {
        return facts.topology().areTold(negotiated, taken)
                ? "These are two routers, and what came back does not tell which of them the peer is behind"
                : "These are two routers, of which " + protocol
                        + " takes the wrong one, or one router with two MACs: ARP or"
                        + " neighbor discovery tells, and this capture holds none for them";
    }
}
