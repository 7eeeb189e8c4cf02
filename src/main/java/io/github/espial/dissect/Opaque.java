package io.github.espial.dissect;

/** What may hold IPsec and is not looked into: of such frames nobody knows here what they are. */
public enum Opaque {
    /** Everything was looked into. */
    NONE(0, "none", "looked into"),
    LINK_TYPE(1, "link-type", "of a link type that is not read"),
    WIRELESS(2, "wireless-encrypted", "encrypted IEEE 802.11"),
    MACSEC(3, "macsec", "MACsec"),
    TRUSTSEC(4, "trustsec", "tagged by TrustSec"),
    VN_TAG(5, "vn-tag", "tagged by IEEE 802.1BR or VN-Link"),
    TRILL(6, "trill", "TRILL or FabricPath"),
    NSH(7, "nsh", "of a service function chain (NSH)"),
    /** MPLS that carries no IP packet. */
    PSEUDOWIRE(8, "mpls-pseudowire", "MPLS pseudowires"),
    MPLS_IN_IP(9, "mpls-in-ip", "MPLS in IP"),
    ETHERIP(10, "etherip", "EtherIP"),
    L2TP_V3(11, "l2tpv3", "L2TPv3"),
    PPTP(12, "pptp", "PPTP"),
    GRE(13, "gre", "GRE of a kind that is not read"),
    GTP(14, "gtp-u", "GTP-U"),
    VXLAN_GPE(15, "vxlan-gpe", "VXLAN-GPE"),
    GENEVE(16, "geneve", "GENEVE of a kind that is not read"),
    /** IPsec in TCP (RFC 9329), by its port. */
    TCP_ENCAPSULATED(17, "tcp-encapsulated", "of TCP port 4500, as IPsec in TCP is"),
    /** What IKE's ports carry, where it does not show as IKE or as ESP. */
    IKE_PORT(18, "udp-500-4500", "of UDP port 500 or 4500 and of unknown content"),
    /** Beyond {@link Dissector#GREATEST_DEPTH}. */
    DEEPER(19, "deeper-tunnels", "in more tunnels than are followed"),
    /** Only the beginning was captured, and it ends before what tells IPsec from anything else. */
    CUT(20, "cut-short", "cut too short to be told");

    private static final Opaque[] BY_CODE = values();

    private final int code;
    private final String kind;
    private final String words;

    /** @param code its place among the values: what keys of tables hold */
    Opaque(int code, String kind, String words) {
        this.code = code;
        this.kind = kind;
        this.words = words;
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
    public static Opaque of(int code) {
        return BY_CODE[code];
    }

    /** Its name in JSON. */
    public String kind() {
        return kind;
    }

    /** What such frames are, to stand behind "are". */
    public String words() {
        return words;
    }
}
