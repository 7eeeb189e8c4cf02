package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an HSRP message of version 1 (RFC 2281 §5.1), or of the group state that begins one of version 2, which Cisco
 * has documented in part. Not thread-safe.
 *
 * <pre>
 * 1: | version 0 (8) | operation (8) |   state (8)   |   hello (8)   |
 *    |   hold (8)    |  priority (8) |   group (8)   |      0 (8)    |
 *    | authentication (64) | virtual address (32) |
 * 2: |   type 1 (8)  |  length 40 (8)| version 2 (8) | operation (8) |
 *    |   state (8)   | IP version (8)|           group (16)          |
 *    | identifier (48) | priority (32) | hello (32) | hold (32) | virtual address (128, IPv4 in its first 32) |
 * </pre>
 */
public final class HsrpView {
    /** Octets of a message of version 1. */
    public static final int VERSION_1_LENGTH = 20;

    /** Octets of the group state of version 2, type and length included. */
    public static final int VERSION_2_LENGTH = 42;

    /** Operation: the router is running, and may be active or standby. */
    public static final int HELLO = 0;

    /** State of version 1: the router forwards for the group (RFC 2281 §5.1). */
    public static final int ACTIVE_1 = 16;

    /** The same in version 2. */
    public static final int ACTIVE_2 = 6;

    private static final int OPERATION_1 = 1;
    private static final int STATE_1 = 2;
    private static final int GROUP_1 = 6;
    private static final int ADDRESS_1 = 16;

    private static final int GROUP_STATE = 1;
    private static final int GROUP_STATE_LENGTH = 40;
    private static final int VERSION_2 = 2;
    private static final int OPERATION_2 = 3;
    private static final int STATE_2 = 4;
    private static final int IP_VERSION_2 = 5;
    private static final int GROUP_2 = 6;
    private static final int ADDRESS_2 = 26;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private boolean isVersion2;

    /**
     * Points this view at the payload of UDP in big-endian {@code octets}; when false, it does not fit or is no message of
     * these versions: read nothing.
     */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        isVersion2 = false;
        if (length < VERSION_1_LENGTH) {
            return false;
        }
        if (u8(octets, start) == 0) {
            return true;
        }
        isVersion2 = length >= VERSION_2_LENGTH
                && u8(octets, start) == GROUP_STATE
                && u8(octets, start + 1) == GROUP_STATE_LENGTH
                && u8(octets, start + 2) == VERSION_2;
        return isVersion2 && (ipVersion() == 4 || ipVersion() == 6);
    }

    /** {@link #HELLO}, or 1 of a router that takes over, 2 of one that resigns. */
    public int operation() {
        return u8(octets, start + (isVersion2 ? OPERATION_2 : OPERATION_1));
    }

    /** Whether the sender says that it forwards for the group: then it sends from the group's MAC. */
    public boolean isActive() {
        return isVersion2 ? u8(octets, start + STATE_2) == ACTIVE_2 : u8(octets, start + STATE_1) == ACTIVE_1;
    }

    /** Number of the group: 0 to 255 in version 1, to 4095 in version 2. */
    public int group() {
        return isVersion2 ? u16(octets, start + GROUP_2) : u8(octets, start + GROUP_1);
    }

    /** 4 or 6: of the virtual address. */
    public int ipVersion() {
        return isVersion2 ? u8(octets, start + IP_VERSION_2) : 4;
    }

    /** The first 64 bits of the virtual address in IPv6; 0 in IPv4. */
    public long addressHigh() {
        return ipVersion() == 4 ? 0 : octets.getLong(start + ADDRESS_2);
    }

    /** The last 64 bits of the virtual address, or all 32 of IPv4; 0 where the sender has not learned it yet. */
    public long addressLow() {
        return ipVersion() == 4
                ? Octets.u32(octets, start + (isVersion2 ? ADDRESS_2 : ADDRESS_1))
                : octets.getLong(start + ADDRESS_2 + Long.BYTES);
    }

    @Override
    public String toString() {
        return "HSRP version " + (isVersion2 ? 2 : 1) + " group " + group() + " operation " + operation()
                + (isActive() ? " active" : "");
    }
}
