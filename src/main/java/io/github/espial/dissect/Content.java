package io.github.espial.dissect;

/** What a frame turned out to hold, as deep as IPsec's routing is concerned. */
public enum Content {
    /** Its link type is not decoded, or the link layer encrypted it. */
    UNREAD,
    /** Neither IP nor ARP. */
    OTHER,
    /** A header did not fit, or contradicted itself; what was read before it stands. */
    MALFORMED,
    /** ARP for IPv4 on Ethernet. */
    ARP,
    /** Neighbor or router discovery, and its redirects. */
    NEIGHBOR_DISCOVERY,
    /** A DHCP message to a client. */
    DHCP_REPLY,
    /** A router's word of a virtual router that it serves: VRRP, HSRP, or GLBP. */
    VIRTUAL_ROUTER_HELLO,
    /** An ICMP error or redirect that quotes a packet. */
    NOTICE,
    /** A later fragment of an IP packet. */
    FRAGMENT,
    ESP,
    AH,
    /** ESP in UDP. */
    UDP_ESP,
    /** NAT-keepalive. */
    KEEPALIVE,
    IKE,
    L2TP_CONTROL,
    L2TP_DATA,
    /** Any other IP packet. */
    IP;

    /** Whether it belongs to IPsec or to a tunnel that IPsec commonly protects. */
    public boolean isTunnel() {
        return switch (this) {
            case ESP, AH, UDP_ESP, KEEPALIVE, IKE, L2TP_CONTROL, L2TP_DATA -> true;
            default -> false;
        };
    }
}
