package io.github.espial.net;

/**
 * What tells one flow of packets from another.
 *
 * @param protocol IP protocol number
 * @param sourcePort 0 where the protocol has none, or a fragment does not show it
 * @param destinationPort 0 where the protocol has none, or a fragment does not show it
 */
public record FiveTuple(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof FiveTuple tuple
                && tuple.protocol == protocol
                && tuple.source.equals(source)
                && tuple.sourcePort == sourcePort
                && tuple.destination.equals(destination)
                && tuple.destinationPort == destinationPort;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * (31 * protocol + source.hashCode()) + sourcePort) + destination.hashCode())
                + destinationPort;
    }
}
