package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a packet of PPP's control and authentication protocols, which all begin alike: LCP, IPCP and CCP (RFC 1661 §5),
 * PAP (RFC 1334 §2.2), CHAP (RFC 1994 §4), EAP (RFC 3748 §4). Not thread-safe.
 *
 * <pre>
 * |   code (8)    |identifier (8) |    length with header (16)    |
 * |   data ...
 * </pre>
 */
public final class PppControlView {
    /** Octets before the data. */
    public static final int HEADER_LENGTH = 4;

    /** Code of LCP, IPCP and CCP: these options are wanted. */
    public static final int CONFIGURE_REQUEST = 1;

    /** Code of LCP, IPCP and CCP: all options of the request are agreed to. */
    public static final int CONFIGURE_ACK = 2;

    /** Code of LCP, IPCP and CCP: the link, or the protocol on it, is to end. */
    public static final int TERMINATE_REQUEST = 5;

    private static final int CODE = 0;
    private static final int IDENTIFIER = 1;
    private static final int LENGTH = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /**
     * Points this view at the payload of PPP in big-endian {@code octets}; when false, the header does not fit, or its
     * own length is below that of a header: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH && packetLength() >= HEADER_LENGTH;
    }

    /** What the packet is, 8 bits; each protocol has its own codes. */
    public int code() {
        return u8(octets, start + CODE);
    }

    /** Number that request and answer share, 8 bits. */
    public int identifier() {
        return u8(octets, start + IDENTIFIER);
    }

    /** Octets of header and data as sent. */
    public int packetLength() {
        return u16(octets, start + LENGTH);
    }

    /** Position of the first octet of the data. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of data captured, within the packet's length. */
    public int payloadLength() {
        return Math.min(length, packetLength()) - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "PPP control code " + code() + " id " + identifier() + " length " + packetLength();
    }
}
