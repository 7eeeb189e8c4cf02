package io.github.espial.wire;

import static io.github.espial.wire.Octets.ipv6Text;
import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an IPv6 header without extension headers (RFC 8200 §3). Not thread-safe.
 *
 * <pre>
 * |version| traffic class |            flow label (20)            |
 * |      payload length (16)      | next header(8)| hop limit (8) |
 * |                      source address (128)                     |
 * |                    destination address (128)                  |
 * </pre>
 */
public final class Ipv6View {
    /** Octets before extension headers or payload. */
    public static final int HEADER_LENGTH = 40;

    private static final int VERSION_AND_CLASS = 0;
    private static final int PAYLOAD_LENGTH = 4;
    private static final int NEXT_HEADER = 6;
    private static final int HOP_LIMIT = 7;
    private static final int SOURCE = 8;
    private static final int DESTINATION = 24;

    private static final int VERSION = 6;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, this is not IPv6 or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH && u8(octets, start + VERSION_AND_CLASS) >>> 4 == VERSION;
    }

    /** Differentiated services and congestion bits, 8 bits. */
    public int trafficClass() {
        return u16(octets, start + VERSION_AND_CLASS) >>> 4 & 0xff;
    }

    /** Octets after this header as sent; 0 in a jumbogram (RFC 2675 §3), or when left to the network card to fill in. */
    public int payloadLengthField() {
        return u16(octets, start + PAYLOAD_LENGTH);
    }

    /** IP protocol number of the first extension header or of the payload. */
    public int nextHeader() {
        return u8(octets, start + NEXT_HEADER);
    }

    /** Routers that may yet forward this packet; 255 in neighbor discovery proves that none has (RFC 4861 §7.1). */
    public int hopLimit() {
        return u8(octets, start + HOP_LIMIT);
    }

    /** First 64 bits of the source address. */
    public long sourceHigh() {
        return octets.getLong(start + SOURCE);
    }

    /** Last 64 bits of the source address. */
    public long sourceLow() {
        return octets.getLong(start + SOURCE + Long.BYTES);
    }

    /** First 64 bits of the destination address. */
    public long destinationHigh() {
        return octets.getLong(start + DESTINATION);
    }

    /** Last 64 bits of the destination address. */
    public long destinationLow() {
        return octets.getLong(start + DESTINATION + Long.BYTES);
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets after this header that were captured: within the payload length, so without the padding of the frame. */
    public int payloadLength() {
        return Math.min(length - HEADER_LENGTH, payloadOriginalLength());
    }

    /** Octets after this header as sent by the payload length; where that is 0, those captured. */
    public int payloadOriginalLength() {
        int field = payloadLengthField();
        return field == 0 ? length - HEADER_LENGTH : field;
    }

    @Override
    public String toString() {
        return "IPv6 class " + trafficClass() + " length " + payloadLengthField() + " next " + nextHeader() + " limit "
                + hopLimit() + " " + ipv6Text(sourceHigh(), sourceLow()) + " to "
                + ipv6Text(destinationHigh(), destinationLow());
    }
}
