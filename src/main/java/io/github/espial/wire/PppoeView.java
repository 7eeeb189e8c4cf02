package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a PPPoE header of the session stage, before PPP (RFC 2516 §4). Not thread-safe.
 *
 * <pre>
 * | version 1 (4) | type 1 (4) | code 0 (8) | session id (16) | length (16) | PPP ...
 * </pre>
 */
public final class PppoeView {
    /** Octets before PPP. */
    public static final int HEADER_LENGTH = 6;

    private static final int VERSION_AND_TYPE = 0;
    private static final int CODE = 1;
    private static final int SESSION_ID = 2;
    private static final int LENGTH = 4;

    private static final int ONE_AND_ONE = 0x11;
    private static final int SESSION_DATA = 0;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, this is no session or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH
                && u8(octets, start + VERSION_AND_TYPE) == ONE_AND_ONE
                && u8(octets, start + CODE) == SESSION_DATA;
    }

    /** Session, 16 bits; with both MACs it tells sessions apart. */
    public int sessionId() {
        return u16(octets, start + SESSION_ID);
    }

    /** Position of the first octet of PPP. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured of PPP, padding of the frame left out. */
    public int payloadLength() {
        return Math.min(length - HEADER_LENGTH, u16(octets, start + LENGTH));
    }

    @Override
    public String toString() {
        return "PPPoE session " + sessionId() + " length " + u16(octets, start + LENGTH);
    }
}
