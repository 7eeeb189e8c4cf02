package io.github.espial.net;

import org.pcap4j.packet.namednumber.EtherType;

/** EtherTypes that Espial reads (IANA "IEEE 802 Numbers"), each 16 bits unsigned. */
public final class EtherTypes {
    /** Internet Protocol version 4. */
    public static final int IPV4 = unsigned(EtherType.IPV4);

    /** Address Resolution Protocol. */
    public static final int ARP = unsigned(EtherType.ARP);

    /** Customer VLAN tag (IEEE 802.1Q). */
    public static final int VLAN = unsigned(EtherType.DOT1Q_VLAN_TAGGED_FRAMES);

    /** Internet Protocol version 6. */
    public static final int IPV6 = unsigned(EtherType.IPV6);

    /** PPP without PPPoE (RFC 7042 Appendix B). */
    public static final int PPP = unsigned(EtherType.PPP);

    /** MPLS with a unicast label stack (RFC 3032 §5). */
    public static final int MPLS = unsigned(EtherType.MPLS);

    /** PPPoE session stage (RFC 2516 §4). */
    public static final int PPPOE_SESSION = unsigned(EtherType.PPPOE_SESSION_STAGE);

    /** Service VLAN tag (IEEE 802.1ad); not among pcap4j's. */
    public static final int SERVICE_VLAN = 0x88a8;

    /** Stacked VLAN tag from before IEEE 802.1ad, as many switches still send it; not among pcap4j's. */
    public static final int STACKED_VLAN_9100 = 0x9100;

    /** Another stacked VLAN tag from before IEEE 802.1ad; not among pcap4j's. */
    public static final int STACKED_VLAN_9200 = 0x9200;

    /** MPLS with a label stack that was assigned upstream, formerly multicast (RFC 5332); not among pcap4j's. */
    public static final int MPLS_UPSTREAM = 0x8848;

    /** A whole Ethernet frame, in GRE (RFC 1701, "transparent Ethernet bridging"); not among pcap4j's. */
    public static final int BRIDGED_ETHERNET = 0x6558;

    /** A mirrored Ethernet frame, in GRE (draft-foschiano-erspan, types I and II); not among pcap4j's. */
    public static final int MIRRORED_ETHERNET = 0x88be;

    /** The same of type III; not among pcap4j's. */
    public static final int MIRRORED_ETHERNET_3 = 0x22eb;

    /** Backbone service instance tag, before a whole Ethernet frame (IEEE 802.1ah); not among pcap4j's. */
    public static final int SERVICE_INSTANCE = 0x88e7;

    /** Tag of the High-availability Seamless Redundancy protocol (IEC 62439-3); not among pcap4j's. */
    public static final int HSR = 0x892f;

    /** MACsec (IEEE 802.1AE), which encrypts what follows; not among pcap4j's. */
    public static final int MACSEC = 0x88e5;

    /** Tag of Cisco TrustSec, before another EtherType; not among pcap4j's. */
    public static final int TRUSTSEC = 0x8909;

    /** Tag of VN-Link; not among pcap4j's. */
    public static final int VN_TAG = 0x8926;

    /** Tag of IEEE 802.1BR; not among pcap4j's. */
    public static final int E_TAG = 0x893f;

    /** TRILL (RFC 6325), before a whole Ethernet frame; not among pcap4j's. */
    public static final int TRILL = 0x22f3;

    /** FabricPath, before a whole Ethernet frame; not among pcap4j's. */
    public static final int FABRIC_PATH = 0x8903;

    /** Network Service Header (RFC 8300); not among pcap4j's. */
    public static final int NSH = 0x894f;

    private EtherTypes() {}

    private static int unsigned(EtherType etherType) {
        return Short.toUnsignedInt(etherType.value());
    }
}
