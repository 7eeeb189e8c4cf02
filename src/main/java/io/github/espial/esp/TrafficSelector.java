package io.github.espial.esp;

import io.github.espial.net.IpAddress;

/**
 * Packets that an SA may carry, by prefix (RFC 4301 §4.4.1.1).
 *
 * @param sourcePrefixLength bits of {@code source} that count
 * @param destinationPrefixLength bits of {@code destination} that count
 */
public record TrafficSelector(
        IpAddress source, int sourcePrefixLength, IpAddress destination, int destinationPrefixLength) {
    public TrafficSelector {
        check(source, sourcePrefixLength);
        check(destination, destinationPrefixLength);
    }

    /** Whether a packet from {@code from} to {@code to} may be carried. */
    public boolean covers(IpAddress from, IpAddress to) {
        return source.sharesPrefix(from, sourcePrefixLength) && destination.sharesPrefix(to, destinationPrefixLength);
    }

    private static void check(IpAddress address, int prefixLength) {
        if (prefixLength < 0 || prefixLength > (address.version() == 4 ? 32 : 128)) {
            throw new IllegalArgumentException("no prefix length for " + address + ": " + prefixLength);
        }
    }
}
