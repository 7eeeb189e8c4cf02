package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a VXLAN header (RFC 7348 §5), the group of draft-smith-vxlan-group-policy included. Not thread-safe.
 *
 * <pre>
 * |G|R|R|R|I|R|R|R|R|D|R|R|A|R|R|R|   group policy id (16), if G   |
 * |            network identifier (24)            | reserved (8)  |
 * </pre>
 *
 * <p>Reserved bits are 0 when sent. A receiver ignores them (RFC 7348 §5); here they tell VXLAN from what else happens to
 * be sent to its port.
 */
public final class VxlanView {
    /** Octets before the frame. */
    public static final int HEADER_LENGTH = 8;

    private static final int FLAGS = 0;
    private static final int GROUP = 2;
    private static final int NETWORK = 4;
    private static final int LAST = 7;

    private static final int HAS_NETWORK = 0x0800;
    private static final int HAS_GROUP = 0x8000;
    private static final int RESERVED = 0x77b7;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, this is no VXLAN or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < HEADER_LENGTH) {
            return false;
        }
        int flags = u16(octets, start + FLAGS);
        return (flags & (HAS_NETWORK | RESERVED)) == HAS_NETWORK
                && ((flags & HAS_GROUP) != 0 || u16(octets, start + GROUP) == 0)
                && u8(octets, start + LAST) == 0;
    }

    /** VXLAN network identifier, 24 bits. */
    public int networkId() {
        return u16(octets, start + NETWORK) << 8 | u8(octets, start + NETWORK + 2);
    }

    /** Position of the first octet of the frame. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured of the frame. */
    public int payloadLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "VXLAN network " + networkId();
    }
}
