package io.github.espial.infer;

import io.github.espial.net.MacAddress;

/** How surely two next hops are two routers, and not one with two MACs. */
final class RouterIdentity {
    /** Too much for any judgement but a stated one. */
    private static final double PREVAILING = 6;

    private static final double BOTH_WITHOUT_ADDRESS = 3;
    private static final double ONE_WITHOUT_ADDRESS = 1;
    /** Log-odds that are worth a warning. */
    private static final double SUSPICION = 2;

    private final PeerInquiry inquiry;
    private final NeighborUse use;

    RouterIdentity(PeerInquiry inquiry, NeighborUse use) {
        this.inquiry = inquiry;
        this.use = use;
    }

    /**
     * Whether nothing tells the two apart: the expected one's address was never seen at any MAC, or both may have been
     * meant for one address. A router that redirects is not the one that it names.
     */
    boolean mayBeOne(Router expected, Router actual) {
        if (expected.macs().isEmpty()) {
            return !isNamedBy(expected, actual);
        }
        return !areOnTwoVlans(expected, actual) && inquiry.routers().mayBeOne(expected, actual);
    }

    /**
     * Whether the two are told apart: each claims an address of its own, they are reached on two VLANs, one card uses both
     * by turns, two cards of the server use one each by turns, the one redirects to the other or hands packets on to it, or
     * rejects what the other has answered, or the one is a virtual router, which keeps its MAC when another takes over.
     */
    boolean areTwo(Router expected, Router actual) {
        boolean areKnown = !expected.addresses().isEmpty()
                && !actual.addresses().isEmpty()
                && !expected.macs().equals(actual.macs());
        return areKnown
                || areOnTwoVlans(expected, actual)
                || isNamedBy(expected, actual)
                || inquiry.handsOn(actual, expected)
                || inquiry.isRejectedOnlyBy(actual, expected)
                || (use.canBeTold(expected, actual) && new CardsInTurn(inquiry, use).areTwo(expected, actual))
                || isOneVirtual(expected, actual)
                || use.areTwo(expected, actual);
    }

    /**
     * The log-odds by which ESP went to another router than the proper one, of those by which that is the proper one: less
     * where the two are not told apart, as both MACs may be one router's, so that it is a suspicion at the most; none where
     * they were not even in use at the same time, as after a failover.
     */
    double oddsOfTwo(Router expected, Router actual, double odds) {
        if (areTwo(expected, actual)) {
            return odds;
        }
        Gateways gateways = inquiry.gateways();
        boolean atOneTime = gateways.useOf(expected)
                .flatMap(one -> gateways.useOf(actual).map(one::overlaps))
                .orElse(false);
        if (!atOneTime) {
            return odds - PREVAILING;
        }
        boolean oneIsKnown =
                !expected.addresses().isEmpty() || !actual.addresses().isEmpty();
        return Math.min(SUSPICION, odds - (oneIsKnown ? ONE_WITHOUT_ADDRESS : BOTH_WITHOUT_ADDRESS));
    }

    /** Whether {@code actual} says by redirects that {@code expected} is the better one. */
    private boolean isNamedBy(Router expected, Router actual) {
        return inquiry.redirects().stream()
                .filter(notice -> inquiry.isBy(actual, notice))
                .flatMap(notice -> notice.gateway().stream())
                .anyMatch(gateway -> expected.addresses().contains(gateway)
                        && !actual.addresses().contains(gateway));
    }

    private static boolean isOneVirtual(Router expected, Router actual) {
        return isVirtual(expected) != isVirtual(actual);
    }

    private static boolean isVirtual(Router router) {
        return router.macs().stream().anyMatch(RouterIdentity::keepsItsMac);
    }

    /** Whether failover leaves a router's MAC as it is: forwarders of GLBP may change by no route. */
    private static boolean keepsItsMac(MacAddress mac) {
        return mac.isVirtualRouter() && !VirtualRouters.isGlbp(mac);
    }

    private static boolean areOnTwoVlans(Router one, Router other) {
        return !one.vlans().isEmpty()
                && !other.vlans().isEmpty()
                && !one.vlans().equals(other.vlans());
    }
}
