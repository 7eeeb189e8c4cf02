package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a PPP frame's start: address and control, if there, and the protocol (RFC 1661 §2, RFC 1662 §3.1).
 * Not thread-safe.
 *
 * <pre>
 * | ff 03 (16), unless left out | protocol (16), or (8) if below 256 and compressed | payload ...
 * </pre>
 */
public final class PppView {
    /** Protocol: IPv4. */
    public static final int IPV4 = 0x0021;

    /** Protocol: IPv6. */
    public static final int IPV6 = 0x0057;

    /** Protocol: compressed packets (RFC 1962), or MPPE (RFC 3078). */
    public static final int COMPRESSED = 0x00fd;

    /** Protocol: IP Control Protocol, which assigns the IPv4 addresses (RFC 1332). */
    public static final int IPCP = 0x8021;

    /** Protocol: Compression Control Protocol (RFC 1962). */
    public static final int CCP = 0x80fd;

    /** Protocol: Link Control Protocol. */
    public static final int LCP = 0xc021;

    /** Protocol: Password Authentication Protocol (RFC 1334). */
    public static final int PAP = 0xc023;

    /** Protocol: Challenge Handshake Authentication Protocol (RFC 1994), Microsoft's included (RFC 2433, RFC 2759). */
    public static final int CHAP = 0xc223;

    /** Protocol: Extensible Authentication Protocol (RFC 3748). */
    public static final int EAP = 0xc227;

    private static final int ADDRESS_AND_CONTROL = 0xff03;

    /** Never assigned, so that a compressed protocol can not be taken for the address (RFC 1661 §6.5). */
    private static final int NO_PROTOCOL = 0x00ff;

    private static final int ADDRESS_AND_CONTROL_LENGTH = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int protocol;
    private int headerLength;

    /** Points this view at big-endian {@code octets}; when false, this is no PPP or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        int before = startsWithAddress() ? ADDRESS_AND_CONTROL_LENGTH : 0;
        if (length <= before) {
            return false;
        }
        int first = u8(octets, start + before);
        // The last octet of a protocol is odd, and the first of two is even: so one can tell (RFC 1661 §2).
        boolean isCompressed = (first & 1) == 1;
        headerLength = before + (isCompressed ? 1 : 2);
        if (headerLength > length) {
            return false;
        }
        protocol = isCompressed ? first : u16(octets, start + before);
        return (protocol & 1) == 1 && protocol != NO_PROTOCOL;
    }

    private boolean startsWithAddress() {
        return length >= ADDRESS_AND_CONTROL_LENGTH && u16(octets, start) == ADDRESS_AND_CONTROL;
    }

    /** Protocol of the payload, 16 bits. */
    public int protocol() {
        return protocol;
    }

    /** Position of the first octet after the protocol. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after the protocol. */
    public int payloadLength() {
        return length - headerLength;
    }

    @Override
    public String toString() {
        return "PPP protocol 0x" + Integer.toHexString(protocol);
    }
}
