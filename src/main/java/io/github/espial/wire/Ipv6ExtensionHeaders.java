package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import io.github.espial.net.IpProtocols;
import java.nio.ByteBuffer;

/**
 * View of the chain of extension headers between an IPv6 header and its payload (RFC 8200 §4). Not thread-safe.
 *
 * <p>Hop-by-hop options, routing, destination options and mobility headers are passed over; what a fragment header says
 * is kept. AH and ESP end the chain, for they have views of their own, and so does a fragment that is not the first,
 * for the octets after it are no header. A packet without any extension header is a chain of length 0.
 *
 * <pre>
 * | next header(8)| 8 octets after the first 8 (8) |  options or routing data ...   |
 * | next header(8)|  reserved (8) | offset in 8 octets (13) | reserved | M | identification (32) |
 * </pre>
 */
public final class Ipv6ExtensionHeaders {
    /** Headers that are followed: more than twice what RFC 8200 §4.1 lets a packet have. */
    private static final int MOST_HEADERS = 16;

    /** Octets that each header has at least, and the unit of its length field. */
    private static final int UNIT = 8;

    private static final int NEXT_HEADER = 0;
    private static final int UNITS_AFTER_FIRST = 1;
    private static final int OFFSET_AND_MORE = 2;
    private static final int IDENTIFICATION = 4;

    private static final int OFFSET_MASK = 0xfff8;
    private static final int MORE_FRAGMENTS = 0x0001;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int protocol;
    private int payloadStart;
    private int payloadLength;
    private boolean hasFragmentHeader;
    private int fragmentHeaderStart;

    /**
     * Walks the chain from {@code start}, where a header of type {@code firstNextHeader} is; when false, a header does
     * not fit or there are too many: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length, int firstNextHeader) {
        this.octets = octets;
        protocol = firstNextHeader;
        payloadStart = start;
        payloadLength = length;
        hasFragmentHeader = false;
        for (int headers = 0; isExtension(protocol) && fragmentOffset() == 0; headers++) {
            if (headers == MOST_HEADERS || !passHeader()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isExtension(int protocol) {
        return protocol == IpProtocols.HOP_BY_HOP
                || protocol == IpProtocols.ROUTING
                || protocol == IpProtocols.FRAGMENT
                || protocol == IpProtocols.DESTINATION_OPTIONS
                || protocol == IpProtocols.MOBILITY;
    }

    private boolean passHeader() {
        if (payloadLength < UNIT) {
            return false;
        }
        boolean isFragmentHeader = protocol == IpProtocols.FRAGMENT;
        int headerLength = isFragmentHeader ? UNIT : (u8(octets, payloadStart + UNITS_AFTER_FIRST) + 1) * UNIT;
        if (headerLength > payloadLength) {
            return false;
        }
        if (isFragmentHeader) {
            hasFragmentHeader = true;
            fragmentHeaderStart = payloadStart;
        }
        protocol = u8(octets, payloadStart + NEXT_HEADER);
        payloadStart += headerLength;
        payloadLength -= headerLength;
        return true;
    }

    /** IP protocol number after the last extension header. */
    public int protocol() {
        return protocol;
    }

    /** Whether this is a part of a packet; false for a whole packet with a fragment header (RFC 6946). */
    public boolean isFragment() {
        return fragmentOffset() != 0 || moreFragments();
    }

    /** Octets of the fragmentable part that earlier fragments carry, a multiple of 8. */
    public int fragmentOffset() {
        return hasFragmentHeader ? u16(octets, fragmentHeaderStart + OFFSET_AND_MORE) & OFFSET_MASK : 0;
    }

    /** Whether this is not the last part of a packet. */
    public boolean moreFragments() {
        return hasFragmentHeader && (u16(octets, fragmentHeaderStart + OFFSET_AND_MORE) & MORE_FRAGMENTS) != 0;
    }

    /** Number that the fragments of one packet share, unsigned 32-bit; 0 without a fragment header. */
    public long identification() {
        return hasFragmentHeader ? u32(octets, fragmentHeaderStart + IDENTIFICATION) : 0;
    }

    /** Position of the first octet after the last extension header. */
    public int payloadStart() {
        return payloadStart;
    }

    /** Octets captured after the last extension header. */
    public int payloadLength() {
        return payloadLength;
    }

    @Override
    public String toString() {
        return "IPv6 extension headers, then protocol " + protocol + ", fragment offset " + fragmentOffset()
                + (moreFragments() ? " with more" : "");
    }
}
