package io.github.espial.wire;

import java.nio.ByteBuffer;

/**
 * View of a BSD loopback header: an address family in either octet order (tcpdump.org, LINKTYPE_NULL and
 * LINKTYPE_LOOP). Not thread-safe.
 *
 * <pre>
 * |   address family (32), in the order of the capturing machine  |
 * </pre>
 */
public final class BsdLoopbackView {
    /** Octets before the packet. */
    public static final int HEADER_LENGTH = 4;

    private static final int FAMILY = 0;

    private static final int AF_INET = 2;
    private static final int AF_INET6_LINUX = 10;
    private static final int AF_INET6_NETBSD_OPENBSD = 24;
    private static final int AF_INET6_FREEBSD = 28;
    private static final int AF_INET6_DARWIN = 30;

    /** Families are below this, so a larger value is one in the other octet order. */
    private static final int SMALLEST_SWAPPED = 0x1_0000;

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

    /** Address family as the capturing machine numbers it, in its right octet order. */
    public int family() {
        int asStored = octets.getInt(start + FAMILY);
        boolean isSwapped = Integer.compareUnsigned(asStored, SMALLEST_SWAPPED) >= 0;
        return isSwapped ? Integer.reverseBytes(asStored) : asStored;
    }

    /** Whether an IPv4 packet follows. */
    public boolean isIpv4() {
        return family() == AF_INET;
    }

    /** Whether an IPv6 packet follows; systems number this family differently. */
    public boolean isIpv6() {
        return switch (family()) {
            case AF_INET6_LINUX, AF_INET6_NETBSD_OPENBSD, AF_INET6_FREEBSD, AF_INET6_DARWIN -> true;
            default -> false;
        };
    }

    /** Position of the packet's first octet. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after this header. */
    public int payloadLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "loopback family " + family();
    }
}
