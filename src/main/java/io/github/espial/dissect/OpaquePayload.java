package io.github.espial.dissect;

import io.github.espial.net.EtherTypes;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.Ports;
import java.nio.ByteBuffer;

/** Knows what is not looked into by what announces it; asked only of what turned out to be nothing else. */
final class OpaquePayload {
    private static final int WELL_KNOWN_PORTS = 1024;
    private static final int UDP_HEADER = 8;
    private static final int GRE_HEADER = 4;

    private static final int GRE_VERSION = 0x0007;
    private static final int L2TP_VERSION = 0x000f;
    private static final int L2TP_V3 = 3;

    /** Version 1, protocol type GTP, and the message type of a user's packet (3GPP TS 29.281 §5.1, §6.1). */
    private static final int GTP_VERSION_1 = 0x30;

    private static final int GTP_VERSION = 0xf0;
    private static final int GTP_PACKET = 255;

    /** Flags of a network and of a next protocol, and the version between (draft-ietf-nvo3-vxlan-gpe §3.1). */
    private static final int GPE_FLAGS = 0xfc;

    private static final int GPE = 0x0c;
    private static final int GENEVE_VERSION_AND_RESERVED = 0xc0_3f;

    private OpaquePayload() {}

    /** Of an EtherType that leads to no packet. */
    static Opaque ofEtherType(int type) {
        return switch (type) {
            case EtherTypes.MACSEC -> Opaque.MACSEC;
            case EtherTypes.TRUSTSEC -> Opaque.TRUSTSEC;
            case EtherTypes.VN_TAG, EtherTypes.E_TAG -> Opaque.VN_TAG;
            case EtherTypes.TRILL, EtherTypes.FABRIC_PATH -> Opaque.TRILL;
            case EtherTypes.NSH -> Opaque.NSH;
            default -> Opaque.NONE;
        };
    }

    /** Of the payload of an IP packet. */
    static Opaque of(int protocol, ByteBuffer octets, int start, int length) {
        if (protocol == IpProtocols.TCP) {
            boolean isNatTraversal =
                    length >= Integer.BYTES && isNatTraversal(u16(octets, start), u16(octets, start + 2));
            return isNatTraversal ? Opaque.TCP_ENCAPSULATED : Opaque.NONE;
        }
        if (protocol == IpProtocols.UDP) {
            return length >= UDP_HEADER ? ofUdp(octets, start, length) : Opaque.NONE;
        }
        if (protocol == IpProtocols.GRE) {
            return ofGre(octets, start, length);
        }
        if (protocol == IpProtocols.L2TP) {
            return Opaque.L2TP_V3;
        }
        if (protocol == IpProtocols.ETHERIP) {
            return Opaque.ETHERIP;
        }
        return protocol == IpProtocols.MPLS_IN_IP ? Opaque.MPLS_IN_IP : Opaque.NONE;
    }

    /** Whether one port is that of NAT traversal and the other is none of a service, which answers to any port. */
    static boolean isNatTraversal(int source, int destination) {
        return (destination == Ports.NAT_T && source >= WELL_KNOWN_PORTS)
                || (source == Ports.NAT_T && destination >= WELL_KNOWN_PORTS);
    }

    private static Opaque ofGre(ByteBuffer octets, int start, int length) {
        if (length < GRE_HEADER) {
            return Opaque.NONE;
        }
        return switch (u16(octets, start) & GRE_VERSION) {
            // What it carries was looked into, as far as it may be IPsec.
            case 0 ->
                u16(octets, start + 2) == EtherTypes.MIRRORED_ETHERNET
                                || u16(octets, start + 2) == EtherTypes.MIRRORED_ETHERNET_3
                        ? Opaque.GRE
                        : Opaque.NONE;
            case 1 -> Opaque.PPTP;
            default -> Opaque.GRE;
        };
    }

    private static Opaque ofUdp(ByteBuffer octets, int start, int length) {
        int source = u16(octets, start);
        int destination = u16(octets, start + 2);
        boolean hasPayload = u16(octets, start + 4) > UDP_HEADER;
        if (source == Ports.IKE || destination == Ports.IKE || isNatTraversal(source, destination)) {
            return hasPayload ? Opaque.IKE_PORT : Opaque.NONE;
        }
        if (length < UDP_HEADER + 2) {
            return Opaque.NONE;
        }
        int first = u16(octets, start + UDP_HEADER);
        if (source == Ports.L2TP || destination == Ports.L2TP) {
            return (first & L2TP_VERSION) == L2TP_V3 ? Opaque.L2TP_V3 : Opaque.NONE;
        }
        if (destination == Ports.GTP_U) {
            return (first >>> 8 & GTP_VERSION) == GTP_VERSION_1 && (first & 0xff) == GTP_PACKET
                    ? Opaque.GTP
                    : Opaque.NONE;
        }
        if (source < WELL_KNOWN_PORTS) {
            return Opaque.NONE;
        }
        if (destination == Ports.VXLAN_GPE) {
            return (first >>> 8 & GPE_FLAGS) == GPE ? Opaque.VXLAN_GPE : Opaque.NONE;
        }
        return destination == Ports.GENEVE && (first & GENEVE_VERSION_AND_RESERVED) == 0 ? Opaque.GENEVE : Opaque.NONE;
    }

    private static int u16(ByteBuffer octets, int position) {
        return octets.getShort(position) & 0xffff;
    }
}
