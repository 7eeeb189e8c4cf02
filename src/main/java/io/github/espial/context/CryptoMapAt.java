package io.github.espial.context;

import io.github.espial.net.IpPrefix;

/**
 * A crypto map on an interface of a router: of packets for a network, it protects those only that leave by this interface.
 *
 * @param line number of the line it begins at, from 1
 * @param network behind the peer
 * @param device the interface, by its name
 * @param isUsed whether packets that it protected have been counted
 */
public record CryptoMapAt(int line, IpPrefix network, String device, boolean isUsed) {}
