package io.github.espial.wire;

import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of one configuration option of LCP, IPCP or CCP (RFC 1661 §6). Not thread-safe.
 *
 * <pre>
 * |   type (8)    |length with header (8)| value ...
 * </pre>
 */
public final class PppOptionView {
    /** Octets of an option without a value. */
    public static final int HEADER_LENGTH = 2;

    /** Option of LCP: how the receiver is to prove who it is (RFC 1661 §6.2). */
    public static final int AUTHENTICATION_PROTOCOL = 3;

    /** Option of IPCP: the sender's own address (RFC 1332 §3.3). */
    public static final int IP_ADDRESS = 3;

    /** Option of CCP: MPPC, or MPPE (RFC 3078 §2.1). */
    public static final int MPPE = 18;

    private static final int TYPE = 0;
    private static final int LENGTH = 1;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;

    /**
     * Points this view at big-endian {@code octets}; when false, the header does not fit, or its own length is below
     * that of a header or beyond the octets: read nothing, and nothing after it.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        return length >= HEADER_LENGTH && optionLength() >= HEADER_LENGTH && optionLength() <= length;
    }

    /** Option type, 8 bits; each protocol has its own. */
    public int type() {
        return u8(octets, start + TYPE);
    }

    /** Octets of header and value, 2 to 255. */
    public int optionLength() {
        return u8(octets, start + LENGTH);
    }

    /** Position of the first octet of the value. */
    public int valueStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of the value. */
    public int valueLength() {
        return optionLength() - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "option " + type() + " length " + optionLength();
    }
}
