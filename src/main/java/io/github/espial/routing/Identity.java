package io.github.espial.routing;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.Set;

/**
 * What a machine is known by.
 *
 * @param addresses its own
 * @param macs of its network cards
 */
public record Identity(Set<IpAddress> addresses, Set<MacAddress> macs) {
    /** A machine of which nothing is known. */
    public static final Identity UNKNOWN = new Identity(Set.of(), Set.of());

    public Identity {
        addresses = Set.copyOf(addresses);
        macs = Set.copyOf(macs);
    }

    public boolean isUnknown() {
        return addresses.isEmpty() && macs.isEmpty();
    }

    /** Whether both share an address or a card. */
    boolean meets(Identity other) {
        return addresses.stream().anyMatch(other.addresses::contains)
                || macs.stream().anyMatch(other.macs::contains);
    }
}
