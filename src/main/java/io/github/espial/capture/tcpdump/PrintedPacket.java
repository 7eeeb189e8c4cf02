package io.github.espial.capture.tcpdump;

import io.github.espial.capture.Direction;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a line tells of a packet.
 *
 * @param nanos since 1970, or since midnight where the line has no date; empty where it tells no time
 * @param device interface that the line names
 * @param direction as {@code -i any} shows it
 * @param link MACs and VLAN; empty where the line has none
 * @param body what is above the link layer
 */
record PrintedPacket(OptionalLong nanos, Optional<String> device, Direction direction, Optional<Link> link, Body body) {

    /**
     * The link layer.
     *
     * @param source 48 bits
     * @param destination 48 bits
     * @param vlan identifier; negative for none
     */
    record Link(long source, long destination, int vlan) {}

    /** Above the link layer. */
    sealed interface Body {}

    /**
     * A packet of IP, as the line has its addresses, with a dot before the port.
     *
     * @param text what follows the addresses
     */
    record Ip(String source, String destination, String text) implements Body {}

    /**
     * ARP.
     *
     * @param isReply whether {@code first} is said to be at {@code mac}, or is asked for by {@code second}
     */
    record Arp(boolean isReply, String first, String second) implements Body {}
}
