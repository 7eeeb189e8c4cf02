package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an ICMP message and where it quotes a packet (RFC 792). Not thread-safe.
 *
 * <pre>
 * |    type (8)   |    code (8)   |         checksum (16)         |
 * |    gateway, or unused, quote words (8) and next-hop MTU (16)  |
 * |    IP header and first octets of the packet that it is about  |
 * </pre>
 */
public final class Icmpv4View {
    /** Octets before the quoted packet. */
    public static final int HEADER_LENGTH = 8;

    /** Type: the packet can not reach its destination. */
    public static final int DESTINATION_UNREACHABLE = 3;

    /** Type: a router's request to send less, no longer sent (RFC 6633). */
    public static final int SOURCE_QUENCH = 4;

    /** Type: the packet was forwarded, but another router is nearer. */
    public static final int REDIRECT = 5;

    /** Type: echo request. */
    public static final int ECHO_REQUEST = 8;

    /** Type: echo reply. */
    public static final int ECHO_REPLY = 0;

    /** Type: the time to live ran out. */
    public static final int TIME_EXCEEDED = 11;

    /** Type: a field of the packet's header is wrong. */
    public static final int PARAMETER_PROBLEM = 12;

    /** Code of {@link #DESTINATION_UNREACHABLE}: the packet is too large to go on and may not be fragmented. */
    public static final int FRAGMENTATION_NEEDED = 4;

    private static final int TYPE = 0;
    private static final int CODE = 1;
    private static final int GATEWAY = 4;
    private static final int QUOTE_WORDS = 5;
    private static final int NEXT_HOP_MTU = 6;

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

    /**
     * Whether the quoted packet failed. A redirect also quotes a packet (RFC 1122 §3.2.2 lists it with the errors) but
     * is none here, for that packet was forwarded.
     */
    public boolean isError() {
        int type = type();
        return type == DESTINATION_UNREACHABLE
                || type == SOURCE_QUENCH
                || type == TIME_EXCEEDED
                || type == PARAMETER_PROBLEM;
    }

    /** Whether a router names a better one for the quoted packet. */
    public boolean isRedirect() {
        return type() == REDIRECT;
    }

    /** Whether the quoted packet was too large to go on. */
    public boolean isFragmentationNeeded() {
        return type() == DESTINATION_UNREACHABLE && code() == FRAGMENTATION_NEEDED;
    }

    /** The better router's address; 0 unless {@link #isRedirect()}. */
    public int gateway() {
        return isRedirect() ? octets.getInt(start + GATEWAY) : 0;
    }

    /** Octets that the next link takes; 0 unless {@link #isFragmentationNeeded()}, and from old routers (RFC 1191 §4). */
    public int nextHopMtu() {
        return isFragmentationNeeded() ? u16(octets, start + NEXT_HOP_MTU) : 0;
    }

    /** Position of the quoted packet's IP header. */
    public int quotedStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured of the quoted packet, without extensions that follow it (RFC 4884 §3); 0 when none is quoted. */
    public int quotedLength() {
        if (!isError() && !isRedirect()) {
            return 0;
        }
        int captured = length - HEADER_LENGTH;
        return hasQuoteWords() ? Math.min(captured, u8(octets, start + QUOTE_WORDS) * Integer.BYTES) : captured;
    }

    private boolean hasQuoteWords() {
        int type = type();
        return (type == DESTINATION_UNREACHABLE || type == TIME_EXCEEDED || type == PARAMETER_PROBLEM)
                && u8(octets, start + QUOTE_WORDS) != 0;
    }

    @Override
    public String toString() {
        return "ICMP type " + type() + " code " + code();
    }
}
