package io.github.espial.capture.etl;

import io.github.espial.net.LinkTypes;
import java.nio.ByteBuffer;

/** What octets look like that begin with a link layer header, or with none. Reads in the order of the wire. */
final class Media {
    /** IEEE 802.11 without radio header. */
    static final int IEEE802_11 = 105;

    private static final int ETHER_TYPE = 12;
    private static final int ETHERNET_HEADER = 14;
    private static final int TAG = 4;
    private static final int IPV4 = 0x0800;
    private static final int ARP = 0x0806;
    private static final int VLAN = 0x8100;
    private static final int IPV6 = 0x86DD;
    private static final int EAPOL = 0x888E;

    private static final int VERSION_SHIFT = 4;
    private static final int VERSION_4 = 4;
    private static final int VERSION_6 = 6;
    private static final int TOTAL_LENGTH = 2;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int IPV6_HEADER = 40;

    private Media() {}

    /** Whether the octets are most likely an Ethernet frame: they have the EtherType of what follows it. */
    static boolean isEthernet(ByteBuffer octets, int start, int length) {
        if (length <= ETHERNET_HEADER) {
            return false;
        }
        int version = Byte.toUnsignedInt(octets.get(start + ETHERNET_HEADER)) >>> VERSION_SHIFT;
        return switch (u16(octets, start + ETHER_TYPE)) {
            case IPV4 -> version == VERSION_4;
            case IPV6 -> version == VERSION_6;
            case ARP, VLAN, EAPOL -> true;
            default -> false;
        };
    }

    /** Octets before what the EtherType tells of: those of the link layer, a VLAN tag included. */
    static int linkHeader(int linkType, ByteBuffer octets, int start, int length) {
        if (linkType != LinkTypes.ETHERNET || length < ETHERNET_HEADER) {
            return 0;
        }
        return u16(octets, start + ETHER_TYPE) == VLAN ? ETHERNET_HEADER + TAG : ETHERNET_HEADER;
    }

    /**
     * Octets that the frame had on the wire, at least {@code length}: a trace that cuts frames short does not say so,
     * but the IP header does. It is 0 in packets that the adapter is to segment.
     */
    static long originalLength(int linkType, ByteBuffer octets, int start, int length) {
        int header = linkHeader(linkType, octets, start, length);
        boolean isRaw = linkType == LinkTypes.RAW;
        if ((!isRaw && header == 0) || length < header + PAYLOAD_LENGTH + Short.BYTES) {
            return length;
        }
        int ip = start + header;
        int etherType = isRaw ? 0 : u16(octets, ip - Short.BYTES);
        int version = Byte.toUnsignedInt(octets.get(ip)) >>> VERSION_SHIFT;
        if (version == VERSION_4 && (isRaw || etherType == IPV4)) {
            return Math.max(length, header + u16(octets, ip + TOTAL_LENGTH));
        }
        if (version == VERSION_6 && (isRaw || etherType == IPV6)) {
            int payload = u16(octets, ip + PAYLOAD_LENGTH);
            return payload == 0 ? length : Math.max(length, header + IPV6_HEADER + payload);
        }
        return length;
    }

    /** In the order of the wire, whatever the order of the memory's view. */
    private static int u16(ByteBuffer octets, int at) {
        return Byte.toUnsignedInt(octets.get(at)) << Byte.SIZE | Byte.toUnsignedInt(octets.get(at + 1));
    }
}
