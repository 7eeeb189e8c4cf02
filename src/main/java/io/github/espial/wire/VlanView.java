package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import io.github.espial.net.EtherTypes;
import java.nio.ByteBuffer;

/**
 * View of a VLAN tag without its own EtherType, which the header before it holds (IEEE 802.1Q clause 9.6).
 * Not thread-safe.
 *
 * <pre>
 * | priority (3) | drop eligible (1) | VLAN id (12) | EtherType of what follows (16) | payload ...
 * </pre>
 */
public final class VlanView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 4;

    private static final int TAG_CONTROL = 0;
    private static final int ETHER_TYPE = 2;

    private static final int PRIORITY_SHIFT = 13;
    private static final int VLAN_ID_MASK = 0x0fff;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Whether {@code etherType} announces a VLAN tag, of IEEE 802.1Q, 802.1ad or from before them. */
    public static boolean isTag(int etherType) {
        return etherType == EtherTypes.VLAN
                || etherType == EtherTypes.SERVICE_VLAN
                || etherType == EtherTypes.STACKED_VLAN_9100
                || etherType == EtherTypes.STACKED_VLAN_9200;
    }

    /** Points this view at big-endian {@code octets}; when false, the tag does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** Priority code point, 0 to 7. */
    public int priority() {
        return u16(octets, start + TAG_CONTROL) >>> PRIORITY_SHIFT;
    }

    /** VLAN identifier, 0 to 4095; 0 carries a priority only, and 4095 is reserved. */
    public int vlanId() {
        return u16(octets, start + TAG_CONTROL) & VLAN_ID_MASK;
    }

    /** EtherType of what follows, which may be another tag; up to 1500 it is the length of an LLC frame. */
    public int etherType() {
        return u16(octets, start + ETHER_TYPE);
    }

    /** Position of the first octet after this tag. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after this tag. */
    public int payloadLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "VLAN priority " + priority() + " id " + vlanId() + " type 0x" + Integer.toHexString(etherType());
    }
}
