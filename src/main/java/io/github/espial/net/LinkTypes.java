package io.github.espial.net;

/**
 * Link types of capture files, LINKTYPE_ numbers of https://www.tcpdump.org/linktypes.html.
 *
 * <p>Written out, and held against pcap4j's {@code DataLinkType} in a test: loading that class loads JNA and a logger
 * (25 ms measured, a tenth of a short run), and its RAW is another number on another operating system.
 */
public final class LinkTypes {
    /** BSD loopback: address family in the capturing machine's octet order, then the packet. */
    public static final int NULL = 0;

    /** Ethernet, from destination MAC on, without frame check sequence. */
    public static final int ETHERNET = 1;

    /** PPP (RFC 1661), possibly with the address and control octets of RFC 1662. */
    public static final int PPP = 9;

    /** IPv4 or IPv6 without link layer, as written by programs that stored DLT_RAW as it is on most systems. */
    public static final int RAW_BSD = 12;

    /** The same, as DLT_RAW is on OpenBSD. */
    public static final int RAW_OPENBSD = 14;

    /** PPP in HDLC-like framing (RFC 1662). */
    public static final int PPP_HDLC = 50;

    /** PPPoE session header and PPP, without Ethernet header (RFC 2516). */
    public static final int PPP_ETHER = 51;

    /** IPv4 or IPv6 without link layer; the version nibble tells which. */
    public static final int RAW = 101;

    /** IEEE 802.11 frame, possibly with its frame check sequence. */
    public static final int IEEE802_11 = 105;

    /** Cisco HDLC: address, control, EtherType. */
    public static final int C_HDLC = 104;

    /** IEEE 802.11 behind a Prism header. */
    public static final int IEEE802_11_PRISM = 119;

    /** IEEE 802.11 behind a radiotap header. */
    public static final int IEEE802_11_RADIOTAP = 127;

    /** IEEE 802.11 behind an AVS header. */
    public static final int IEEE802_11_AVS = 163;

    /** PPP in HDLC-like framing with 0 (received) or 1 (sent) for the address. */
    public static final int PPP_PPPD = 166;

    /** PPP behind an octet of 0 (received) or 1 (sent). */
    public static final int PPP_WITH_DIRECTION = 204;

    /** Cisco HDLC behind an octet of 0 (received) or 1 (sent). */
    public static final int C_HDLC_WITH_DIRECTION = 205;

    /** MPLS labels, then a packet. */
    public static final int MPLS = 219;

    /** LLC-encapsulated ATM (RFC 2684). */
    public static final int ATM_RFC1483 = 100;

    /** OpenBSD loopback: address family in network octet order, then the packet. */
    public static final int LOOP = 108;

    /** OpenBSD enc(4): what IPsec handed over, before encryption or after decryption. */
    public static final int ENC = 109;

    /** Linux cooked capture, version 1: the "any" interface. */
    public static final int LINUX_SLL = 113;

    /** IPv4 without link layer. */
    public static final int IPV4 = 228;

    /** IPv6 without link layer. */
    public static final int IPV6 = 229;

    /** Linux cooked capture, version 2: the "any" interface, with interface index. */
    public static final int LINUX_SLL2 = 276;

    /** No LINKTYPE_ number: what a capture of another format calls a medium that has none. */
    public static final int UNKNOWN = 0xffff;

    private static final int USER0 = 147;
    private static final int USER15 = 162;

    private LinkTypes() {}

    /** Whether frames of {@code linkType} begin with an IP header. */
    public static boolean isRaw(int linkType) {
        return linkType == RAW
                || linkType == RAW_BSD
                || linkType == RAW_OPENBSD
                || linkType == IPV4
                || linkType == IPV6;
    }

    /** Whether frames of {@code linkType} are IEEE 802.11, with or without what radios tell before them. */
    public static boolean isWireless(int linkType) {
        return linkType == IEEE802_11
                || linkType == IEEE802_11_PRISM
                || linkType == IEEE802_11_RADIOTAP
                || linkType == IEEE802_11_AVS;
    }

    /** Whether frames of {@code linkType} are no packets of a network that IP runs over: USB, Bluetooth, field buses. */
    public static boolean isOfNoNetwork(int linkType) {
        return switch (linkType) {
            // USB, as systems capture it.
            case 186, 189, 220, 249, 266, 288 -> true;
            // Bluetooth.
            case 187, 201, 251, 254, 255, 256, 272 -> true;
            // Field buses, meters and sensors: CAN, IPMB, RTAC, IEEE 802.15.4.
            case 190, 195, 209, 215, 227, 230, 250, 283 -> true;
            // Messages within a machine: D-Bus, netlink, those that pcapng carries for Wireshark itself.
            case 231, 252, 253 -> true;
            default -> false;
        };
    }

    /** Lower-case name such as {@code linux-sll2}; {@code link type N} for a number without a well-known name. */
    public static String name(int linkType) {
        if (linkType >= USER0 && linkType <= USER15) {
            return "user" + (linkType - USER0);
        }
        return switch (linkType) {
            case NULL -> "null";
            case ETHERNET -> "ethernet";
            case 2 -> "exp-ethernet";
            case 3 -> "ax25";
            case 4 -> "pronet";
            case 5 -> "chaos";
            case 6 -> "ieee802-5";
            case 7 -> "arcnet-bsd";
            case 8 -> "slip";
            case PPP -> "ppp";
            case 10 -> "fddi";
            case RAW, RAW_BSD, RAW_OPENBSD -> "raw";
            case PPP_HDLC -> "ppp-hdlc";
            case PPP_ETHER -> "ppp-ether";
            case 99 -> "symantec-firewall";
            case ATM_RFC1483 -> "atm-rfc1483";
            case 102 -> "slip-bsdos";
            case 103 -> "ppp-bsdos";
            case C_HDLC -> "c-hdlc";
            case IEEE802_11 -> "ieee802-11";
            case 106 -> "atm-clip";
            case 107 -> "frelay";
            case LOOP -> "loop";
            case ENC -> "enc";
            case 112 -> "netbsd-hdlc";
            case LINUX_SLL -> "linux-sll";
            case 114 -> "ltalk";
            case 115 -> "econet";
            case 116 -> "ipfilter";
            case 117 -> "pflog";
            case 118 -> "cisco-ios";
            case IEEE802_11_PRISM -> "ieee802-11-prism";
            case 120 -> "ieee802-11-aironet";
            case 121 -> "hhdlc";
            case 122 -> "ip-over-fc";
            case 123 -> "sunatm";
            case IEEE802_11_RADIOTAP -> "ieee802-11-radiotap";
            case 128 -> "tzsp";
            case 129 -> "arcnet-linux";
            case 130 -> "juniper-mlppp";
            case 131 -> "juniper-mlfr";
            case 132 -> "juniper-es";
            case 133 -> "juniper-ggsn";
            case 134 -> "juniper-mfr";
            case 135 -> "juniper-atm2";
            case 136 -> "juniper-services";
            case 137 -> "juniper-atm1";
            case 138 -> "apple-ip-over-ieee1394";
            case 139 -> "mtp2-with-phdr";
            case 140 -> "mtp2";
            case 141 -> "mtp3";
            case 142 -> "sccp";
            case 143 -> "docsis";
            case 144 -> "linux-irda";
            case IEEE802_11_AVS -> "ieee802-11-avs";
            case 164 -> "juniper-monitor";
            case 165 -> "bacnet-ms-tp";
            case PPP_PPPD -> "ppp-pppd";
            case 167 -> "juniper-pppoe";
            case 168 -> "juniper-pppoe-atm";
            case 169 -> "gprs-llc";
            case 174 -> "juniper-pic-peer";
            case 175 -> "erf-eth";
            case 176 -> "erf-pos";
            case 177 -> "linux-lapd";
            case 178 -> "juniper-ether";
            case 179 -> "juniper-ppp";
            case 180 -> "juniper-frelay";
            case 181 -> "juniper-chdlc";
            case 182 -> "mfr";
            case 183 -> "juniper-vp";
            case 186 -> "usb-freebsd";
            case 187 -> "bluetooth-hci-h4";
            case 188 -> "ieee802-16-mac-cps";
            case 189 -> "usb-linux";
            case 190 -> "can20b";
            case 192 -> "ppi";
            case 194 -> "juniper-ism";
            case 195 -> "ieee802-15-4-withfcs";
            case 196 -> "sita";
            case 197 -> "erf";
            case 200 -> "juniper-st";
            case 201 -> "bluetooth-hci-h4-with-phdr";
            case 202 -> "ax25-kiss";
            case 203 -> "lapd";
            case PPP_WITH_DIRECTION -> "ppp-with-dir";
            case C_HDLC_WITH_DIRECTION -> "c-hdlc-with-dir";
            case 206 -> "frelay-with-dir";
            case 209 -> "ipmb-linux";
            case 215 -> "ieee802-15-4-nonask-phy";
            case MPLS -> "mpls";
            case 220 -> "usb-linux-mmapped";
            case 224 -> "fc-2";
            case 225 -> "fc-2-with-frame-delims";
            case 226 -> "ipnet";
            case 227 -> "can-socketcan";
            case IPV4 -> "ipv4";
            case IPV6 -> "ipv6";
            case 230 -> "ieee802-15-4-nofcs";
            case 231 -> "dbus";
            case 232 -> "juniper-vs";
            case 233 -> "juniper-srx-e2e";
            case 234 -> "juniper-fibrechannel";
            case 238 -> "juniper-atm-cemic";
            case 239 -> "nflog";
            case 240 -> "netanalyzer";
            case 241 -> "netanalyzer-transparent";
            case 242 -> "ipoib";
            case 243 -> "mpeg-2-ts";
            case 246 -> "pfsync";
            case 247 -> "infiniband";
            case 248 -> "sctp";
            case 249 -> "usbpcap";
            case 250 -> "rtac-serial";
            case 251 -> "bluetooth-le-ll";
            case 252 -> "wireshark-upper-pdu";
            case 253 -> "netlink";
            case 254 -> "bluetooth-linux-monitor";
            case 256 -> "bluetooth-le-ll-with-phdr";
            case 258 -> "pktap";
            case 259 -> "epon";
            case 266 -> "usb-darwin";
            case 267 -> "openflow";
            case 268 -> "sdlc";
            case 271 -> "vsock";
            case 272 -> "nordic-ble";
            case 273 -> "docsis31-xra31";
            case 274 -> "ethernet-mpacket";
            case LINUX_SLL2 -> "linux-sll2";
            case 280 -> "vpp-dispatch";
            case 281 -> "dsa-tag-brcm";
            case 282 -> "dsa-tag-brcm-prepend";
            case 283 -> "ieee802-15-4-tap";
            case 284 -> "dsa-tag-dsa";
            case 285 -> "dsa-tag-edsa";
            case 288 -> "usb-2-0";
            case 289 -> "atsc-alp";
            case 290 -> "etw";
            case UNKNOWN -> "unknown";
            default -> "link type " + linkType;
        };
    }
}
