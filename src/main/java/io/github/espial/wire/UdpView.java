package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of a UDP header (RFC 768). Not thread-safe.
 *
 * <pre>
 * |        source port (16)       |     destination port (16)     |
 * |        UDP length (16)        |         checksum (16)         |
 * </pre>
 */
public final class UdpView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 8;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int UDP_LENGTH = 4;

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

    /** Source port. */
    public int sourcePort() {
        return u16(octets, start + SOURCE_PORT);
    }

    /** Destination port. */
    public int destinationPort() {
        return u16(octets, start + DESTINATION_PORT);
    }

    /** Octets of header and payload as sent; less than 8 is not a length (0: a jumbogram, RFC 2675 §4). */
    public int udpLength() {
        return u16(octets, start + UDP_LENGTH);
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of the payload that were captured, within the UDP length where it is one. */
    public int payloadLength() {
        return Math.min(length - HEADER_LENGTH, payloadOriginalLength());
    }

    /** Octets of the payload as sent by the UDP length; where that is none, those captured. */
    public int payloadOriginalLength() {
        int field = udpLength();
        return (field >= HEADER_LENGTH ? field : length) - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "UDP " + sourcePort() + " to " + destinationPort() + " length " + udpLength();
    }
}
