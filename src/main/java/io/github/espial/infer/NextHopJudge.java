package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Judges each next hop that a server's ESP to one peer takes against the peer's proper one. */
final class NextHopJudge {
    /** From here on a proper next hop is named at all. */
    static final double PROBABLE = 0.75;
    /** From here on it is believed. */
    static final double CERTAIN = 0.9;
    /** Too much for any judgement but a stated one. */
    private static final double PREVAILING = 6;

    private final PeerInquiry inquiry;
    private final Votes votes;
    private final RouterIdentity identity;
    private final RouteChanges changes;
    private final Bindings bindings;
    private final Map<Router, Set<Spi>> spis;

    NextHopJudge(PeerInquiry inquiry, Votes votes, NeighborUse use, Bindings bindings) {
        this.inquiry = inquiry;
        this.votes = votes;
        this.identity = new RouterIdentity(inquiry, use);
        this.changes = new RouteChanges(inquiry, bindings);
        this.bindings = bindings;
        this.spis = spisByTaker(inquiry);
    }

    /** The peer's proper next hop, where something names one. */
    Optional<Peer.Expectation> expectation() {
        return votes.favourite()
                .map(router -> new Peer.Expectation(station(router), Votes.confidence(votes.leadOf(router))))
                .filter(expectation -> expectation.confidence() >= PROBABLE);
    }

    /** One way for each next hop, in order of first use. */
    List<Way> judged(MadeUpMacs madeUp) {
        List<Way> ways = new ArrayList<>();
        inquiry.spans(Talk::isProtected)
                .forEach((router, span) -> ways.add(butForDamage(router, judge(router, span), madeUp)));
        ways.sort((one, other) ->
                Long.compare(one.span().firstNanos(), other.span().firstNanos()));
        return ways;
    }

    /** The way as judged, unless it is called wrong by frames that may be damaged: then it is open. */
    private static Way butForDamage(Router router, Way way, MadeUpMacs madeUp) {
        boolean isSpared = way.delivery() != Way.Delivery.WRONG || way.isDefaultGateway();
        if (isSpared || !madeUp.mayBe(router)) {
            return way;
        }
        return new Way(
                way.server(),
                way.peer(),
                way.nextHop(),
                way.span(),
                way.series(),
                way.spis(),
                Way.Assessment.OPEN,
                way.isDefaultGateway());
    }

    private Way judge(Router actual, Span span) {
        Optional<Router> expected = expectation().flatMap(named -> votes.favourite());
        Way.Delivery delivery = expected.map(proper -> delivery(actual, proper)).orElse(Way.Delivery.UNRESOLVED);
        double confidence = switch (delivery) {
            case PROPER -> Votes.confidence(votes.leadOf(expected.orElseThrow()));
            case WRONG -> confidenceOfWrong(actual, expected.orElseThrow());
            case FORMER, UNRESOLVED -> 0;
        };
        return new Way(
                inquiry.pair().server(),
                inquiry.pair().peer(),
                station(actual, Talk::isProtected),
                span,
                inquiry.traffic().outboundSeries(actual, Talk::isProtected),
                List.copyOf(spis.getOrDefault(actual, Set.of())),
                new Way.Assessment(delivery, confidence),
                inquiry.gateways().isGateway(actual));
    }

    private Way.Delivery delivery(Router actual, Router expected) {
        if (expected.isSameAs(actual)) {
            boolean isProven = Votes.confidence(votes.leadOf(expected)) >= CERTAIN && !isDisputed(actual);
            return isProven ? Way.Delivery.PROPER : Way.Delivery.UNRESOLVED;
        }
        if (changes.wasProper(actual, expected)) {
            return Way.Delivery.FORMER;
        }
        boolean isWrong = !identity.mayBeOne(expected, actual) && confidenceOfWrong(actual, expected) >= PROBABLE;
        return isWrong ? Way.Delivery.WRONG : Way.Delivery.UNRESOLVED;
    }

    private double confidenceOfWrong(Router actual, Router expected) {
        // Whoever states a router's MAC says that another MAC is another router.
        boolean isStated = votes.isStated(expected);
        double lead = votes.leadOf(expected);
        double odds = isStated ? lead : identity.oddsOfTwo(expected, actual, lead);
        boolean areAlike = inquiry.gateways().shareLoad(expected, actual) || changes.areShared(expected, actual);
        boolean isExcused = (areAlike && !inquiry.isRejectedOnlyBy(actual, expected))
                || changes.hasMovedBefore(actual, expected)
                || changes.hasMovedUnseen(expected, actual)
                || changes.mayBeOfTwoMachines(expected, actual);
        return Votes.confidence(odds - (isExcused ? PREVAILING : 0));
    }

    /**
     * Whether ESP was handed to another MAC of {@code router} than all else was, and the two dispute an address: either may
     * be an impostor's.
     */
    private boolean isDisputed(Router router) {
        Set<MacAddress> tunnel = inquiry.traffic().macsOf(router, Talk::isProtected);
        Set<MacAddress> other = inquiry.traffic().macsOf(router, talk -> !talk.isProtected());
        return tunnel.stream().noneMatch(other::contains)
                && tunnel.stream()
                        .limit(Router.MOST_COMPARED)
                        .anyMatch(mac -> other.stream()
                                .limit(Router.MOST_COMPARED)
                                .anyMatch(rival -> bindings.dispute(mac, rival)));
    }

    private static Map<Router, Set<Spi>> spisByTaker(PeerInquiry inquiry) {
        Set<Hop> firstHops = new HashSet<>();
        inquiry.traffic().outbound().forEach(talk -> firstHops.add(talk.hop()));
        Map<Router, Set<Spi>> spis = new HashMap<>();
        inquiry.facts()
                .sas(inquiry.pair().server(), inquiry.pair().peer())
                .filter(sa -> firstHops.contains(sa.hop()))
                .forEach(sa -> inquiry.routers()
                        .takerOf(sa.hop())
                        .ifPresent(router -> spis.computeIfAbsent(router, key -> new TreeSet<>())
                                .add(sa.spi())));
        return spis;
    }

    private Station station(Router router) {
        return inquiry.traffic()
                .latestHop(router, Talk::isIke)
                .or(() -> inquiry.traffic().latestHop(router, talk -> true))
                .flatMap(hop -> hop.destination())
                .map(mac -> router.station(mac, inquiry.pair().peer()))
                .orElseGet(() -> router.station(inquiry.pair().peer()));
    }

    private Station station(Router router, Predicate<Talk> which) {
        return router.station(inquiry.macOf(router, which), inquiry.pair().peer());
    }
}
