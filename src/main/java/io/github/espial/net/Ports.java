package io.github.espial.net;

/**
 * UDP ports that Espial reads, each 16 bits unsigned.
 *
 * <p>Numbers of our own: pcap4j's {@code UdpPort} builds over ten thousand objects when it is first touched.
 */
public final class Ports {
    /** DHCP server, and BOOTP before it (RFC 2131 §4.1). */
    public static final int DHCP_SERVER = 67;

    /** DHCP client (RFC 2131 §4.1). */
    public static final int DHCP_CLIENT = 68;

    /** IKE of both versions (RFC 7296 §2). */
    public static final int IKE = 500;

    /** L2TP of version 2 (RFC 2661 §8.1). */
    public static final int L2TP = 1701;

    /** IKE and ESP through network address translators (RFC 3948 §2, RFC 7296 §2.23). */
    public static final int NAT_T = 4500;

    /** VXLAN (RFC 7348 §8). */
    public static final int VXLAN = 4789;

    /** VXLAN as Linux sends it unless told otherwise, from before a port was assigned. */
    public static final int VXLAN_LINUX = 8472;

    /** GENEVE (RFC 8926 §3.3). */
    public static final int GENEVE = 6081;

    /** MPLS in UDP (RFC 7510 §3). */
    public static final int MPLS = 6635;

    /** GRE in UDP (RFC 8086 §3.1). */
    public static final int GRE = 4754;

    /** HSRP (RFC 2281 §5). */
    public static final int HSRP = 1985;

    /** HSRP for IPv6, as assigned by IANA. */
    public static final int HSRP_IPV6 = 2029;

    /** GLBP, as assigned by IANA. */
    public static final int GLBP = 3222;

    /** VXLAN with a next protocol (draft-ietf-nvo3-vxlan-gpe). */
    public static final int VXLAN_GPE = 4790;

    /** Packets of mobile users in GTP (3GPP TS 29.281). */
    public static final int GTP_U = 2152;

    private Ports() {}
}
