package io.github.espial.net;

import org.pcap4j.packet.namednumber.IpNumber;

/** IP protocol numbers that Espial reads (IANA "Assigned Internet Protocol Numbers"), each 8 bits unsigned. */
public final class IpProtocols {
    /** IPv6 hop-by-hop options (RFC 8200 §4.3). */
    public static final int HOP_BY_HOP = unsigned(IpNumber.IPV6_HOPOPT);

    /** ICMP for IPv4 (RFC 792). */
    public static final int ICMP = unsigned(IpNumber.ICMPV4);

    /** IPv4 inside IP: the inner packet of a tunnel (RFC 2003). */
    public static final int IPV4 = unsigned(IpNumber.IPV4);

    /** TCP (RFC 9293). */
    public static final int TCP = unsigned(IpNumber.TCP);

    /** UDP (RFC 768). */
    public static final int UDP = unsigned(IpNumber.UDP);

    /** IPv6 inside IP: the inner packet of a tunnel (RFC 2473). */
    public static final int IPV6 = unsigned(IpNumber.IPV6);

    /** IPv6 routing header (RFC 8200 §4.4). */
    public static final int ROUTING = unsigned(IpNumber.IPV6_ROUTE);

    /** IPv6 fragment header (RFC 8200 §4.5). */
    public static final int FRAGMENT = unsigned(IpNumber.IPV6_FRAG);

    /** Generic Routing Encapsulation (RFC 2784). */
    public static final int GRE = unsigned(IpNumber.GRE);

    /** Encapsulating Security Payload (RFC 4303). */
    public static final int ESP = unsigned(IpNumber.ESP);

    /** Authentication Header (RFC 4302). */
    public static final int AH = unsigned(IpNumber.AH);

    /** ICMP for IPv6 (RFC 4443). */
    public static final int ICMPV6 = unsigned(IpNumber.ICMPV6);

    /** Nothing follows (RFC 8200 §4.7). In decrypted ESP: a dummy packet (RFC 4303 §2.6). */
    public static final int NO_NEXT_HEADER = unsigned(IpNumber.IPV6_NONXT);

    /** IPv6 destination options (RFC 8200 §4.6). */
    public static final int DESTINATION_OPTIONS = unsigned(IpNumber.IPV6_DST_OPTS);

    /** IP Payload Compression (RFC 3173). */
    public static final int IPCOMP = unsigned(IpNumber.IPCOMP);

    /** Virtual Router Redundancy Protocol, and CARP, which shares its number (RFC 9568). */
    public static final int VRRP = unsigned(IpNumber.VRRP);

    /** L2TP version 3 directly over IP (RFC 3931); version 2 runs over UDP only. */
    public static final int L2TP = unsigned(IpNumber.L2TP);

    /** IPv6 mobility header (RFC 6275 §6.1). */
    public static final int MOBILITY = unsigned(IpNumber.MOBILITY_HEADER);

    /** Ethernet in IP (RFC 3378). */
    public static final int ETHERIP = unsigned(IpNumber.ETHERIP);

    /** MPLS in IP (RFC 4023). */
    public static final int MPLS_IN_IP = unsigned(IpNumber.MPLS_IN_IP);

    private IpProtocols() {}

    /** Name in lower case as reports show it, such as {@code tcp}; {@code ip-proto-89} where it has none here. */
    public static String name(int protocol) {
        if (protocol == TCP) {
            return "tcp";
        }
        if (protocol == UDP) {
            return "udp";
        }
        if (protocol == ICMP) {
            return "icmp";
        }
        if (protocol == ICMPV6) {
            return "icmpv6";
        }
        if (protocol == GRE) {
            return "gre";
        }
        if (protocol == ESP) {
            return "esp";
        }
        return protocol == AH ? "ah" : "ip-proto-" + protocol;
    }

    private static int unsigned(IpNumber number) {
        return Byte.toUnsignedInt(number.value());
    }
}
