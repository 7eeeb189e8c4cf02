package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of the header before a mirrored frame: ERSPAN type II or III (draft-foschiano-erspan-03 §4.2 and §4.3). Type I has
 * no header (§4.1). Not thread-safe.
 *
 * <pre>
 * |version 1 (4)|    VLAN (12)    |COS(3)|enc.(2)|T| session (10) |  type II
 * |         reserved (12)         |          port index (20)      |
 *
 * |version 2 (4)|    VLAN (12)    |COS(3)| BSO(2)|T| session (10) |  type III
 * |                         timestamp (32)                        |
 * |   security group tag (16)   |P|frame type(5)|hardware(6)|D|G(2)|O|
 * |           platform's own header (64), if O                    |
 * </pre>
 */
public final class ErspanView {
    /** Octets of a header of type II, the shorter one. */
    public static final int SHORTEST_LENGTH = 8;

    private static final int LENGTH_3 = 12;
    private static final int PLATFORM_LENGTH = 8;

    private static final int VERSION_AND_VLAN = 0;
    private static final int SESSION = 2;
    private static final int FRAME_TYPE = 10;
    private static final int OPTIONS = 11;

    private static final int VERSION_2 = 1;
    private static final int VERSION_3 = 2;
    private static final int VERSION_SHIFT = 12;
    private static final int VLAN_MASK = 0x0fff;
    private static final int SESSION_MASK = 0x03ff;
    private static final int TRUNCATED = 0x0400;
    private static final int HAS_PLATFORM = 0x01;
    private static final int FRAME_TYPE_MASK = 0x1f;
    private static final int FRAME_TYPE_SHIFT = 2;
    private static final int IP_PACKET = 2;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;

    /** Points this view at big-endian {@code octets}; when false, this is neither type or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int version = u16(octets, start + VERSION_AND_VLAN) >>> VERSION_SHIFT;
        if (version == VERSION_2) {
            headerLength = SHORTEST_LENGTH;
            return true;
        }
        if (version != VERSION_3 || length < LENGTH_3) {
            return false;
        }
        boolean hasPlatform = (u8(octets, start + OPTIONS) & HAS_PLATFORM) != 0;
        headerLength = hasPlatform ? LENGTH_3 + PLATFORM_LENGTH : LENGTH_3;
        return headerLength <= length;
    }

    /** 2 or 3. */
    public int type() {
        return (u16(octets, start + VERSION_AND_VLAN) >>> VERSION_SHIFT) + 1;
    }

    /** VLAN that the frame was on, 12 bits; 0 where the switch does not tell. The frame may be tagged as well. */
    public int vlanId() {
        return u16(octets, start + VERSION_AND_VLAN) & VLAN_MASK;
    }

    /** Number of the mirroring session, 10 bits. */
    public int sessionId() {
        return u16(octets, start + SESSION) & SESSION_MASK;
    }

    /** Whether the switch cut the frame short. */
    public boolean isTruncated() {
        return (u16(octets, start + SESSION) & TRUNCATED) != 0;
    }

    /** Whether an IP packet follows in place of a frame; only type III can say so. */
    public boolean isPacket() {
        return headerLength != SHORTEST_LENGTH
                && (u8(octets, start + FRAME_TYPE) >>> FRAME_TYPE_SHIFT & FRAME_TYPE_MASK) == IP_PACKET;
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after this header. */
    public int payloadLength() {
        return length - headerLength;
    }

    @Override
    public String toString() {
        return "ERSPAN type " + type() + " VLAN " + vlanId() + " session " + sessionId();
    }
}
