package io.github.espial.context;

import io.github.espial.net.IpPrefix;
import java.util.OptionalInt;

/**
 * Inner packets, as policies select them (RFC 4301 §4.4.1.1).
 *
 * @param protocol IP protocol number; empty for any
 * @param sourcePort empty for any
 * @param destinationPort empty for any
 */
public record Selector(
        IpPrefix source,
        IpPrefix destination,
        OptionalInt protocol,
        OptionalInt sourcePort,
        OptionalInt destinationPort) {
    /** All packets between two prefixes. */
    public static Selector between(IpPrefix source, IpPrefix destination) {
        return new Selector(source, destination, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }
}
