package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of a GRE header of version 0 (RFC 2784 §2, RFC 2890 §2). Not thread-safe.
 *
 * <pre>
 * |C|R|K|S|    other bits (9)     | version 0 (3) | protocol (16) |
 * |    checksum (16), if C        |  reserved (16), if C          |
 * |                         key (32), if K                        |
 * |                   sequence number (32), if S                  |
 * </pre>
 */
public final class GreView {
    /** Octets of the shortest header. */
    public static final int SHORTEST_LENGTH = 4;

    private static final int FLAGS = 0;
    private static final int PROTOCOL = 2;
    private static final int FIELD_LENGTH = 4;

    private static final int HAS_CHECKSUM = 0x8000;

    /** Source routes, which RFC 2784 did away with: their length is not known from here. */
    private static final int HAS_ROUTES = 0x4000;

    private static final int HAS_KEY = 0x2000;
    private static final int HAS_SEQUENCE_NUMBER = 0x1000;
    private static final int VERSION = 0x0007;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;

    /** Points this view at big-endian {@code octets}; when false, this is another version or does not fit. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int flags = u16(octets, start + FLAGS);
        headerLength = SHORTEST_LENGTH
                + ((flags & HAS_CHECKSUM) != 0 ? FIELD_LENGTH : 0)
                + ((flags & HAS_KEY) != 0 ? FIELD_LENGTH : 0)
                + ((flags & HAS_SEQUENCE_NUMBER) != 0 ? FIELD_LENGTH : 0);
        return (flags & (HAS_ROUTES | VERSION)) == 0 && headerLength <= length;
    }

    /** Whether frames of the tunnel are numbered. */
    public boolean hasSequenceNumber() {
        return (u16(octets, start + FLAGS) & HAS_SEQUENCE_NUMBER) != 0;
    }

    /** EtherType of the payload, 16 bits. */
    public int protocol() {
        return u16(octets, start + PROTOCOL);
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after this header. */
    public int payloadLength() {
        return length - headerLength;
    }

    @Override
    public String toString() {
        return "GRE protocol 0x" + Integer.toHexString(protocol());
    }
}
