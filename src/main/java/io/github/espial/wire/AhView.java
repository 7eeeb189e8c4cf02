package io.github.espial.wire;

import static io.github.espial.wire.Octets.hex32;
import static io.github.espial.wire.Octets.u32;
import static io.github.espial.wire.Octets.u8;

import java.nio.ByteBuffer;

/**
 * View of an Authentication Header with its ICV (RFC 4302 §2). Not thread-safe.
 *
 * <pre>
 * | next header(8)|  words - 2 (8)|         reserved (16)         |
 * |              security parameters index, SPI (32)              |
 * |                      sequence number (32)                     |
 * |                            ICV ...                            |
 * </pre>
 */
public final class AhView {
    /** Octets of a header without ICV. */
    public static final int MINIMUM_HEADER_LENGTH = 12;

    private static final int NEXT_HEADER = 0;
    private static final int WORDS_LESS_TWO = 1;
    private static final int SPI = 4;
    private static final int SEQUENCE_NUMBER = 8;

    private ByteBuffer octets = ByteBuffer.allocate(0);
    private int start;
    private int length;

    /** Points this view at big-endian {@code octets}; when false, header and ICV do not fit: read nothing. */
    public boolean wrap(ByteBuffer octets, int start, int length) {
        this.octets = octets;
        this.start = start;
        this.length = length;
        return length >= MINIMUM_HEADER_LENGTH && headerLength() >= MINIMUM_HEADER_LENGTH && headerLength() <= length;
    }

    /** IP protocol number of what is authenticated. */
    public int nextHeader() {
        return u8(octets, start + NEXT_HEADER);
    }

    /** Octets of this header with its ICV (RFC 4302 §2.2). */
    public int headerLength() {
        return (u8(octets, start + WORDS_LESS_TWO) + 2) * Integer.BYTES;
    }

    /** Security Parameters Index, unsigned 32-bit; 0 never appears on the wire (RFC 4302 §2.4). */
    public long spi() {
        return u32(octets, start + SPI);
    }

    /** Sequence number, unsigned 32-bit; the low half where extended numbers are in use (RFC 4302 §2.5.1). */
    public long sequenceNumber() {
        return u32(octets, start + SEQUENCE_NUMBER);
    }

    /** Position of the first octet after header and ICV. */
    public int payloadStart() {
        return start + headerLength();
    }

    /** Octets captured after header and ICV. */
    public int payloadLength() {
        return length - headerLength();
    }

    @Override
    public String toString() {
        return "AH next " + nextHeader() + " SPI " + hex32(spi()) + " sequence " + sequenceNumber();
    }
}
