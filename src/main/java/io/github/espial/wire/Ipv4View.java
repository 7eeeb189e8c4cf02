package io.github.espial.wire;

import static io.github.espial.wire.Octets.ipv4Text;
import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an IPv4 header with its options (RFC 791 §3.1). Not thread-safe.
 *
 * <pre>
 * |version| words |  services (8) |       total length (16)       |
 * |      identification (16)      |flags|   fragment offset (13)  |
 * |  time to live |  protocol (8) |      header checksum (16)     |
 * |                      source address (32)                      |
 * |                    destination address (32)                   |
 * |                    options, up to 40 octets                   |
 * </pre>
 */
public final class Ipv4View {
    /** Octets of a header without options. */
    public static final int MINIMUM_HEADER_LENGTH = 20;

    private static final int VERSION_AND_WORDS = 0;
    private static final int TOTAL_LENGTH = 2;
    private static final int IDENTIFICATION = 4;
    private static final int FLAGS_AND_OFFSET = 6;
    private static final int TTL = 8;
    private static final int PROTOCOL = 9;
    private static final int SOURCE = 12;
    private static final int DESTINATION = 16;

    private static final int VERSION = 4;
    private static final int MORE_FRAGMENTS = 0x2000;
    private static final int OFFSET_MASK = 0x1fff;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /**
     * Points this view at big-endian {@code octets}; when false, this is not IPv4, or the header with its options does
     * not fit into the octets or into its own total length: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= MINIMUM_HEADER_LENGTH
                && u8(octets, start + VERSION_AND_WORDS) >>> 4 == VERSION
                && headerLength() >= MINIMUM_HEADER_LENGTH
                && headerLength() <= length
                && (totalLength() == 0 || totalLength() >= headerLength());
    }

    /** Octets of this header with its options, 20 to 60. */
    public int headerLength() {
        return (u8(octets, start + VERSION_AND_WORDS) & 0x0f) * Integer.BYTES;
    }

    /** Octets of header and payload as sent; 0 when the network card was left to fill it in (segmentation offload). */
    public int totalLength() {
        return u16(octets, start + TOTAL_LENGTH);
    }

    /** Number that the fragments of one packet share, 16 bits. */
    public int identification() {
        return u16(octets, start + IDENTIFICATION);
    }

    /** Whether this is a part of a packet: the first one, or a later one whose payload starts without a header. */
    public boolean isFragment() {
        return (u16(octets, start + FLAGS_AND_OFFSET) & (MORE_FRAGMENTS | OFFSET_MASK)) != 0;
    }

    /** Whether this is not the last part of a packet. */
    public boolean moreFragments() {
        return (u16(octets, start + FLAGS_AND_OFFSET) & MORE_FRAGMENTS) != 0;
    }

    /** Octets of the packet's payload that earlier fragments carry, a multiple of 8. */
    public int fragmentOffset() {
        return (u16(octets, start + FLAGS_AND_OFFSET) & OFFSET_MASK) * 8;
    }

    /** Time to live: routers that may yet forward this packet. */
    public int ttl() {
        return u8(octets, start + TTL);
    }

    /** IP protocol number of the payload. */
    public int protocol() {
        return u8(octets, start + PROTOCOL);
    }

    /** Source address. */
    public int source() {
        return octets.getInt(start + SOURCE);
    }

    /** Destination address. */
    public int destination() {
        return octets.getInt(start + DESTINATION);
    }

    /** Position of the first octet after header and options. */
    public int payloadStart() {
        return start + headerLength();
    }

    /** Octets of the payload that were captured: within the total length, so without the padding of the frame. */
    public int payloadLength() {
        return Math.min(length - headerLength(), payloadOriginalLength());
    }

    /** Octets of the payload as sent by the total length; where that is 0, those captured. */
    public int payloadOriginalLength() {
        int total = totalLength();
        return (total == 0 ? length : total) - headerLength();
    }

    @Override
    public String toString() {
        return "IPv4 length " + totalLength() + " id " + identification() + " offset " + fragmentOffset() + " ttl "
                + ttl() + " protocol " + protocol() + " " + ipv4Text(source()) + " to " + ipv4Text(destination());
    }
}
