package io.github.espial.infer;

import io.github.espial.net.MacAddress;

/** How surely two next hops are two routers, and not one with two MACs. */
final class RouterIdentity {
    /** Too much for any judgement but a stated one. */
    private static final double PREVAILING = 6;

    private static final double BOTH_WITHOUT_ADDRESS = 3;
    private static final double ONE_WITHOUT_ADDRESS = 1;

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
     * Log-odds by which two next hops may yet be one router: nothing when each claims an address of its own, when one card
     * uses both by turns, when the one redirects to the other, or when the one is a virtual router, which keeps its MAC
     * when another takes over; else much, as both MACs may be one router's; too much for any judgement when they were not
     * even in use at the same time, as after a failover.
     */
    double doubt(Router expected, Router actual) {
        boolean areKnown = !expected.addresses().isEmpty()
                && !actual.addresses().isEmpty()
                && !expected.macs().equals(actual.macs());
        if (areKnown || isNamedBy(expected, actual) || isOneVirtual(expected, actual) || use.areTwo(expected, actual)) {
            return 0;
        }
        Gateways gateways = inquiry.gateways();
        boolean atOneTime = gateways.useOf(expected)
                .flatMap(one -> gateways.useOf(actual).map(one::overlaps))
                .orElse(false);
        if (!atOneTime) {
            return PREVAILING;
        }
        boolean oneIsKnown =
                !expected.addresses().isEmpty() || !actual.addresses().isEmpty();
        return oneIsKnown ? ONE_WITHOUT_ADDRESS : BOTH_WITHOUT_ADDRESS;
    }

    /** Whether {@code actual} says by redirects that {@code expected} is the better one. */
    private boolean isNamedBy(Router expected, Router actual) {
        return inquiry.redirects()
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
