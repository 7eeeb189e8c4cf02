package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an LLC header with the SNAP extension (IEEE 802 clause 9.5, RFC 1042). Not thread-safe.
 *
 * <pre>
 * | DSAP aa (8) | SSAP aa (8) | control 03 (8) | organization (24) | EtherType (16) | payload ...
 * </pre>
 */
public final class LlcSnapView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 8;

    private static final int SNAP_SAPS = 0xaaaa;
    private static final int UNNUMBERED_INFORMATION = 0x03;

    /** Organization code under which the protocol is an EtherType (RFC 1042). */
    private static final int ETHERNET = 0x000000;

    /** The same for protocols that bridges must keep in this form (IEEE 802.1H). */
    private static final int BRIDGE_TUNNEL = 0x0000f8;

    private static final int SAPS = 0;
    private static final int CONTROL = 2;
    private static final int ORGANIZATION = 3;
    private static final int ETHER_TYPE = 6;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, this is not SNAP or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH
                && u16(octets, start + SAPS) == SNAP_SAPS
                && u8(octets, start + CONTROL) == UNNUMBERED_INFORMATION;
    }

    /** Who numbers the protocol, 24 bits. */
    public int organization() {
        return u8(octets, start + ORGANIZATION) << 16 | u16(octets, start + ORGANIZATION + 1);
    }

    /** Protocol of the payload, 16 bits: an EtherType only when {@link #isEncapsulatedEthernet()}. */
    public int etherType() {
        return u16(octets, start + ETHER_TYPE);
    }

    /** Whether {@link #etherType()} is an EtherType. */
    public boolean isEncapsulatedEthernet() {
        int organization = organization();
        return organization == ETHERNET || organization == BRIDGE_TUNNEL;
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
        return "SNAP organization 0x" + Integer.toHexString(organization()) + " type 0x"
                + Integer.toHexString(etherType());
    }
}
