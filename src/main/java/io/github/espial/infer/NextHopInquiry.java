package io.github.espial.infer;

import static io.github.espial.infer.Filters.and;
import static io.github.espial.infer.Filters.comingFrom;
import static io.github.espial.infer.Filters.fromTo;
import static io.github.espial.infer.Filters.handedTo;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.Series;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Machine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Gathers what speaks for each router as the proper next hop of one peer.
 *
 * <p>Weights are log-odds. IKE and other plain packets to the peer's own address are routed by that address alone, on
 * every platform, so where they go is where the peer is; that answers arrive is weaker, as a router may forward what it
 * should not have been given, and a default gateway commonly does; where inbound packets come from is weakest, as paths
 * may rightly differ.
 */
final class NextHopInquiry {
    private static final double STATED = 12;
    private static final double TABLE = 6;
    /** That a table has no better route than the default one is how the fault looks, too. */
    private static final double TABLE_DEFAULT = 1.5;

    private static final double REDIRECT = 5;
    private static final double FORWARDED = 2;
    private static final double DHCP_ROUTE = 4;
    private static final double IKE = 4;
    private static final double IKE_UNANSWERED = 1.5;
    private static final double PLAIN = 1.5;
    private static final double ANSWERED = 3;
    private static final double ANSWERED_BY_GATEWAY = 2;
    private static final double UNANSWERED = -1;
    private static final double COMES_FROM = 1;

    /** Frames without any answer before that speaks against a router. */
    private static final int ENOUGH_TO_ANSWER = 10;
    /** An answer may take this long: about a second, as a power of two of nanoseconds. */
    private static final int ANSWER_BITS = 30;
    /** The share of frames that must come from one router to speak for it. */
    private static final double MOST = 0.9;

    private final Pairing.Pair pair;
    private final PeerTraffic traffic;
    private final Routers routers;
    private final Gateways gateways;
    private final Votes votes = new Votes();

    NextHopInquiry(Pairing.Pair pair, PeerTraffic traffic, Routers routers, Gateways gateways) {
        this.pair = pair;
        this.traffic = traffic;
        this.routers = routers;
        this.gateways = gateways;
    }

    Votes votes(Facts facts, Statements stated, Machine machine, Set<MacAddress> cards, Senders senders) {
        stated(stated);
        table(machine);
        dhcpRoutes(facts, cards);
        redirects(facts);
        forwarded(facts, senders);
        ike();
        plain();
        answers();
        comesFrom();
        return votes;
    }

    private void stated(Statements stated) {
        Station station = stated.nextHops().get(pair.peer());
        if (station != null) {
            String text = "you stated that the next hop of " + pair.peer() + " is " + station;
            votes.add(routers.of(station), Evidence.stated("stated", text, STATED));
        }
    }

    private void table(Machine machine) {
        Lookup lookup = machine.lookup().lookup(Optional.of(pair.server()), pair.peer());
        lookup.decidedBy()
                .ifPresent(route -> lookup.nextHop().ifPresent(nextHop -> {
                    boolean isDefault = route.destination().isDefault();
                    String text = "the server's routing table sends packets for " + pair.peer() + " to " + nextHop
                            + (isDefault
                                    ? " by its default route ("
                                    : " by its route for " + route.destination() + " (")
                            + route.origin() + ")";
                    votes.add(
                            router(nextHop), Evidence.stated("routing-table", text, isDefault ? TABLE_DEFAULT : TABLE));
                }));
    }

    private void dhcpRoutes(Facts facts, Set<MacAddress> cards) {
        for (RouterOffer offer : facts.offers()) {
            if (offer.kind() == RouterOffer.Kind.DHCP_ROUTE
                    && !offer.isDefault()
                    && !offer.gateway().isUnspecified()
                    && cards.contains(offer.mac())
                    && offer.destination().sharesPrefix(pair.peer(), offer.prefixLength())) {
                String text = "DHCP gives the server a route for " + offer.destination() + "/" + offer.prefixLength()
                        + ", in which " + pair.peer() + " lies, by " + offer.gateway();
                votes.add(
                        router(offer.gateway()),
                        Evidence.seen("dhcp-route", text, DHCP_ROUTE, offer.span(), "dhcp.option.type == 121"));
            }
        }
    }

    /**
     * Redirects of routers that took the server's packets; of others a host must not heed any (RFC 1122 §3.2.2.2, RFC
     * 4861 §8.1), as anybody can forge them.
     */
    private void redirects(Facts facts) {
        Set<Router> takers = takers();
        Map<IpAddress, List<IcmpNotice>> byGateway = new TreeMap<>();
        facts.noticesFor(pair.peer())
                .filter(notice -> notice.isRedirect()
                        && (notice.quotedSource().equals(pair.server())
                                || notice.quotedSource().isUnspecified()))
                .filter(notice -> takers.isEmpty()
                        || routers.giverOf(notice.hop())
                                .filter(takers::contains)
                                .isPresent())
                .forEach(notice -> byGateway
                        .computeIfAbsent(notice.gateway().orElseThrow(), gateway -> new ArrayList<>())
                        .add(notice));
        byGateway.forEach((gateway, notices) -> {
            Span span =
                    notices.stream().map(IcmpNotice::span).reduce(Span::plus).orElseThrow();
            String text = notices.get(0).sender() + " says by ICMP redirect that " + gateway
                    + " is the better next hop for " + pair.peer();
            String filter = pair.peer().version() == 4
                    ? "icmp.type == 5 && icmp.redir_gw == " + gateway
                    : "icmpv6.type == 137 && icmpv6.rd.na.target_address == " + gateway;
            votes.add(router(gateway), Evidence.seen("icmp-redirect", text, REDIRECT, span, filter));
        });
    }

    /**
     * Copies of the server's packets that the router it gave them to put back on the segment that they came from: that
     * router knows better. Weak, as a mirror port that drops VLAN tags makes plain forwarding look the same.
     */
    private void forwarded(Facts facts, Senders senders) {
        Map<Hop, Span> detours = new LinkedHashMap<>();
        facts.ipsec(pair.server(), pair.peer())
                .filter(talk -> !senders.isFirstHop(talk)
                        && traffic.outbound().anyMatch(first -> isDetour(first.hop(), talk.hop())))
                .forEach(talk -> detours.merge(talk.hop(), talk.span(), Span::plus));
        detours.forEach((hop, span) -> routers.takerOf(hop).ifPresent(router -> {
            MacAddress giver = hop.source().orElseThrow();
            MacAddress taker = hop.destination().orElseThrow();
            String text = giver + " forwards the server's packets for " + pair.peer() + " on the same link to "
                    + router.station(taker);
            String filter = and(comingFrom(giver), handedTo(taker));
            votes.add(router, Evidence.seen("gateway-forwards", text, FORWARDED, span, filter));
        }));
    }

    private boolean isDetour(Hop first, Hop second) {
        return first.point().equals(second.point())
                && first.vlans().equals(second.vlans())
                && second.source().isPresent()
                && routers.giverOf(second).equals(routers.takerOf(first));
    }

    private void ike() {
        Map<Router, Span> spans = traffic.outboundByRouter(Talk::isIke);
        boolean isAnswered = traffic.inbound().anyMatch(Talk::isIke);
        spans.forEach((router, span) -> {
            MacAddress mac = macOf(router, Talk::isIke);
            String text = "IKE to " + pair.peer() + " goes to " + router.station(mac)
                    + (isAnswered ? " and is answered" : ", but no answer was seen") + " (" + span.frames()
                    + " frames)";
            double weight = isAnswered ? IKE : IKE_UNANSWERED;
            String filter = and(fromTo(Traffic.IKE, pair.server(), pair.peer()), handedTo(mac));
            votes.add(router, Evidence.seen("ike-next-hop", text, weight * standing(span, spans), span, filter));
        });
    }

    private void plain() {
        Predicate<Talk> isPlain = talk -> talk.traffic() == Traffic.PLAIN
                || talk.traffic() == Traffic.L2TP_CONTROL
                || talk.traffic() == Traffic.L2TP_DATA;
        Map<Router, Span> spans = traffic.outboundByRouter(isPlain);
        spans.forEach((router, span) -> {
            MacAddress mac = macOf(router, isPlain);
            String text = "other packets to " + pair.peer() + " itself go to " + router.station(mac) + " ("
                    + span.frames() + " frames)";
            String filter = and(fromTo(Traffic.PLAIN, pair.server(), pair.peer()), handedTo(mac));
            votes.add(router, Evidence.seen("plain-next-hop", text, PLAIN * standing(span, spans), span, filter));
        });
    }

    /** Whether answers arrive while {@code router} alone is in use. */
    private void answers() {
        Map<Router, Span> spans = traffic.outboundByRouter(Talk::isProtected);
        Series answers = traffic.inboundSeries(Talk::isProtected);
        spans.forEach((router, span) -> {
            MacAddress mac = macOf(router, Talk::isProtected);
            AloneInUse alone = aloneInUse(router, spans.keySet(), answers);
            String filter = and(Filters.protectedFromTo(pair.server(), pair.peer()), handedTo(mac));
            if (alone.answered()) {
                String text = "answers from " + pair.peer() + " arrive while ESP goes to " + router.station(mac);
                double weight = gateways.isGateway(router) ? ANSWERED_BY_GATEWAY : ANSWERED;
                votes.add(router, Evidence.seen("answered", text, weight, span, filter));
            } else if (alone.atAll() && span.frames() >= ENOUGH_TO_ANSWER) {
                String text = "no answer from " + pair.peer() + " arrives while ESP goes to " + router.station(mac)
                        + " (" + span.frames() + " frames)";
                votes.add(router, Evidence.seen("unanswered", text, UNANSWERED, span, filter));
            }
        });
    }

    private AloneInUse aloneInUse(Router router, Set<Router> all, Series answers) {
        int bits = Math.max(ANSWER_BITS, answers.widthBits());
        for (Router each : all) {
            bits = Math.max(
                    bits, traffic.outboundSeries(each, Talk::isProtected).widthBits());
        }
        Set<Long> alone = traffic.outboundSeries(router, Talk::isProtected).activeBuckets(bits);
        for (Router other : all) {
            if (!other.equals(router)) {
                alone.removeAll(traffic.outboundSeries(other, Talk::isProtected).activeBuckets(bits));
            }
        }
        Set<Long> answered = answers.activeBuckets(bits);
        return new AloneInUse(!alone.isEmpty(), alone.stream().anyMatch(answered::contains));
    }

    /** Whether a router was ever the only one in use, and whether answers arrived at such a time. */
    private record AloneInUse(boolean atAll, boolean answered) {}

    private void comesFrom() {
        Predicate<Talk> isTunnel = talk -> talk.isProtected() || talk.isIke();
        Map<Router, Span> spans = traffic.inboundByRouter(isTunnel);
        long all = spans.values().stream().mapToLong(Span::frames).sum();
        spans.forEach((router, span) -> {
            if (span.frames() >= MOST * all) {
                MacAddress mac = traffic.inbound()
                        .filter(isTunnel)
                        .filter(talk -> routers.giverOf(talk.hop())
                                .filter(router::equals)
                                .isPresent())
                        .flatMap(talk -> talk.hop().source().stream())
                        .findFirst()
                        .orElseThrow();
                String text = "packets from " + pair.peer() + " come from " + router.station(mac) + " (" + span.frames()
                        + " frames)";
                String filter = and(fromTo(pair.peer(), pair.server()), comingFrom(mac));
                votes.add(router, Evidence.seen("inbound-from", text, COMES_FROM, span, filter));
            }
        });
    }

    /**
     * How far one of several next hops of the same traffic is to be believed: fully when it took all of it, or when it
     * took over from the others; not at all when it took half.
     */
    private static double standing(Span own, Map<Router, Span> spans) {
        boolean tookOver = own.hasTime()
                && spans.values().stream()
                        .filter(other -> !other.equals(own))
                        .allMatch(other -> other.lastNanos() < own.firstNanos());
        if (tookOver) {
            return 1;
        }
        long all = spans.values().stream().mapToLong(Span::frames).sum();
        return Math.max(0, 2.0 * own.frames() / all - 1);
    }

    /** Routers that took anything from the server for the peer. */
    private Set<Router> takers() {
        Set<Router> takers = new HashSet<>();
        traffic.outbound().forEach(talk -> routers.takerOf(talk.hop()).ifPresent(takers::add));
        return takers;
    }

    private MacAddress macOf(Router router, Predicate<Talk> which) {
        return traffic.latestHop(router, which)
                .flatMap(hop -> hop.destination())
                .orElseThrow();
    }

    private Router router(IpAddress address) {
        return routers.of(new Station(Optional.empty(), Optional.of(address)));
    }
}
