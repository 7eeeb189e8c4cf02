package io.github.espial.wire;

import static io.github.espial.wire.Octets.u16;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of a GENEVE header with its options (RFC 8926 §3.4). Not thread-safe.
 *
 * <pre>
 * |version 0 (2)|words of options (6)|O|C|reserved(6)| protocol (16) |
 * |            network identifier (24)            | reserved (8)  |
 * |                    options, up to 252 octets                  |
 * </pre>
 */
public final class GeneveView {
    /** Octets of a header without options. */
    public static final int SHORTEST_LENGTH = 8;

    private static final int VERSION_AND_WORDS = 0;
    private static final int FLAGS = 1;
    private static final int PROTOCOL = 2;
    private static final int NETWORK = 4;

    private static final int VERSION_SHIFT = 6;
    private static final int WORDS_MASK = 0x3f;
    private static final int CONTROL = 0x80;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;
    private int headerLength;

    /** Points this view at big-endian {@code octets}; when false, this is another version or does not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        if (length < SHORTEST_LENGTH) {
            return false;
        }
        int first = u8(octets, start + VERSION_AND_WORDS);
        headerLength = SHORTEST_LENGTH + (first & WORDS_MASK) * Integer.BYTES;
        return first >>> VERSION_SHIFT == 0 && headerLength <= length;
    }

    /** Whether this is a control message of the tunnel's ends rather than a packet of their users. */
    public boolean isControl() {
        return (u8(octets, start + FLAGS) & CONTROL) != 0;
    }

    /** EtherType of the payload, 16 bits. */
    public int protocol() {
        return u16(octets, start + PROTOCOL);
    }

    /** Virtual network identifier, 24 bits. */
    public int networkId() {
        return u16(octets, start + NETWORK) << 8 | u8(octets, start + NETWORK + 2);
    }

    /** Position of the first octet after header and options. */
    public int payloadStart() {
        return start + headerLength;
    }

    /** Octets captured after header and options. */
    public int payloadLength() {
        return length - headerLength;
    }

    @Override
    public String toString() {
        return "GENEVE network " + networkId() + " protocol 0x" + Integer.toHexString(protocol());
    }
}
