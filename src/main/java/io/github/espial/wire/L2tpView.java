package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of an L2TP header of version 2, of control or of data (RFC 2661 §3.1). Not thread-safe.
 *
 * <pre>
 * |T|L|x|x|S|x|O|P|x|x|x|x|version|  length with header (16), if L |
 * |         tunnel id (16)        |        session id (16)        |
 * |          Ns (16), if S        |          Nr (16), if S        |
 * |   octets of padding, if O     |      padding, if O ...
 * </pre>
 */
public final class L2tpView {
    /** Octets of the shortest header: flags, tunnel and session. */
    public static final int MINIMUM_HEADER_LENGTH = 6;

    private static final int VERSION_MASK = 0x000f;
    private static final int VERSION = 2;
    private static final int CONTROL = 0x8000;
    private static final int LENGTH = 0x4000;
    private static final int SEQUENCE = 0x0800;
    private static final int OFFSET = 0x0200;
    private static final int PRIORITY = 0x0100;
    private static final int RESERVED = 0x34f0;

    /** Which flags a control message fixes, and the values that they must have (RFC 2661 §3.1). */
    private static final int CONTROL_FIXES = LENGTH | SEQUENCE | OFFSET | PRIORITY;

    private static final int CONTROL_VALUES = LENGTH | SEQUENCE;

    private static final int FLAGS_AND_VERSION = 0;
    private static final int FIRST_FIELD = 2;
    private static final int FIELD = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;

    /**
     * Points this view at the payload of UDP in big-endian {@code octets}; when false, this is not version 2, its flags
     * contradict each other, or header and padding do not fit into the octets or into its own length: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < MINIMUM_HEADER_LENGTH || !hasLegalFlags()) {
            return false;
        }
        headerLength = offsetField() - start + (has(OFFSET) ? FIELD : 0);
        if (headerLength > length) {
            return false;
        }
        if (has(OFFSET)) {
            headerLength += u16(octets, offsetField());
        }
        return headerLength <= length && (!hasLength() || messageLength() >= headerLength);
    }

    private boolean hasLegalFlags() {
        int flags = flags();
        return (flags & VERSION_MASK) == VERSION
                && (flags & RESERVED) == 0
                && (!isControl() || (flags & CONTROL_FIXES) == CONTROL_VALUES);
    }

    private int flags() {
        return u16(octets, start + FLAGS_AND_VERSION);
    }

    private boolean has(int flag) {
        return (flags() & flag) != 0;
    }

    private int tunnelField() {
        return start + FIRST_FIELD + (hasLength() ? FIELD : 0);
    }

    private int sequenceField() {
        return tunnelField() + 2 * FIELD;
    }

    private int offsetField() {
        return sequenceField() + (hasSequence() ? 2 * FIELD : 0);
    }

    /** Whether this is a control message, rather than data: a PPP frame. */
    public boolean isControl() {
        return has(CONTROL);
    }

    /** Whether the header tells the message's length. */
    public boolean hasLength() {
        return has(LENGTH);
    }

    /** Whether the header has sequence numbers. */
    public boolean hasSequence() {
        return has(SEQUENCE);
    }

    /** Octets of the message with this header as sent; 0 without {@link #hasLength()}. */
    public int messageLength() {
        return hasLength() ? u16(octets, start + FIRST_FIELD) : 0;
    }

    /** The receiver's number of the tunnel, 16 bits; 0 until it has told one. */
    public int tunnelId() {
        return u16(octets, tunnelField());
    }

    /** The receiver's number of the session in the tunnel, 16 bits; 0 where the message is about the tunnel. */
    public int sessionId() {
        return u16(octets, tunnelField() + FIELD);
    }

    /** Sequence number of this message, 16 bits; 0 without {@link #hasSequence()}. */
    public int ns() {
        return hasSequence() ? u16(octets, sequenceField()) : 0;
    }

    /** Sequence number that the sender expects next, 16 bits; 0 without {@link #hasSequence()}. */
    public int nr() {
        return hasSequence() ? u16(octets, sequenceField() + FIELD) : 0;
    }

    /** Position of the first octet after header and padding: of an AVP, or of PPP. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after header and padding, within the message's length; 0 in a zero-length body message. */
    public int payloadLength() {
        return (hasLength() ? Math.min(length, messageLength()) : length) - headerLength;
    }

    /** Octets after header and padding as sent; where the header does not tell, those captured. */
    public int payloadOriginalLength() {
        return (hasLength() ? messageLength() : length) - headerLength;
    }

    @Override
    public String toString() {
        return "L2TP " + (isControl() ? "control" : "data") + " tunnel " + tunnelId() + " session " + sessionId()
                + (hasSequence() ? " ns " + ns() + " nr " + nr() : "");
    }
}
