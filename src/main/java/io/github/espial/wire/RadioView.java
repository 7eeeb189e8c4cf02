package io.github.espial.wire;

import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of what capturing programs put before an IEEE 802.11 frame: radiotap (radiotap.org), Prism or AVS. Only the
 * length matters, and whether the frame's header is padded. Not thread-safe.
 *
 * <pre>
 * radiotap: | version 0 (8) | padding (8) | length, little-endian (16) | fields there, little-endian (32 n) | fields ...
 * Prism:    | message (32) | length (32), both in the order of the capturing machine | name (128) | fields ...
 * AVS:      | version 80211xxx (32) | length (32) | fields ...
 * </pre>
 */
public final class RadioView {
    private static final int SHORTEST_LENGTH = 8;
    private static final int LENGTH = 4;
    private static final int RADIOTAP_LENGTH = 2;
    private static final int RADIOTAP_FIELDS = 4;
    private static final int WORD = 4;

    private static final int HAS_CLOCK = 0x01;
    private static final int HAS_FLAGS = 0x02;
    private static final int CLOCK_LENGTH = 8;

    /** Bit of radiotap's flags: octets between the frame's header and its payload, up to a multiple of four. */
    private static final int IS_PADDED = 0x20;

    private static final int AVS = 0x80211000;
    private static final int AVS_MASK = 0xfffff000;

    /** More than any of these headers has. */
    private static final int GREATEST_LENGTH = 4096;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;
    private boolean isPadded;

    /** Points this view at a radiotap header; when false, the header does not fit: read nothing. */
    public boolean wrapRadiotap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH || u8(octets, start) != 0) {
            return false;
        }
        headerLength = Short.toUnsignedInt(Short.reverseBytes(octets.getShort(start + RADIOTAP_LENGTH)));
        isPadded = false;
        return headerLength >= SHORTEST_LENGTH && headerLength <= length && readFlags();
    }

    /** Points this view at a Prism or an AVS header; when false, the header does not fit: read nothing. */
    public boolean wrapPrism(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int stated = octets.getInt(start + LENGTH);
        boolean isSwapped =
                (octets.getInt(start) & AVS_MASK) != AVS && Integer.compareUnsigned(stated, GREATEST_LENGTH) > 0;
        headerLength = isSwapped ? Integer.reverseBytes(stated) : stated;
        isPadded = false;
        return headerLength >= SHORTEST_LENGTH && headerLength <= length;
    }

    /** Whether the payload of the frame stands at a multiple of four octets from its start. */
    public boolean isPadded() {
        return isPadded;
    }

    /** Position of the first octet of the frame. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured of the frame. */
    public int payloadLength() {
        return length - headerLength;
    }

    /** Finds the flags behind the clock, the only field that comes before them. */
    private boolean readFlags() {
        int words = RADIOTAP_FIELDS;
        while (words + WORD <= headerLength && (octets.get(start + words + WORD - 1) & 0x80) != 0) {
            words += WORD;
        }
        int fields = u8(octets, start + RADIOTAP_FIELDS);
        int at = words + WORD;
        if ((fields & HAS_CLOCK) != 0) {
            at = (at + CLOCK_LENGTH - 1) / CLOCK_LENGTH * CLOCK_LENGTH + CLOCK_LENGTH;
        }
        if ((fields & HAS_FLAGS) != 0 && at < headerLength) {
            isPadded = (u8(octets, start + at) & IS_PADDED) != 0;
        }
        return true;
    }

    @Override
    public String toString() {
        return "radio header of " + headerLength + " octets";
    }
}
