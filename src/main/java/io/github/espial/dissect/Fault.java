package io.github.espial.dissect;

/** Where a frame did not fit: in which layer, and what was expected there. */
public enum Fault {
    ETHERNET(0, "ethernet", "a header of 14 octets"),
    COOKED(1, "linux-sll", "a header of 16 octets"),
    COOKED_2(2, "linux-sll2", "a header of 20 octets"),
    LOOPBACK(3, "loopback", "an address family of 4 octets"),
    VLAN(4, "vlan", "a tag of 4 octets"),
    VLAN_TAGS(5, "vlan", "8 tags at the most"),
    HSR(6, "hsr", "a tag of 6 octets"),
    SERVICE_INSTANCE(7, "802.1ah", "a tag of 4 octets"),
    SERIAL(8, "ppp", "a protocol number, behind what the link puts before it"),
    PPPOE(9, "pppoe", "a session header of 6 octets and a protocol number of PPP"),
    MPLS(10, "mpls", "16 labels at the most, the last of them the bottom of the stack"),
    IP(11, "ip", "a packet"),
    IPV4(12, "ipv4", "a header of 20 octets"),
    IPV4_VERSION(13, "ipv4", "version 4"),
    IPV4_HEADER_LENGTH(14, "ipv4", "a header length of 20 octets or more"),
    IPV4_OPTIONS(15, "ipv4", "as many octets as the header length tells"),
    IPV4_TOTAL_LENGTH(16, "ipv4", "a total length that the header fits into"),
    IPV6(17, "ipv6", "a header of 40 octets"),
    IPV6_VERSION(18, "ipv6", "version 6"),
    IPV6_EXTENSIONS(19, "ipv6", "extension headers that fit, 16 at the most"),
    UDP(20, "udp", "a header of 8 octets"),
    ESP(21, "esp", "SPI and sequence number, 8 octets"),
    AH(22, "ah", "a header of 12 octets or more, as its length field tells"),
    ICMP(23, "icmp", "a header of 8 octets"),
    ICMPV6(24, "icmpv6", "a header of 8 octets"),
    NEIGHBOR_DISCOVERY(25, "ndp", "a message as long as its type needs, with options that fit");

    private static final Fault[] BY_CODE = values();

    private final int code;
    private final String layer;
    private final String expected;

    /** @param code its place among the values: what keys of tables hold */
    Fault(int code, String layer, String expected) {
        this.code = code;
        this.layer = layer;
        this.expected = expected;
    }

    /** Name of the protocol in lower case. */
    public String layer() {
        return layer;
    }

    /** What was expected of it, without article before or period after. */
    public String expected() {
        return expected;
    }

    /** Whether what could be read leaves open that this is IPsec, or that it carries IPsec. */
    boolean leavesOpen() {
        return switch (this) {
            case ESP, AH, ICMP, ICMPV6, NEIGHBOR_DISCOVERY -> false;
            default -> true;
        };
    }

    /** A number for it, from 0. */
    public int code() {
        return code;
    }

    /** How many there are: codes are below. */
    public static int count() {
        return BY_CODE.length;
    }

    /** The one with number {@code code}. */
    public static Fault of(int code) {
        return BY_CODE[code];
    }
}
