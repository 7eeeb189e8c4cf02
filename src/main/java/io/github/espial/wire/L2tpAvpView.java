package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of one attribute-value pair of an L2TP control message (RFC 2661 §4.1). Not thread-safe.
 *
 * <pre>
 * |M|H| reserved (4) | length with header (10) |    vendor id (16)   |
 * |      attribute type (16)      |   value ...
 * </pre>
 */
public final class L2tpAvpView {
    /** Octets of an AVP without a value. */
    public static final int HEADER_LENGTH = 6;

    /** Attribute: what the message is; it comes first (RFC 2661 §4.4.1). */
    public static final int MESSAGE_TYPE = 0;

    /** Attribute: why a tunnel or a session ends (RFC 2661 §4.4.2). */
    public static final int RESULT_CODE = 1;

    /** Attribute: name of the sender, such as its host name (RFC 2661 §4.4.3). */
    public static final int HOST_NAME = 7;

    /** Attribute: who made the sender's program (RFC 2661 §4.4.3). */
    public static final int VENDOR_NAME = 8;

    /** Attribute: the sender's number of the tunnel (RFC 2661 §4.4.3). */
    public static final int ASSIGNED_TUNNEL_ID = 9;

    /** Attribute: the sender's number of the session (RFC 2661 §4.4.4). */
    public static final int ASSIGNED_SESSION_ID = 14;

    /** Attribute: telephone number or the like that was called (RFC 2661 §4.4.4). */
    public static final int CALLED_NUMBER = 21;

    /** Attribute: telephone number or the like of the caller (RFC 2661 §4.4.4). */
    public static final int CALLING_NUMBER = 22;

    private static final int FLAGS_AND_LENGTH = 0;
    private static final int VENDOR_ID = 2;
    private static final int ATTRIBUTE_TYPE = 4;

    private static final int MANDATORY = 0x8000;
    private static final int HIDDEN = 0x4000;
    private static final int LENGTH_MASK = 0x03ff;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;

    /**
     * Points this view at big-endian {@code octets}; when false, the header does not fit, or its own length is below
     * that of a header or beyond the octets: read nothing, and nothing after it.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        return length >= HEADER_LENGTH && avpLength() >= HEADER_LENGTH && avpLength() <= length;
    }

    /** Whether a receiver that does not know the attribute must end the tunnel or the session. */
    public boolean isMandatory() {
        return (u16(octets, start + FLAGS_AND_LENGTH) & MANDATORY) != 0;
    }

    /** Whether the value is scrambled with a secret that both ends share (RFC 2661 §4.3). */
    public boolean isHidden() {
        return (u16(octets, start + FLAGS_AND_LENGTH) & HIDDEN) != 0;
    }

    /** Octets of header and value, 6 to 1023. */
    public int avpLength() {
        return u16(octets, start + FLAGS_AND_LENGTH) & LENGTH_MASK;
    }

    /** Who defines the attribute type, 16 bits; 0 for the IETF. */
    public int vendorId() {
        return u16(octets, start + VENDOR_ID);
    }

    /** Attribute type, 16 bits. */
    public int attributeType() {
        return u16(octets, start + ATTRIBUTE_TYPE);
    }

    /** Position of the first octet of the value. */
    public int valueStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets of the value. */
    public int valueLength() {
        return avpLength() - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "AVP " + (vendorId() == 0 ? "" : vendorId() + "/") + attributeType() + " length " + avpLength()
                + (isHidden() ? " hidden" : "");
    }
}
