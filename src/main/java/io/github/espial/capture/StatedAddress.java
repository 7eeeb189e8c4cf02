package io.github.espial.capture;

import java.net.InetAddress;

/**
 * An address of the capturing interface, as the capture states it (pcapng {@code if_IPv4addr}, {@code if_IPv6addr}).
 *
 * @param prefixLength bits of the network part, 0 to 32 or 128
 */
public record StatedAddress(InetAddress address, int prefixLength) {}
