package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;

import java.nio.ByteBuffer;

/**
 * View of an HSR tag without its own EtherType, which the header before it holds (IEC 62439-3 clause 5.7). Not
 * thread-safe.
 *
 * <pre>
 * | path (4) |   size (12)  | sequence number (16) | EtherType of what follows (16) | payload ...
 * </pre>
 *
 * <p>PRP, its sister, puts the same behind the payload, where no reader that minds lengths stumbles over it.
 */
public final class HsrView {
    /** Octets before the payload. */
    public static final int HEADER_LENGTH = 6;

    private static final int PATH_AND_SIZE = 0;
    private static final int SEQUENCE_NUMBER = 2;
    private static final int ETHER_TYPE = 4;

    private static final int PATH_SHIFT = 12;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, the tag does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= HEADER_LENGTH;
    }

    /** Way around the ring and the network beyond, 4 bits. */
    public int path() {
        return u16(octets, start + PATH_AND_SIZE) >>> PATH_SHIFT;
    }

    /** Number that both copies of the frame share, 16 bits. */
    public int sequenceNumber() {
        return u16(octets, start + SEQUENCE_NUMBER);
    }

    /** EtherType of what follows; up to 1500 it is the length of an LLC frame. */
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
        return "HSR path " + path() + " number " + sequenceNumber() + " type 0x" + Integer.toHexString(etherType());
    }
}
