package io.github.espial.observe;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.List;

/**
 * A statement on the wire that an address is at a MAC.
 *
 * @param kind who states it, and how
 * @param point where it was seen
 * @param vlans VLAN ids from the outermost tag inwards; empty when untagged; of what a tunnel carries, three numbers that
 *     tell its virtual network and VLANs from others
 * @param mac the MAC
 * @param address the address
 * @param span when
 * @param series its frames over time
 */
public record Claim(
        Kind kind, Hop.Point point, List<Integer> vlans, MacAddress mac, IpAddress address, Span span, Series series) {
    public Claim {
        vlans = List.copyOf(vlans);
    }

    /** How an address is claimed. */
    public enum Kind {
        /** Sender fields of an ARP request (RFC 826). */
        ARP_REQUEST(0, "ARP request"),
        /** Sender fields of an ARP reply. */
        ARP_REPLY(1, "ARP reply"),
        /** ARP announcement of one's own address (RFC 5227 §3). */
        ARP_ANNOUNCEMENT(2, "gratuitous ARP"),
        /** Neighbor advertisement (RFC 4861 §4.4). */
        NEIGHBOR_ADVERTISEMENT(3, "neighbor advertisement"),
        /** Source of a neighbor or router solicitation with its link-layer address (RFC 4861 §4.1, §4.3). */
        SOLICITATION(4, "neighbor solicitation"),
        /** Source of a router advertisement (RFC 4861 §4.2). */
        ROUTER_ADVERTISEMENT(5, "router advertisement"),
        /** Source of a packet to a link-local multicast group, which no router forwards (RFC 5771 §4, RFC 4291 §2.7). */
        LINK_MULTICAST(6, "link-local multicast"),
        /** A virtual router's address inside VRRP, HSRP or GLBP that is sent from the virtual MAC (RFC 9568 §5.2.9, §7.3). */
        VIRTUAL_ROUTER_HELLO(7, "virtual router's hello");

        private static final Kind[] BY_CODE = values();

        /** How many values there are. */
        public static final int COUNT = BY_CODE.length;

        /** Its place among the values: what keys of tables hold. */
        public final int code;

        private final String text;

        Kind(int code, String text) {
            this.code = code;
            this.text = text;
        }

        public static Kind of(int code) {
            return BY_CODE[code];
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
