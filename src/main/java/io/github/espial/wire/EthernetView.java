package io.github.espial.wire;

import static io.github.espial.wire.Octets.mac;
import static io.github.espial.wire.Octets.macText;
import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of an Ethernet header, of Ethernet II or with a length (IEEE 802.3 clause 3). Not thread-safe.
 *
 * <pre>
 * | destination MAC (48) | source MAC (48) | EtherType or length (16) | payload ...
 * </pre>
 */
public final class EthernetView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 14;

    /** Values up to this one are lengths, not EtherTypes (IEEE 802.3 clause 3.2.6). */
    private static final int LARGEST_LENGTH = 1500;

    private static final int DESTINATION_MAC = 0;
    private static final int SOURCE_MAC = 6;
    private static final int ETHER_TYPE_OR_LENGTH = 12;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, the header does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** MAC of the station that this frame is for: the next hop that the sender chose. */
    public long destinationMac() {
        return mac(octets, start + DESTINATION_MAC);
    }

    /** MAC of the station that sent this frame. */
    public long sourceMac() {
        return mac(octets, start + SOURCE_MAC);
    }

    /** EtherType of the payload or, when {@link #isLength()}, the octets of an LLC frame. */
    public int etherTypeOrLength() {
        return u16(octets, start + ETHER_TYPE_OR_LENGTH);
    }

    /** Whether an LLC frame follows, rather than the payload of an EtherType. */
    public boolean isLength() {
        return isLength(etherTypeOrLength());
    }

    /** Whether {@code etherTypeOrLength}, here or behind a VLAN tag, is the length of an LLC frame. */
    public static boolean isLength(int etherTypeOrLength) {
        return etherTypeOrLength <= LARGEST_LENGTH;
    }

    /** Position of the first octet after this header. */
    public int payloadStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after this header, padding included unless {@link #isLength()} tells it apart. */
    public int payloadLength() {
        int captured = length - HEADER_LENGTH;
        return isLength() ? Math.min(captured, etherTypeOrLength()) : captured;
    }

    @Override
    public String toString() {
        return "Ethernet " + macText(destinationMac()) + " from " + macText(sourceMac()) + " type or length 0x"
                + Integer.toHexString(etherTypeOrLength());
    }
}
