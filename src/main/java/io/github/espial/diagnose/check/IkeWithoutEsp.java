package io.github.espial.diagnose.check;

import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.IkeOutcome;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Filters;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.IkeExchange;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * IKE that came as far as SAs for traffic, while no traffic was captured: it may leave by another network card. See the
 * page {@code ike-without-esp}.
 */
public final class IkeWithoutEsp implements Check {
    /** Exchanges that take place only once IKE has authenticated the peer. */
    private static final Set<Integer> LATE_EXCHANGES =
            Set.of(IkeView.V1_QUICK_MODE, IkeView.V2_IKE_AUTH, IkeView.V2_CREATE_CHILD_SA, IkeView.V2_INFORMATIONAL);

    @Override
    public String id() {
        return "ike-without-esp";
    }

    @Override
    public String summary() {
        return "IKE negotiated with a peer, but no ESP was captured";
    }

    @Override
    public List<Finding> examine(Case facts) {
        return facts.peers().stream().flatMap(peer -> examine(facts, peer)).toList();
    }

    private Stream<Finding> examine(Case facts, Peer peer) {
        // On whatever link: what was seen on its way is no proof that it left by another card.
        boolean hasTraffic = Stream.concat(
                        facts.conclusions().facts().ipsec(peer.server(), peer.address()),
                        facts.conclusions().facts().ipsec(peer.address(), peer.server()))
                .anyMatch(talk -> talk.isProtected() || talk.traffic() == Traffic.IPSEC_FRAGMENT);
        boolean isNegotiated =
                late(facts, peer.server(), peer.address()).findAny().isPresent()
                        && late(facts, peer.address(), peer.server()).findAny().isPresent();
        if (hasTraffic || !isNegotiated || new IkeOutcome(facts, peer).whyNoSa().isPresent()) {
            return Stream.empty();
        }
        return Stream.concat(late(facts, peer.server(), peer.address()), late(facts, peer.address(), peer.server()))
                .map(IkeExchange::span)
                .reduce(Span::plus)
                .stream()
                .map(span -> describe(peer, span));
    }

    private static Stream<IkeExchange> late(Case facts, IpAddress source, IpAddress destination) {
        return facts.conclusions()
                .facts()
                .ike(source, destination)
                .filter(exchange -> LATE_EXCHANGES.contains(exchange.exchangeType()));
    }

    private Finding describe(Peer peer, Span span) {
        String text = "IKE between " + peer.server() + " and " + peer.address() + " came as far as SAs for traffic ("
                + Wording.frames(span.frames())
                + "), but no ESP between them was captured. It may leave by another network"
                + " card: capture on every card of the server at once";
        String filter = "isakmp && " + Filters.field(peer.address()) + ".addr == " + peer.address();
        return Finding.of(
                        id(),
                        Severity.WARNING,
                        "IKE with " + peer.address() + " is done, but there is no ESP here",
                        text,
                        List.of(Evidence.seen("ike-negotiated", text, 0, span, filter)))
                .about(peer.address())
                .over(span, List.of(), false);
    }
}
