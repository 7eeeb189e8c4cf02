package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.IcmpNotice;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is asked about the next hop of one peer, and what the case holds on it.
 *
 * @param pair the server's address and the peer's
 * @param traffic what they say to each other
 * @param ike by which routers IKE goes, and is answered
 * @param redirects ICMP by which routers that took anything say that another is the better one
 * @param facts those of the whole case
 */
record PeerInquiry(
        Pairing.Pair pair,
        PeerTraffic traffic,
        IkeByHop ike,
        List<IcmpNotice> redirects,
        Routers routers,
        Gateways gateways,
        Facts facts) {
    /** SAs of one packet that a peer may have: a concentrator's client that rekeys for each connection has hundreds. */
    private static final int MOST_LONE = 1000;

    static PeerInquiry of(Pairing.Pair pair, Senders senders, Routers routers, Gateways gateways, Facts facts) {
        PeerTraffic traffic = new PeerTraffic(facts, pair, senders, routers);
        return new PeerInquiry(
                pair,
                traffic,
                new IkeByHop(facts, pair, traffic, routers),
                redirects(pair, traffic, routers, facts),
                routers,
                gateways,
                facts);
    }

    /** The MAC of {@code router} that the server handed such packets to last. */
    MacAddress macOf(Router router, Predicate<Talk> which) {
        return traffic.latestHop(router, which)
                .flatMap(hop -> hop.destination())
                .orElseThrow();
    }

    /** ICMP that quotes what the server sent to the peer. */
    Stream<IcmpNotice> notices() {
        return notices(facts, pair);
    }

    private static Stream<IcmpNotice> notices(Facts facts, Pairing.Pair pair) {
        return facts.noticesFor(pair.server(), pair.peer());
    }

    /**
     * Redirects of routers that took the server's packets; of others a host must not heed any (RFC 1122 §3.2.2.2, RFC
     * 4861 §8.1), as anybody can forge them.
     */
    private static List<IcmpNotice> redirects(Pairing.Pair pair, PeerTraffic traffic, Routers routers, Facts facts) {
        Set<Router> takers = new HashSet<>();
        traffic.outbound().forEach(talk -> routers.takerOf(talk.hop()).ifPresent(takers::add));
        return notices(facts, pair)
                .filter(IcmpNotice::isRedirect)
                .filter(notice -> takers.isEmpty() || takers.stream().anyMatch(taker -> isBy(routers, taker, notice)))
                .toList();
    }

    /** Whether {@code router} sends {@code notice}, a virtual one from the MAC of a router behind it. */
    boolean isBy(Router router, IcmpNotice notice) {
        return isBy(routers, router, notice);
    }

    private static boolean isBy(Routers routers, Router router, IcmpNotice notice) {
        return routers.giverOf(notice.hop())
                .filter(giver -> giver.equals(router)
                        || routers.serves(giver, router)
                        || routers.speaksFor(giver, notice.sender(), router))
                .isPresent();
    }

    /** Whether {@code router} says of itself that another is the better next hop. */
    boolean redirects(Router router) {
        return redirects.stream().anyMatch(notice -> isBy(router, notice));
    }

    /**
     * Whether the server's packets that {@code giver} took are seen again on the same link, on their way from it to {@code
     * taker}: a router that puts them where they came from knows a better one. Only of packets that the server itself hands
     * to {@code taker} as well, for else that may be reached by another link that a mirror port shows without its tag.
     */
    boolean handsOn(Router giver, Router taker) {
        return span(taker, talk -> true).isPresent()
                && facts.ipsec(pair.server(), pair.peer())
                        .anyMatch(talk -> routers.giverOf(talk.hop())
                                        .filter(giver::isSameAs)
                                        .isPresent()
                                && routers.takerOf(talk.hop())
                                        .filter(taker::isSameAs)
                                        .isPresent());
    }

    /** Whether {@code router} says that what SAs carry must not go by it. */
    boolean isProhibitedBy(Router router) {
        return notices()
                .anyMatch(notice -> notice.isProhibition() && notice.quoted().isProtected() && isBy(router, notice));
    }

    /**
     * Whether {@code router} says that what SAs carry must not go by it, while the same goes by {@code other} and is
     * answered: no one router does both.
     */
    boolean isRejectedOnlyBy(Router router, Router other) {
        Optional<Span> accepted = span(other, Talk::isProtected);
        return accepted.isPresent()
                && isProhibitedBy(router)
                && !isProhibitedBy(other)
                && traffic.inbound()
                        .anyMatch(talk -> talk.isProtected() && talk.span().overlaps(accepted.get()))
                && span(router, Talk::isProtected)
                        .filter(accepted.get()::overlaps)
                        .isPresent();
    }

    /** Routers that the server hands what SAs carry to. */
    Set<Router> tunnelTakers() {
        return traffic.tunnelTakers();
    }

    /**
     * Whether all that SAs carry goes to one router, where IKE is answered and is seen nowhere else later: then both agree.
     * Not if anybody says that this is wrong.
     */
    boolean agreesOn(Router router) {
        Set<Router> takers = tunnelTakers();
        boolean isAlone = takers.size() == 1 && takers.contains(router);
        boolean isLatest = Optional.ofNullable(ike.spans().get(router))
                .filter(span -> ike.spans().entrySet().stream()
                        .filter(other -> !other.getKey().equals(router))
                        .allMatch(other -> other.getValue().lastFrame().compareTo(span.firstFrame()) < 0))
                .isPresent();
        return isAlone && isLatest && ike.isAnswered(router) && notices().noneMatch(PeerInquiry::speaksAgainst);
    }

    /**
     * Whether what comes from the peer is forged: most of its packets are each of an SA of its own, more than two ends
     * negotiate. Such packets are no answers, and where they come from says nothing.
     */
    boolean isFlooded() {
        long lone = facts.sas(pair.peer(), pair.server())
                .filter(sa -> sa.span().frames() == 1)
                .count();
        long all = facts.sas(pair.peer(), pair.server())
                .mapToLong(sa -> sa.span().frames())
                .sum();
        return lone > MOST_LONE && lone > all / 2;
    }

    /** Whether ICMP says that packets should go elsewhere, or went nowhere. */
    private static boolean speaksAgainst(IcmpNotice notice) {
        return notice.quoted().isProtected() && !notice.isTooBig();
    }

    /** Routers that what SAs carry comes from, and how much. */
    Map<Router, Span> givers() {
        return traffic.inboundByRouter(Talk::isProtected);
    }

    /** How much of {@code which} each router took, in the order of first use. */
    Map<Router, Span> spans(Predicate<Talk> which) {
        return traffic.outboundByRouter(which);
    }

    /** Of the routers that took or gave anything, those with more MACs than are held against another's one by one. */
    Stream<Router> routersOfManyMacs() {
        return Stream.concat(traffic.takers().stream(), givers().keySet().stream())
                .filter(router -> router.comparedMacs().size() < router.macs().size());
    }

    /** How much of {@code which} one router took, as far as it is the same. */
    Optional<Span> span(Router router, Predicate<Talk> which) {
        return traffic.span(router, which);
    }

    /** The router that has an address, whatever else is known of it. */
    Router router(IpAddress address) {
        return routers.of(new Station(Optional.empty(), Optional.of(address)));
    }
}
