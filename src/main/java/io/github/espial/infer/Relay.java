package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.observe.Talk;

/**
 * Packets of a server for a peer that a router forwards on a captured link.
 *
 * @param server the server's address
 * @param peer the peer's address
 * @param talk the packets, on their way from the router
 */
public record Relay(IpAddress server, IpAddress peer, Talk talk) {}
