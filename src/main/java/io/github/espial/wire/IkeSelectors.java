package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * Walks the traffic selectors in the body of a TS payload of IKE version 2 (RFC 7296 §3.13). Not thread-safe.
 *
 * <pre>
 * | number of selectors (8) |          reserved (24)           |
 * | type (8) | protocol (8) |     length with this header (16) |
 * |   first port (16)       |        last port (16)            |
 * | first address ...       | last address ...
 * </pre>
 */
public final class IkeSelectors {
    /** Octets before the first selector. */
    public static final int HEADER_LENGTH = 4;

    /** Type: IPv4 addresses from one to another. */
    public static final int IPV4_RANGE = 7;

    /** Type: IPv6 addresses from one to another. */
    public static final int IPV6_RANGE = 8;

    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    private static final int TYPE = 0;
    private static final int PROTOCOL = 1;
    private static final int SELECTOR_LENGTH = 2;
    private static final int FIRST_PORT = 4;
    private static final int LAST_PORT = 6;
    private static final int FIRST_ADDRESS = 8;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int end;
    private int at;
    private int following;

    /** Goes before the first selector in big-endian {@code octets}; when false, there can be none. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.end = start + length;
        this.following = start + Math.min(length, HEADER_LENGTH);
        this.at = following;
        return length >= HEADER_LENGTH;
    }

    /** Goes to the next selector; when false, there is none, or it contradicts itself. */
    public boolean nextSelector() {
        if (end - following < FIRST_ADDRESS) {
            return false;
        }
        int stated = u16(octets, following + SELECTOR_LENGTH);
        int least = FIRST_ADDRESS + 2 * lengthOf(u8(octets, following + TYPE));
        if (stated < least || stated > end - following) {
            end = following;
            return false;
        }
        at = following;
        following = at + stated;
        return true;
    }

    /** {@link #IPV4_RANGE}, {@link #IPV6_RANGE}, or another, whose addresses have no octets here. */
    public int type() {
        return isAtOne() ? u8(octets, at + TYPE) : 0;
    }

    /** IP protocol number, 0 for any. */
    public int protocol() {
        return isAtOne() ? u8(octets, at + PROTOCOL) : 0;
    }

    /** The lowest port. */
    public int firstPort() {
        return isAtOne() ? u16(octets, at + FIRST_PORT) : 0;
    }

    /** The highest port; lower than the first one for "opaque" (RFC 7296 §3.13.1). */
    public int lastPort() {
        return isAtOne() ? u16(octets, at + LAST_PORT) : 0;
    }

    /** Position of the first address; the last one follows it. */
    public int addressStart() {
        return isAtOne() ? at + FIRST_ADDRESS : at;
    }

    /** Octets of each of the two addresses. */
    public int addressLength() {
        return isAtOne() ? lengthOf(type()) : 0;
    }

    private static int lengthOf(int type) {
        return type == IPV4_RANGE ? IPV4_LENGTH : type == IPV6_RANGE ? IPV6_LENGTH : 0;
    }

    private boolean isAtOne() {
        return following > at;
    }

    @Override
    public String toString() {
        return "traffic selector type " + type() + " protocol " + protocol() + " ports " + firstPort() + " to "
                + lastPort();
    }
}
