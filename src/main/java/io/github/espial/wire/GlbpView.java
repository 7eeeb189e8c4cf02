package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a GLBP message that begins with a hello. Cisco has not published the form; this is what routers are seen to
 * send. Not thread-safe.
 *
 * <pre>
 * |  version 1 (8)|       (8)     |           group (16)          |
 * |              (16)             | owner's MAC (48) |
 * |   type 1 (8)  |   length (8)  |       (8)     |   state (8)   |
 * |       (8)     |  priority (8) |              (16)             |
 * | hello (32) | hold (32) | redirect (16) | timeout (16) | (16) |
 * | address type (8), its octets (8), virtual address |
 * </pre>
 */
public final class GlbpView {
    /** Octets before the first part of a message. */
    public static final int HEADER_LENGTH = 12;

    private static final int VERSION = 1;
    private static final int GROUP = 2;
    private static final int OWNER = 6;

    /** From here on places are those of the hello, which follows the header. */
    private static final int HELLO = 1;

    private static final int TYPE = HEADER_LENGTH;
    private static final int LENGTH = HEADER_LENGTH + 1;
    private static final int STATE = HEADER_LENGTH + 3;
    private static final int ADDRESS_TYPE = HEADER_LENGTH + 22;
    private static final int ADDRESS_LENGTH = HEADER_LENGTH + 23;
    private static final int ADDRESS = HEADER_LENGTH + 24;

    private static final int IPV4 = 1;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6 = 2;
    private static final int IPV6_LENGTH = 16;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;

    /**
     * Points this view at the payload of UDP in big-endian {@code octets}; when false, it does not begin with a hello that
     * fits: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        return length >= ADDRESS + IPV4_LENGTH
                && u8(octets, start) == VERSION
                && u8(octets, start + TYPE) == HELLO
                && HEADER_LENGTH + u8(octets, start + LENGTH) <= length
                && ADDRESS + addressLength() <= HEADER_LENGTH + u8(octets, start + LENGTH)
                && isAddress();
    }

    private boolean isAddress() {
        int type = u8(octets, start + ADDRESS_TYPE);
        return (type == IPV4 && addressLength() == IPV4_LENGTH) || (type == IPV6 && addressLength() == IPV6_LENGTH);
    }

    private int addressLength() {
        return u8(octets, start + ADDRESS_LENGTH);
    }

    /** Number of the group, 0 to 1023. */
    public int group() {
        return u16(octets, start + GROUP);
    }

    /** The sender's own MAC. */
    public long ownerMac() {
        return Octets.mac(octets, start + OWNER);
    }

    /** State of the sender as the group's gateway; 32 of the active one. */
    public int state() {
        return u8(octets, start + STATE);
    }

    /** 4 or 6: of the virtual address. */
    public int ipVersion() {
        return addressLength() == IPV4_LENGTH ? 4 : 6;
    }

    /** The first 64 bits of the virtual address in IPv6; 0 in IPv4. */
    public long addressHigh() {
        return ipVersion() == 4 ? 0 : octets.getLong(start + ADDRESS);
    }

    /** The last 64 bits of the virtual address, or all 32 of IPv4. */
    public long addressLow() {
        return ipVersion() == 4 ? u32(octets, start + ADDRESS) : octets.getLong(start + ADDRESS + Long.BYTES);
    }

    @Override
    public String toString() {
        return "GLBP group " + group() + " state " + state();
    }
}
