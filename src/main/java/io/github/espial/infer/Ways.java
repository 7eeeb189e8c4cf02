package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.SaTalk;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Judges each next hop that a server's ESP to one peer takes against the peer's proper one. */
final class Ways {
    /** From here on a proper next hop is named at all. */
    static final double PROBABLE = 0.75;
    /** From here on it is believed. */
    static final double CERTAIN = 0.9;
    /** How long ESP may go on the old way once IKE has changed over to a new one. */
    private static final long STRAGGLING_NANOS = 1_000_000_000L;

    private final Pairing.Pair pair;
    private final PeerTraffic traffic;
    private final Routers routers;
    private final Gateways gateways;
    private final Votes votes;
    private final Doubts doubts;

    Ways(Pairing.Pair pair, PeerTraffic traffic, Routers routers, Gateways gateways, Votes votes, Doubts doubts) {
        this.pair = pair;
        this.traffic = traffic;
        this.routers = routers;
        this.gateways = gateways;
        this.votes = votes;
        this.doubts = doubts;
    }

    /** The peer's proper next hop, where something names one. */
    Optional<Peer.Expectation> expectation() {
        return votes.favourite()
                .map(router -> new Peer.Expectation(station(router), Votes.confidence(votes.leadOf(router))))
                .filter(expectation -> expectation.confidence() >= PROBABLE);
    }

    /** One way for each next hop, in order of first use. */
    List<Way> judged(Facts facts, Strays strays) {
        List<Way> ways = new ArrayList<>();
        traffic.outboundByRouter(Talk::isProtected)
                .forEach((router, span) ->
                        ways.add(butForStrays(router, judge(router, span, spisBy(router, facts)), strays)));
        ways.sort((one, other) ->
                Long.compare(one.span().firstNanos(), other.span().firstNanos()));
        return ways;
    }

    /** The way as judged, unless it is called wrong by frames that may be damaged: then it is open. */
    private static Way butForStrays(Router router, Way way, Strays strays) {
        boolean isSpared = way.delivery() != Way.Delivery.WRONG || way.isDefaultGateway();
        if (isSpared || !strays.isStray(router)) {
            return way;
        }
        return new Way(
                way.server(),
                way.peer(),
                way.nextHop(),
                way.span(),
                way.series(),
                way.spis(),
                Way.Delivery.UNRESOLVED,
                0,
                way.isDefaultGateway());
    }

    private Way judge(Router actual, Span span, List<Spi> spis) {
        Optional<Router> expected = expectation().flatMap(named -> votes.favourite());
        double lead = expected.map(votes::leadOf).orElse(0.0);
        Way.Delivery delivery = Way.Delivery.UNRESOLVED;
        double confidence = 0;
        if (expected.isPresent() && expected.get().isSameAs(actual)) {
            confidence = Votes.confidence(lead);
            boolean isProven = confidence >= CERTAIN && !doubts.isDisputed(actual);
            delivery = isProven ? Way.Delivery.PROPER : Way.Delivery.UNRESOLVED;
        } else if (expected.isPresent() && wentWithIke(actual, span, expected.get())) {
            delivery = Way.Delivery.FORMER;
        } else if (expected.isPresent() && !mayBeSame(expected.get(), actual)) {
            confidence = Votes.confidence(lead - doubts.about(expected.get(), actual));
            delivery = confidence >= PROBABLE ? Way.Delivery.WRONG : Way.Delivery.UNRESOLVED;
        }
        return new Way(
                pair.server(),
                pair.peer(),
                station(actual, Talk::isProtected),
                span,
                traffic.outboundSeries(actual, Talk::isProtected),
                spis,
                delivery,
                delivery == Way.Delivery.UNRESOLVED ? 0 : confidence,
                gateways.isGateway(actual));
    }

    /** Whether nothing tells the two apart: of the one only addresses are known, of the other only MACs. */
    private static boolean mayBeSame(Router expected, Router actual) {
        return expected.macs().isEmpty() && actual.addresses().isEmpty();
    }

    /** Whether IKE took this router too and left it for the proper one, and ESP was gone by then. */
    private boolean wentWithIke(Router actual, Span esp, Router expected) {
        Map<Router, Span> ike = traffic.outboundByRouter(Talk::isIke);
        Span then = ike.get(actual);
        Span now = ike.get(expected);
        return then != null
                && now != null
                && then.lastNanos() < now.firstNanos()
                && esp.lastNanos() - now.firstNanos() < STRAGGLING_NANOS;
    }

    private List<Spi> spisBy(Router router, Facts facts) {
        return facts.sas(pair.server(), pair.peer())
                .filter(sa -> isOnFirstHop(sa)
                        && routers.takerOf(sa.hop()).filter(router::equals).isPresent())
                .map(SaTalk::spi)
                .distinct()
                .sorted()
                .toList();
    }

    private boolean isOnFirstHop(SaTalk sa) {
        return traffic.outbound().anyMatch(talk -> talk.hop().equals(sa.hop()));
    }

    private Station station(Router router) {
        return traffic.latestHop(router, Talk::isIke)
                .or(() -> traffic.latestHop(router, talk -> true))
                .flatMap(hop -> hop.destination())
                .map(router::station)
                .orElseGet(router::station);
    }

    private Station station(Router router, Predicate<Talk> which) {
        MacAddress mac = traffic.latestHop(router, which)
                .flatMap(hop -> hop.destination())
                .orElseThrow();
        return router.station(mac);
    }
}
