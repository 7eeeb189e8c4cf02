package io.github.espial.wire;

import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an ICMPv6 message and where it quotes a packet (RFC 4443 §2.1). Not thread-safe.
 *
 * <pre>
 * |    type (8)   |    code (8)   |         checksum (16)         |
 * |       MTU, or quote units (8) and unused, or message body     |
 * |    as much of the packet that it is about as fits             |
 * </pre>
 */
public final class Icmpv6View {
    /** Octets before the quoted packet. */
    public static final int HEADER_LENGTH = 8;

    /** Type: the packet can not reach its destination. */
    public static final int DESTINATION_UNREACHABLE = 1;

    /** Type: the packet is too large to go on. */
    public static final int PACKET_TOO_BIG = 2;

    /** Type: the hop limit, or the time to reassemble, ran out. */
    public static final int TIME_EXCEEDED = 3;

    /** Type: a field of the packet's headers is wrong. */
    public static final int PARAMETER_PROBLEM = 4;

    /** Type: echo request. */
    public static final int ECHO_REQUEST = 128;

    /** Type: echo reply. */
    public static final int ECHO_REPLY = 129;

    private static final int FIRST_INFORMATIONAL = 128;

    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int MTU = 4;
    private static final int QUOTE_UNITS = 4;

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

    /** Type, 8 bits. */
    public int type() {
        return u8(octets, start + TYPE);
    }

    /** Code within the type, 8 bits. */
    public int code() {
        return u8(octets, start + CODE);
    }

    /** Whether the quoted packet failed: every type below 128. */
    public boolean isError() {
        return type() < FIRST_INFORMATIONAL;
    }

    /** Whether {@link NdpView} reads this message (RFC 4861 §4). */
    public boolean isNeighborDiscovery() {
        return type() >= NdpView.ROUTER_SOLICITATION && type() <= NdpView.REDIRECT;
    }

    /** Octets that the next link takes, unsigned 32-bit; 0 unless the type is {@link #PACKET_TOO_BIG}. */
    public long mtu() {
        return type() == PACKET_TOO_BIG ? u32(octets, start + MTU) : 0;
    }

    /** Position of the quoted packet's IPv6 header. */
    public int quotedStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured of the quoted packet, without extensions that follow it (RFC 4884 §3); 0 when none is quoted. */
    public int quotedLength() {
        if (!isError()) {
            return 0;
        }
        int captured = length - HEADER_LENGTH;
        return hasQuoteUnits() ? Math.min(captured, u8(octets, start + QUOTE_UNITS) * Long.BYTES) : captured;
    }

    private boolean hasQuoteUnits() {
        int type = type();
        return (type == DESTINATION_UNREACHABLE || type == TIME_EXCEEDED) && u8(octets, start + QUOTE_UNITS) != 0;
    }

    @Override
    public String toString() {
        return "ICMPv6 type " + type() + " code " + code();
    }
}
