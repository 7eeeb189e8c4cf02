package io.github.espial.wire;

import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a Linux cooked capture header, version 2 (tcpdump.org, LINKTYPE_LINUX_SLL2). Not thread-safe.
 *
 * <p>It has the source's link-layer address but not the destination's, so it never shows the next hop.
 *
 * <pre>
 * |         protocol (16)         |         reserved (16)         |
 * |                      interface index (32)                     |
 * |       ARPHRD_ type (16)       |packet type (8)| addr length(8)|
 * |           address, padded with zeros or cut (64)              |
 * </pre>
 */
public final class LinuxCookedV2View {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 20;

    private static final int PROTOCOL = 0;
    private static final int INTERFACE_INDEX = 4;
    private static final int PACKET_TYPE = 10;
    private static final int ADDRESS_LENGTH = 11;
    private static final int ADDRESS = 12;

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

    /** EtherType of the payload; 1 Novell 802.3, 4 LLC. */
    public int protocol() {
        return u16(octets, start + PROTOCOL);
    }

    /** The capturing machine's index of the interface, unsigned 32-bit, from 1; the name is not in the capture. */
    public long interfaceIndex() {
        return u32(octets, start + INTERFACE_INDEX);
    }

    /** {@link LinuxCookedView#TO_US} to {@link LinuxCookedView#OUTGOING}: the direction, as the kernel saw it. */
    public int packetType() {
        return u8(octets, start + PACKET_TYPE);
    }

    /** Octets of the source's link-layer address; 6 for a MAC, 0 where there is none. */
    public int addressLength() {
        return u8(octets, start + ADDRESS_LENGTH);
    }

    /** MAC of the source; 0 when {@link #addressLength()} is not 6. */
    public long address() {
        return addressLength() == LinuxCookedView.MAC_LENGTH ? mac(octets, start + ADDRESS) : 0;
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
        return "cooked protocol 0x" + Integer.toHexString(protocol()) + " interface " + interfaceIndex()
                + " packet type " + packetType() + " source " + macText(address());
    }
}
