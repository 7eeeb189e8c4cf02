package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of the body of an identity payload of IKE (RFC 7296 §3.5, RFC 2407 §4.6.2). In version 2 the protocol and port are
 * reserved. Not thread-safe.
 *
 * <pre>
 * | type (8) | protocol (8) | port (16) |
 * | identity ...
 * </pre>
 */
public final class IkeIdentityView {
    /** Octets before the identity. */
    public static final int HEADER_LENGTH = 4;

    /** Type: an IPv4 address. */
    public static final int IPV4 = 1;

    /** Type, of version 1: an IPv4 address and a netmask. */
    public static final int IPV4_SUBNET = 4;

    /** Type: an IPv6 address. */
    public static final int IPV6 = 5;

    /** Type, of version 1: an IPv6 address and a mask. */
    public static final int IPV6_SUBNET = 6;

    /** Type, of version 1: first and last IPv4 address. */
    public static final int IPV4_RANGE = 7;

    /** Type, of version 1: first and last IPv6 address. */
    public static final int IPV6_RANGE = 8;

    private static final int TYPE = 0;
    private static final int PROTOCOL = 1;
    private static final int PORT = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at the body in big-endian {@code octets}; when false, it does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** What the identity is, 8 bits. */
    public int type() {
        return u8(octets, start + TYPE);
    }

    /** Version 1: IP protocol number, 0 for any. */
    public int protocol() {
        return u8(octets, start + PROTOCOL);
    }

    /** Version 1: port, 0 for any. */
    public int port() {
        return u16(octets, start + PORT);
    }

    /** Position of the identity. */
    public int identityStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of the identity. */
    public int identityLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "identity type " + type() + " protocol " + protocol() + " port " + port();
    }
}
