package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What may excuse a next hop that is not the proper one: log-odds that take away from the confidence. */
final class Doubts {
    /** Too much for any judgement but a stated one. */
    private static final double PREVAILING = 6;

    private static final double BOTH_WITHOUT_ADDRESS = 3;
    private static final double ONE_WITHOUT_ADDRESS = 1;

    private final PeerTraffic traffic;
    private final Gateways gateways;
    private final Bindings bindings;

    Doubts(PeerTraffic traffic, Gateways gateways, Bindings bindings) {
        this.traffic = traffic;
        this.gateways = gateways;
        this.bindings = bindings;
    }

    /** All that speaks against {@code actual} being wrong where {@code expected} is proper. */
    double about(Router expected, Router actual) {
        double doubt = thatDistinct(expected, actual);
        if (gateways.shareLoad(expected, actual)) {
            doubt += PREVAILING;
        }
        if (hasMovedUnseen(expected, actual)) {
            doubt += PREVAILING;
        }
        if (mayBeOfTwoMachines(expected, actual)) {
            doubt += PREVAILING;
        }
        return doubt;
    }

    /**
     * Whether ESP was handed to another MAC of {@code router} than all else was, and the two dispute an address: either may
     * be an impostor's.
     */
    boolean isDisputed(Router router) {
        Set<MacAddress> tunnel = traffic.macsOf(router, Talk::isProtected);
        Set<MacAddress> other = traffic.macsOf(router, talk -> !talk.isProtected());
        return tunnel.stream().noneMatch(other::contains)
                && tunnel.stream().anyMatch(mac -> other.stream().anyMatch(rival -> bindings.dispute(mac, rival)));
    }

    /**
     * Log-odds by which two next hops may yet be one router: nothing when each claims an address of its own; much when
     * neither does, as both MACs may then be one router's; too much for any judgement when they were not even in use
     * at the same time, as after a failover.
     */
    private double thatDistinct(Router expected, Router actual) {
        boolean sameMacs = expected.macs().equals(actual.macs());
        if (!expected.addresses().isEmpty() && !actual.addresses().isEmpty() && !sameMacs) {
            return 0;
        }
        boolean atOneTime = gateways.useOf(expected)
                .flatMap(use -> gateways.useOf(actual).map(use::overlaps))
                .orElse(false);
        if (!atOneTime) {
            return PREVAILING;
        }
        boolean oneIsKnown =
                !expected.addresses().isEmpty() || !actual.addresses().isEmpty();
        return oneIsKnown ? ONE_WITHOUT_ADDRESS : BOTH_WITHOUT_ADDRESS;
    }

    /**
     * Whether ESP went to the expected router first and moved, and nothing else went there from then on: the route of
     * IKE may have changed with that of ESP.
     */
    private boolean hasMovedUnseen(Router expected, Router actual) {
        Map<Router, Span> tunnel = traffic.outboundByRouter(Talk::isProtected);
        Span before = tunnel.get(expected);
        Span after = tunnel.get(actual);
        if (before == null || after == null || before.firstNanos() >= after.firstNanos()) {
            return false;
        }
        boolean areSplit = Alternation.between(
                traffic.outboundSeries(expected, Talk::isProtected), traffic.outboundSeries(actual, Talk::isProtected));
        Span other = traffic.outboundByRouter(talk -> !talk.isProtected()).get(expected);
        return !areSplit && (other == null || other.lastNanos() < after.firstNanos());
    }

    /** Whether two cards on one segment claim the server's address, and each uses one of the routers only. */
    private boolean mayBeOfTwoMachines(Router expected, Router actual) {
        Set<Hop> right = traffic.hopsTo(expected);
        Set<Hop> wrong = traffic.hopsTo(actual);
        Set<MacAddress> rightCards = cards(right);
        Set<MacAddress> wrongCards = cards(wrong);
        return right.stream().anyMatch(one -> wrong.stream().anyMatch(other -> areOnOneSegment(one, other)))
                && rightCards.stream().noneMatch(wrongCards::contains)
                && rightCards.stream().anyMatch(this::claimsServer)
                && wrongCards.stream().anyMatch(this::claimsServer);
    }

    private boolean claimsServer(MacAddress card) {
        return bindings.claims(card, traffic.server());
    }

    private static boolean areOnOneSegment(Hop one, Hop other) {
        return one.point().equals(other.point()) && one.vlans().equals(other.vlans());
    }

    private static Set<MacAddress> cards(Set<Hop> hops) {
        return hops.stream().flatMap(hop -> hop.source().stream()).collect(Collectors.toSet());
    }
}
