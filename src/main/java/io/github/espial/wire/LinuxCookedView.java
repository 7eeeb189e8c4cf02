package io.github.espial.wire;

import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of a Linux cooked capture header, version 1 (tcpdump.org, LINKTYPE_LINUX_SLL). Not thread-safe.
 *
 * <p>It has the source's link-layer address but not the destination's, so it never shows the next hop.
 *
 * <pre>
 * |        packet type (16)       |      ARPHRD_ type (16)        |
 * |       address length (16)     |
 * |           address, padded with zeros or cut (64)              |
 * |        protocol (16)          |
 * </pre>
 */
public final class LinuxCookedView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 16;

    /** Packet type: to the capturing machine. */
    public static final int TO_US = 0;

    /** Packet type: broadcast by somebody else. */
    public static final int BROADCAST = 1;

    /** Packet type: multicast by somebody else. */
    public static final int MULTICAST = 2;

    /** Packet type: from somebody else to somebody else. */
    public static final int TO_OTHER = 3;

    /** Packet type: sent by the capturing machine. */
    public static final int OUTGOING = 4;

    static final int MAC_LENGTH = 6;

    private static final int PACKET_TYPE = 0;
    private static final int ADDRESS_LENGTH = 4;
    private static final int ADDRESS = 6;
    private static final int PROTOCOL = 14;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, the header does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** {@link #TO_US} to {@link #OUTGOING}: the direction, as the kernel saw it. */
    public int packetType() {
        return u16(octets, start + PACKET_TYPE);
    }

    /** Octets of the source's link-layer address; 6 for a MAC, 0 where there is none. */
    public int addressLength() {
        return u16(octets, start + ADDRESS_LENGTH);
    }

    /** MAC of the source; 0 when {@link #addressLength()} is not 6. */
    public long address() {
        return addressLength() == MAC_LENGTH ? mac(octets, start + ADDRESS) : 0;
    }

    /** EtherType of the payload; 1 Novell 802.3, 4 LLC. */
    public int protocol() {
        return u16(octets, start + PROTOCOL);
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after this header. */
    public int payloadLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "cooked packet type " + packetType() + " source " + macText(address()) + " protocol 0x"
                + Integer.toHexString(protocol());
    }
}
