package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One router, whatever MACs it had over time: what next hops are compared by.
 *
 * @param macs its MACs in order; empty when only its address is known
 * @param addresses the addresses it claims, or is known by, in order
 * @param vlans the VLAN it is reached on, where the same MACs are next hops on several; empty otherwise
 */
record Router(List<MacAddress> macs, List<IpAddress> addresses, List<Integer> vlans) {
    /** MACs of one router that are held against another's one by one: more are forged. */
    static final int MOST_COMPARED = 64;

    Router {
        macs = List.copyOf(macs);
        addresses = List.copyOf(addresses);
        vlans = List.copyOf(vlans);
    }

    /**
     * Whether {@code other} is the same router as far as both are known: one that was stated or offered is known without
     * the VLAN that its frames bear, and may be known without a MAC.
     */
    boolean isSameAs(Router other) {
        boolean onOneVlan = vlans.isEmpty() || other.vlans.isEmpty() || vlans.equals(other.vlans);
        if (equals(other)) {
            return !macs.isEmpty() || !addresses.isEmpty();
        }
        boolean sharesAny =
                (macs.isEmpty() || other.macs.isEmpty()) ? sharesAddress(other) : shareAny(macs, other.macs);
        return onOneVlan && sharesAny;
    }

    /** Whether both claim one address, or are known by it. */
    boolean sharesAddress(Router other) {
        return shareAny(addresses, other.addresses);
    }

    /** Whether any of {@code others} is one of its MACs. */
    boolean hasAny(Set<MacAddress> others) {
        return others.size() < macs.size()
                ? others.stream().anyMatch(this::has)
                : macs.stream().anyMatch(others::contains);
    }

    /** MACs to be held against another router's one by one: all, unless they are forged. */
    List<MacAddress> comparedMacs() {
        return macs.size() > MOST_COMPARED ? macs.subList(0, MOST_COMPARED) : macs;
    }

    /** Whether {@code mac} is one of its MACs. */
    boolean has(MacAddress mac) {
        return Collections.binarySearch(macs, mac) >= 0;
    }

    /** Both are in order, and either may be long: what the shorter one holds is looked for in the other. */
    private static <T extends Comparable<T>> boolean shareAny(List<T> one, List<T> other) {
        List<T> fewer = one.size() < other.size() ? one : other;
        List<T> more = one.size() < other.size() ? other : one;
        for (T each : fewer) {
            if (Collections.binarySearch(more, each) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The router by one of its MACs, and the address that a route for {@code destination} names it by. */
    Station station(MacAddress mac, IpAddress destination) {
        return new Station(Optional.of(mac), address(destination));
    }

    /** The router by its first MAC, where one is known, and the address that a route for {@code destination} names it by. */
    Station station(IpAddress destination) {
        return new Station(macs.stream().findFirst(), address(destination));
    }

    /** The router by its first MAC, where one is known, and its first address. */
    Station station() {
        return new Station(macs.stream().findFirst(), address());
    }

    /** One of the version of {@code destination}: no route goes by another; else any, which at least names it. */
    private Optional<IpAddress> address(IpAddress destination) {
        List<IpAddress> fitting = addresses.stream()
                .filter(address -> address.version() == destination.version())
                .toList();
        return fitting.stream()
                .filter(address -> !address.isLinkLocal())
                .findFirst()
                .or(() -> fitting.stream().findFirst())
                .or(this::address);
    }

    /** Its first address: global before link-local. */
    Optional<IpAddress> address() {
        return addresses.stream()
                .filter(address -> !address.isLinkLocal())
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds. And not of
    // all
    // that a router has: a hostile one has thousands of MACs.
    @Override
    public boolean equals(Object other) {
        return other == this
                || (other instanceof Router router
                        && router.macs.equals(macs)
                        && router.addresses.equals(addresses)
                        && router.vlans.equals(vlans));
    }

    @Override
    public int hashCode() {
        int first = macs.isEmpty() ? 0 : macs.get(0).hashCode();
        int named = addresses.isEmpty() ? 0 : addresses.get(0).hashCode();
        return 31 * (31 * first + named + 17 * addresses.size()) + vlans.hashCode();
    }
}
