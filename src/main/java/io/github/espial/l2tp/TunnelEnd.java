package io.github.espial.l2tp;

import io.github.espial.net.IpAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One end of a tunnel.
 *
 * @param address where its packets come from
 * @param tunnelId its own number of the tunnel, which the other end writes into its packets
 * @param hostName what it calls itself
 * @param vendorName who made its program
 */
public record TunnelEnd(
        IpAddress address, OptionalInt tunnelId, Optional<String> hostName, Optional<String> vendorName) {
    /** {@code 192.0.2.10 ("lac", "xelerance.com")}. */
    @Override
    public String toString() {
        String names = hostName.map(TunnelEnd::quoted).orElse("")
                + (hostName.isPresent() && vendorName.isPresent() ? ", " : "")
                + vendorName.map(TunnelEnd::quoted).orElse("");
        return address + (names.isEmpty() ? "" : " (" + names + ")");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
