package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a backbone service instance tag, before a customer's whole frame (IEEE 802.1Q clause 9.7, once 802.1ah). Its
 * own EtherType is in the header before it. Not thread-safe.
 *
 * <pre>
 * | priority (3) | drop eligible (1) | UCA (1) | reserved (3) | service instance (24) | Ethernet frame ...
 * </pre>
 */
public final class ServiceInstanceView {
    /** Octets before the frame. */
    public static final int HEADER_LENGTH = 4;

    private static final int INSTANCE = 1;

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

    /** The customer's service, 24 bits. */
    public int instance() {
        return u8(octets, start + INSTANCE) << 16 | u16(octets, start + INSTANCE + 1);
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
        return "service instance " + instance();
    }
}
