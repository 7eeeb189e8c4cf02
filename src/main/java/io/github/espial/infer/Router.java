package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;
import java.util.Optional;

/**
 * One router, whatever MACs it had over time: what next hops are compared by.
 *
 * @param macs its MACs in order; empty when only its address is known
 * @param addresses the addresses it claims, or is known by, in order
 * @param vlans the VLAN it is reached on, where the same MACs are next hops on several; empty otherwise
 */
record Router(List<MacAddress> macs, List<IpAddress> addresses, List<Integer> vlans) {
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
        boolean sharesAny = (macs.isEmpty() || other.macs.isEmpty())
                ? addresses.stream().anyMatch(other.addresses::contains)
                : macs.stream().anyMatch(other.macs::contains);
        return onOneVlan && sharesAny;
    }

    /** The router by one of its MACs, and its first address. */
    Station station(MacAddress mac) {
        return new Station(Optional.of(mac), address());
    }

    /** The router by its first MAC, where one is known, and its first address. */
    Station station() {
        return new Station(macs.stream().findFirst(), address());
    }

    /** Its first address: global before link-local. */
    Optional<IpAddress> address() {
        return addresses.stream()
                .filter(address -> !address.isLinkLocal())
                .findFirst()
                .or(() -> addresses.stream().findFirst());
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Router router
                && router.macs.equals(macs)
                && router.addresses.equals(addresses)
                && router.vlans.equals(vlans);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * macs.hashCode() + addresses.hashCode()) + vlans.hashCode();
    }
}
