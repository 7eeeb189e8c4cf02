package io.github.espial.net;

/**
 * What tells one flow of packets from another.
 *
 * @param protocol IP protocol number
 * @param sourcePort 0 where the protocol has none, or a fragment does not show it
 * @param destinationPort 0 where the protocol has none, or a fragment does not show it
 */
public record FiveTuple(int protocol, IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {}
