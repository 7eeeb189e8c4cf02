package io.github.espial.wire;

import io.github.espial.net.EtherTypes;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/** Ways to put an Ethernet frame, or the packet in it, into something more. */
public enum Encapsulation {
    NOTHING(Kind.SAME_LINK, frame -> frame),
    VLAN(Kind.SAME_LINK, frame -> behindMacs(frame, "8100 0078")),
    QINQ(Kind.SAME_LINK, frame -> behindMacs(frame, "88a8 0005 8100 0078")),
    HSR(Kind.SAME_LINK, frame -> behindMacs(frame, "892f 1040 0007")),
    MPLS(Kind.SAME_LINK, frame -> ofPacket(frame, "8847 00010040 00011140")),
    PPPOE(Kind.SAME_LINK, Encapsulation::inPppoe),

    ERSPAN_1(Kind.FRAME, frame -> inGre(frame, "0000 88be")),
    ERSPAN_2(Kind.FRAME, frame -> inGre(frame, "1000 88be 00000007 1078 0005 00000003")),
    ERSPAN_3(Kind.FRAME, frame -> inGre(frame, "1000 22eb 00000007 2078 0005 01020304 0000 8000")),
    ERSPAN_3_OF_PLATFORM(
            Kind.FRAME, frame -> inGre(frame, "1000 22eb 00000007 2078 0005 01020304 0000 8001 0102030405060708")),
    GRE_ETHERNET(Kind.FRAME, frame -> inGre(frame, "0000 6558")),
    GRE_ETHERNET_KEYED(Kind.FRAME, frame -> inGre(frame, "2000 6558 00123401")),
    GRE_ETHERNET_KEYED_AND_NUMBERED(Kind.FRAME, frame -> inGre(frame, "3000 6558 00123401 00000009")),
    VXLAN(Kind.FRAME, frame -> inUdp(frame, 4789, "08000000 00123400")),
    VXLAN_OF_LINUX(Kind.FRAME, frame -> inUdp(frame, 8472, "08000000 00123400")),
    GENEVE(Kind.FRAME, frame -> inUdp(frame, 6081, "00006558 00123400")),
    GENEVE_WITH_OPTIONS(Kind.FRAME, frame -> inUdp(frame, 6081, "02406558 00123400 010a8001 deadbeef")),
    BACKBONE(Kind.FRAME, frame -> joined(OctetText.octets("005056000002 005056000001 88e7 000b1234"), frame)),
    ERSPAN_2_IN_VXLAN(Kind.FRAME, frame -> VXLAN.of(ERSPAN_2.of(frame))),

    GRE(Kind.PACKET, frame -> inIp(frame, 47, "0000" + hex(etherType(frame)))),
    GRE_KEYED(Kind.PACKET, frame -> inIp(frame, 47, "2000" + hex(etherType(frame)) + "0000002a")),
    IP_IN_IP(Kind.PACKET, frame -> inIp(frame, etherType(frame) == EtherTypes.IPV4 ? 4 : 41, "")),
    MPLS_IN_UDP(Kind.PACKET, frame -> inIp(frame, 17, "c000 19eb 0000 0000 00011140")),
    GENEVE_OF_PACKETS(
            Kind.PACKET, frame -> inIp(frame, 17, "c000 17c1 0000 0000 0000" + hex(etherType(frame)) + "00123400")),
    IP_IN_IP_IN_GRE(Kind.PACKET, frame -> GRE.of(IP_IN_IP.of(frame)));

    /** What is left of the frame. */
    public enum Kind {
        /** Its MACs and its packet, with something between. */
        SAME_LINK,
        /** All of it, in another frame. */
        FRAME,
        /** Its packet, in another one; its MACs are those of the outer one. */
        PACKET
    }

    private static final int MACS = 12;
    private static final int HEADER = 14;

    private final Kind kind;
    /** Functions without state, which the compiler cannot know. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<byte[]> way;

    Encapsulation(Kind kind, UnaryOperator<byte[]> way) {
        this.kind = kind;
        this.way = way;
    }

    public Kind kind() {
        return kind;
    }

    /** The frame put inside; as it is, where this way carries packets only and there is none. */
    public byte[] of(byte[] frame) {
        boolean isForPackets = kind == Kind.PACKET || this == MPLS || this == PPPOE;
        boolean fits = isForPackets ? isPacket(frame) : frame.length >= HEADER;
        return fits ? way.apply(frame) : frame;
    }

    private static boolean isPacket(byte[] frame) {
        return frame.length > HEADER && (etherType(frame) == EtherTypes.IPV4 || etherType(frame) == EtherTypes.IPV6);
    }

    private static int etherType(byte[] frame) {
        return (frame[MACS] & 0xff) << 8 | (frame[MACS + 1] & 0xff);
    }

    private static String hex(int etherType) {
        return String.format("%04x", etherType);
    }

    private static byte[] behindMacs(byte[] frame, String octets) {
        byte[] macs = Arrays.copyOf(frame, MACS);
        return joined(macs, joined(OctetText.octets(octets), Arrays.copyOfRange(frame, MACS, frame.length)));
    }

    /** In place of the EtherType, {@code octets}. */
    private static byte[] ofPacket(byte[] frame, String octets) {
        byte[] macs = Arrays.copyOf(frame, MACS);
        return joined(macs, joined(OctetText.octets(octets), packet(frame)));
    }

    private static byte[] packet(byte[] frame) {
        return Arrays.copyOfRange(frame, HEADER, frame.length);
    }

    private static byte[] inPppoe(byte[] frame) {
        String protocol = etherType(frame) == EtherTypes.IPV4 ? "0021" : "0057";
        return ofPacket(frame, "8864 1100 0007" + hex(packet(frame).length + 2) + protocol);
    }

    private static FrameBuilder mirror() {
        return FrameBuilder.ethernet("00:50:56:00:00:01", "00:50:56:00:00:02").ipv4("203.0.113.98", "203.0.113.99");
    }

    private static byte[] inGre(byte[] frame, String headers) {
        return mirror().protocol(47)
                .payload(OctetText.octets(headers))
                .payload(frame)
                .octets();
    }

    private static byte[] inUdp(byte[] frame, int port, String header) {
        return mirror().udp(50_000, port)
                .payload(OctetText.octets(header))
                .payload(frame)
                .octets();
    }

    /** The frame's MACs carry an IP packet, which holds {@code header} and the frame's packet. */
    private static byte[] inIp(byte[] frame, int protocol, String header) {
        byte[] outer = FrameBuilder.bare()
                .ipv4("203.0.113.1", "203.0.113.2")
                .protocol(protocol)
                .payload(OctetText.octets(header))
                .payload(packet(frame))
                .octets();
        byte[] macs = Arrays.copyOf(frame, MACS);
        return joined(macs, joined(OctetText.octets("0800"), outer));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
