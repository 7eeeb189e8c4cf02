package io.github.espial.live.device;

/**
 * What judgement needs, for servers that are too busy to capture all: who has which address (ARP, neighbor discovery, DHCP,
 * ICMP, hellos of routers), IPsec, IKE and L2TP, fragments, and of all else the beginnings of TCP connections and one
 * packet of 64, which show who the default gateway is.
 */
public final class JudgingFilter {
    private static final String NEEDED =
            "arp or icmp or icmp6 or esp or ah or udp port 500 or udp port 4500 or udp port 1701"
                    + " or udp port 67 or udp port 68"
                    // VRRP and CARP; HSRP of both versions; GLBP.
                    + " or ip proto 112 or udp port 1985 or udp port 3222"
                    // Fragments but the first have no ports.
                    + " or ip[6:2] & 0x1fff != 0";

    private static final String SAMPLE =
            "tcp[tcpflags] & tcp-syn != 0 or (tcp and tcp[7] & 0x3f = 0) or (udp and udp[7] & 0x3f = 0)";

    private JudgingFilter() {}

    /** In libpcap's language; with VLAN tags or without. */
    public static String text() {
        String all = NEEDED + " or " + SAMPLE;
        // From "vlan" on, offsets in all that follows count behind the tag.
        return "(" + all + ") or (vlan and (" + all + "))";
    }
}
