package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.Optional;

/**
 * A next hop as far as it is known: at least one of MAC and address.
 *
 * @param mac where frames for it are sent
 * @param address its own address on the link
 */
public record Station(Optional<MacAddress> mac, Optional<IpAddress> address) {
    public Station {
        if (mac.isEmpty() && address.isEmpty()) {
            throw new IllegalArgumentException("a station without MAC and address");
        }
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Station station && station.mac.equals(mac) && station.address.equals(address);
    }

    @Override
    public int hashCode() {
        return 31 * mac.hashCode() + address.hashCode();
    }

    /** {@code 192.0.2.1 (00:1b:21:aa:00:01)}, or whichever part is known. */
    @Override
    public String toString() {
        if (mac.isEmpty() || address.isEmpty()) {
            return mac.map(MacAddress::toString)
                    .orElseGet(() -> address.map(IpAddress::toString).orElseThrow());
        }
        return address.get() + " (" + mac.get() + ")";
    }
}
