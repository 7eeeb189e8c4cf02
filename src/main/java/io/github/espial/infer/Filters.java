package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.stream.Collectors;

/** Wireshark display filters for what evidence is about. ICMP errors that quote a packet are left out of them. */
public final class Filters {
    private static final String NOT_QUOTED = "!icmp && !icmpv6";

    /** SPIs that a filter names; more of them nobody pastes. */
    private static final int MOST_SPIS = 8;

    private Filters() {}

    /** Packets from {@code source} to {@code destination}. */
    public static String fromTo(IpAddress source, IpAddress destination) {
        return field(source) + ".src == " + source + " && " + field(source) + ".dst == " + destination;
    }

    /** Packets of one kind from {@code source} to {@code destination}. */
    public static String fromTo(Traffic traffic, IpAddress source, IpAddress destination) {
        return protocol(traffic) + " && " + fromTo(source, destination) + " && " + NOT_QUOTED;
    }

    /** What ESP, AH or ESP in UDP of all kinds goes from {@code source} to {@code destination}. */
    public static String protectedFromTo(IpAddress source, IpAddress destination) {
        return "(esp || ah) && " + fromTo(source, destination) + " && " + NOT_QUOTED;
    }

    /**
     * Packets of certain SAs; of all when there are too many to name, or of both protocols.
     *
     * @param protocol as {@link Facts#protocol} tells it
     */
    public static String ofSpis(String protocol, List<Spi> spis, IpAddress source, IpAddress destination) {
        boolean isAh = protocol.equals("AH");
        if (spis.isEmpty() || spis.size() > MOST_SPIS || !(isAh || protocol.equals("ESP"))) {
            return protectedFromTo(source, destination);
        }
        String field = isAh ? "ah.spi == " : "esp.spi == ";
        return spis.stream().map(spi -> field + spi).collect(Collectors.joining(" || ", "(", ")")) + " && "
                + NOT_QUOTED;
    }

    /** Packets of one SA. */
    public static String of(SecurityAssociation sa) {
        String field = sa.traffic() == Traffic.AH ? "ah" : "esp";
        return field + ".spi == " + sa.spi() + " && " + fromTo(sa.source(), sa.destination()) + " && " + NOT_QUOTED;
    }

    /** Frames in which {@code mac} claims {@code address}. */
    public static String claim(MacAddress mac, IpAddress address) {
        return address.version() == 4
                ? "arp.src.proto_ipv4 == " + address + " && arp.src.hw_mac == " + mac
                : "(icmpv6.nd.na.target_address == " + address + " || ipv6.src == " + address + ") && icmpv6 && "
                        + comingFrom(mac);
    }

    /** Frames handed to {@code mac}. */
    public static String handedTo(MacAddress mac) {
        return "eth.dst == " + mac;
    }

    /** Frames that come from {@code mac}. */
    public static String comingFrom(MacAddress mac) {
        return "eth.src == " + mac;
    }

    /** ICMP redirects that name {@code better} as the better next hop (RFC 792, RFC 4861 §4.5). */
    public static String redirectingTo(IpAddress better) {
        return better.version() == 4
                ? "icmp.type == 5 && icmp.redir_gw == " + better
                : "icmpv6.type == 137 && icmpv6.rd.na.target_address == " + better;
    }

    public static String and(String one, String other) {
        return one + " && " + other;
    }

    /** {@code ip} or {@code ipv6}. */
    public static String field(IpAddress address) {
        return address.version() == 4 ? "ip" : "ipv6";
    }

    private static String protocol(Traffic traffic) {
        return switch (traffic) {
            case ESP, UDP_ESP -> "esp";
            case AH -> "ah";
            case IKE -> "isakmp";
            case KEEPALIVE -> "udpencap.nat_keepalive";
            case L2TP_CONTROL, L2TP_DATA -> "l2tp";
            case IPSEC_FRAGMENT -> "ip.frag_offset > 0";
            case CUT_IPSEC -> "frame.cap_len < frame.len";
            case PLAIN -> "!esp && !ah && !isakmp";
        };
    }
}
