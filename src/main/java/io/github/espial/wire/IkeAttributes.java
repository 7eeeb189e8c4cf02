package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * Walks the attributes of a transform of IKE, which both versions write alike (RFC 7296 §3.3.5, RFC 2408 §3.3).
 * Not thread-safe.
 *
 * <pre>
 * | 1 |   type (15)   |        value (16)         |
 * | 0 |   type (15)   |  octets of the value (16) | value ...
 * </pre>
 */
public final class IkeAttributes {
    /** Octets of an attribute, or of what is before its value. */
    public static final int HEADER_LENGTH = 4;

    private static final int TYPE = 0;
    private static final int VALUE_OR_LENGTH = 2;
    private static final int SHORT_FORM = 0x8000;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int end;
    private int at;
    private int following;

    /** Goes before the first of the attributes in big-endian {@code octets}. */
    public void wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.end = start + length;
        this.at = start;
        this.following = start;
    }

    /** Goes to the next attribute; when false, there is none, or its value is not all there. */
    public boolean nextAttribute() {
        if (end - following < HEADER_LENGTH) {
            return false;
        }
        boolean isShort = (u16(octets, following + TYPE) & SHORT_FORM) != 0;
        int valueLength = isShort ? 0 : u16(octets, following + VALUE_OR_LENGTH);
        if (valueLength > end - following - HEADER_LENGTH) {
            end = following;
            return false;
        }
        at = following;
        following = at + HEADER_LENGTH + valueLength;
        return true;
    }

    /** What the value is of, 15 bits. */
    public int type() {
        return isAtOne() ? u16(octets, at + TYPE) & ~SHORT_FORM : 0;
    }

    /** The value as an unsigned number; 0 where it has more than 7 octets, as no number in use has. */
    public long value() {
        if (!isAtOne() || valueLength() > Long.BYTES - 1) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < valueLength(); i++) {
            value = value << Byte.SIZE | u8(octets, valueStart() + i);
        }
        return value;
    }

    /** Position of the value. */
    public int valueStart() {
        return isAtOne() ? at + (isShort() ? VALUE_OR_LENGTH : HEADER_LENGTH) : at;
    }

    /** Octets of the value. */
    public int valueLength() {
        return following - valueStart();
    }

    private boolean isShort() {
        return (u16(octets, at + TYPE) & SHORT_FORM) != 0;
    }

    private boolean isAtOne() {
        return following > at;
    }

    @Override
    public String toString() {
        return "attribute " + type() + " value " + value();
    }
}
