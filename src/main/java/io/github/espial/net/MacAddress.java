package io.github.espial.net;

import java.util.HexFormat;

/**
 * A 48-bit IEEE 802 MAC address.
 *
 * @param octets the address in the low 48 bits, first octet on the wire in the highest of them
 */
public record MacAddress(long octets) implements Comparable<MacAddress> {
    /** What frame tables hold where a link layer carries no address. */
    public static final long NONE = -1;

    private static final int OCTETS = 6;
    private static final long GROUP_BIT = 1L << 40;
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":");

    public MacAddress {
        if (octets >>> 48 != 0) {
            throw new IllegalArgumentException("not 48 bits: " + Long.toHexString(octets));
        }
    }

    /** Reads six hexadecimal octets with {@code :} or {@code -} between them; throws IllegalArgumentException otherwise. */
    public static MacAddress parse(String text) {
        byte[] octets = COLONS.parseHex(text.replace('-', ':'));
        if (octets.length != OCTETS) {
            throw new IllegalArgumentException("a MAC address has six octets: " + text);
        }
        long value = 0;
        for (byte octet : octets) {
            value = (value << 8) | (octet & 0xff);
        }
        return new MacAddress(value);
    }

    /** Whether the address names a group of stations (multicast or broadcast), never a single next hop. */
    public boolean isGroup() {
        return (octets & GROUP_BIT) != 0;
    }

    /**
     * Whether routers share this address: VRRP and CARP (RFC 9568 §7.3), HSRP 1 and 2 (RFC 2281 §5.2 and Cisco's
     * ranges for version 2 and IPv6), GLBP with its groups 0 to 1023. Such a router may receive on it and send from its own.
     */
    public boolean isVirtualRouter() {
        return isVirtualRouter(octets);
    }

    /** The same of octets as frame tables hold them, {@link #NONE} included. */
    public static boolean isVirtualRouter(long octets) {
        long prefix40 = octets >>> 8;
        return prefix40 == 0x00005e0001L
                || prefix40 == 0x00005e0002L
                || prefix40 == 0x00000c07acL
                || octets >>> 12 == 0x00000c9ffL
                || octets >>> 12 == 0x000573a00L
                || octets >>> 18 == 0x0007b400L >>> 2;
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof MacAddress mac && mac.octets == octets;
    }

    @Override
    public int hashCode() {
        return Scattered.hash(octets);
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(octets, other.octets);
    }

    @Override
    public String toString() {
        byte[] wire = new byte[OCTETS];
        for (int i = 0; i < OCTETS; i++) {
            wire[i] = (byte) (octets >>> (8 * (OCTETS - 1 - i)));
        }
        return COLONS.formatHex(wire);
    }
}
