package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the router that was handed the server's packets says of a better one, by ICMP or by handing them on to it. */
final class WordsOfRouters implements NextHopRule {
    private static final double REDIRECT = 5;
    private static final double FORWARDED = 2;

    private final Senders senders;

    WordsOfRouters(Senders senders) {
        this.senders = senders;
    }

    @Override
    public void vote(PeerInquiry inquiry, Votes votes) {
        redirects(inquiry, votes);
        forwarded(inquiry, votes);
    }

    private static void redirects(PeerInquiry inquiry, Votes votes) {
        IpAddress peer = inquiry.pair().peer();
        Map<IpAddress, List<IcmpNotice>> byGateway = new TreeMap<>();
        inquiry.redirects()
                .forEach(notice -> byGateway
                        .computeIfAbsent(notice.gateway().orElseThrow(), gateway -> new ArrayList<>())
                        .add(notice));
        byGateway.forEach((gateway, notices) -> {
            Span span =
                    notices.stream().map(IcmpNotice::span).reduce(Span::plus).orElseThrow();
            String text = notices.get(0).sender() + " says by ICMP redirect that " + gateway
                    + " is the better next hop for " + peer;
            votes.add(
                    inquiry.router(gateway),
                    Evidence.seen("icmp-redirect", text, REDIRECT, span, Filters.redirectingTo(gateway)));
        });
    }

    /**
     * Copies of the server's packets that the router it gave them to put back on the segment that they came from: that
     * router knows better. Weak, as a mirror port that drops VLAN tags makes plain forwarding look the same.
     */
    private void forwarded(PeerInquiry inquiry, Votes votes) {
        Pairing.Pair pair = inquiry.pair();
        Set<List<Object>> taken = new HashSet<>();
        inquiry.traffic()
                .outbound()
                .map(Talk::hop)
                .forEach(hop -> inquiry.routers()
                        .takerOf(hop)
                        .ifPresent(router -> taken.add(List.of(hop.point(), hop.vlans(), router))));
        Map<Hop, Span> detours = new LinkedHashMap<>();
        inquiry.facts()
                .ipsec(pair.server(), pair.peer())
                .filter(talk -> !senders.isFirstHop(talk) && isDetour(inquiry, taken, talk.hop()))
                .forEach(talk -> detours.merge(talk.hop(), talk.span(), Span::plus));
        detours.forEach((hop, span) -> inquiry.routers().takerOf(hop).ifPresent(router -> {
            MacAddress giver = hop.source().orElseThrow();
            MacAddress taker = hop.destination().orElseThrow();
            String text = giver + " forwards the server's packets for " + pair.peer() + " on the same link to "
                    + router.station(taker, pair.peer());
            String filter = Filters.and(Filters.comingFrom(giver), Filters.handedTo(taker));
            votes.add(router, Evidence.seen("gateway-forwards", text, FORWARDED, span, filter));
        }));
    }

    private static boolean isDetour(PeerInquiry inquiry, Set<List<Object>> taken, Hop hop) {
        return inquiry.routers()
                .giverOf(hop)
                .filter(giver -> taken.contains(List.of(hop.point(), hop.vlans(), giver)))
                .isPresent();
    }
}
