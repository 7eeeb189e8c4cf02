package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a TCP header with its options (RFC 9293 §3.1). Not thread-safe.
 *
 * <pre>
 * |        source port (16)       |     destination port (16)     |
 * |                      sequence number (32)                     |
 * |                   acknowledgment number (32)                  |
 * | words | (4)   |   flags (8)   |          window (16)          |
 * |         checksum (16)         |      urgent pointer (16)      |
 * |                    options, up to 40 octets                   |
 * </pre>
 */
public final class TcpView {
    /** Octets of a header without options. */
    public static final int MINIMUM_HEADER_LENGTH = 20;

    /** Flag: the sender has no more to send. */
    public static final int FIN = 0x01;

    /** Flag: the connection opens. */
    public static final int SYN = 0x02;

    /** Flag: the connection is refused or broken off. */
    public static final int RST = 0x04;

    /** Flag: the acknowledgment number counts. */
    public static final int ACK = 0x10;

    private static final int SOURCE_PORT = 0;
    private static final int DESTINATION_PORT = 2;
    private static final int SEQUENCE_NUMBER = 4;
    private static final int ACKNOWLEDGMENT_NUMBER = 8;
    private static final int WORDS = 12;
    private static final int FLAGS = 13;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, header and options do not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= MINIMUM_HEADER_LENGTH && headerLength() >= MINIMUM_HEADER_LENGTH && headerLength() <= length;
    }

    /** Source port. */
    public int sourcePort() {
        return u16(octets, start + SOURCE_PORT);
    }

    /** Destination port. */
    public int destinationPort() {
        return u16(octets, start + DESTINATION_PORT);
    }

    /** Sequence number of the first octet of payload, unsigned 32-bit. */
    public long sequenceNumber() {
        return u32(octets, start + SEQUENCE_NUMBER);
    }

    /** Sequence number that the sender expects next, unsigned 32-bit; only with {@link #ACK}. */
    public long acknowledgmentNumber() {
        return u32(octets, start + ACKNOWLEDGMENT_NUMBER);
    }

    /** Octets of this header with its options, 20 to 60. */
    public int headerLength() {
        return (u8(octets, start + WORDS) >>> 4) * Integer.BYTES;
    }

    /** Control bits from CWR down to FIN, 8 bits. */
    public int flags() {
        return u8(octets, start + FLAGS);
    }

    /** Position of the first octet after header and options. */
    public int payloadStart() {
        return start + headerLength();
    }

    /** Octets captured after header and options. */
    public int payloadLength() {
        return length - headerLength();
    }

    @Override
    public String toString() {
        return "TCP " + sourcePort() + " to " + destinationPort() + " sequence " + sequenceNumber() + " flags 0x"
                + Integer.toHexString(flags());
    }
}
