package io.github.espial.wire;

import static io.github.espial.wire.Octets.hex32;
import static io.github.espial.wire.Octets.u32;

import java.nio.ByteBuffer;

/**
 * View of an ESP header: SPI, sequence number, then opaque ciphertext (RFC 4303 §2). Not thread-safe.
 *
 * <pre>
 * |              security parameters index, SPI (32)              |
 * |                      sequence number (32)                     |
 * |       IV, ciphertext with padding and next header, ICV ...    |
 * </pre>
 */
public final class EspView {
    /** Octets before the ciphertext. */
    public static final int HEADER_LENGTH = 8;

    private static final int SPI = 0;
    private static final int SEQUENCE_NUMBER = 4;

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

    /** Security Parameters Index, unsigned 32-bit; 0 never appears on the wire (RFC 4303 §2.1). */
    public long spi() {
        return u32(octets, start + SPI);
    }

    /** Sequence number, unsigned 32-bit; the low half where extended numbers are in use (RFC 4303 §2.2.1). */
    public long sequenceNumber() {
        return u32(octets, start + SEQUENCE_NUMBER);
    }

    /** Position of the first octet after the sequence number: of the IV, where the transform has one. */
    public int ciphertextStart() {
        return start + HEADER_LENGTH;
    }

    /** Octets captured after the sequence number, IV and ICV included. */
    public int ciphertextLength() {
        return length - HEADER_LENGTH;
    }

    @Override
    public String toString() {
        return "ESP SPI " + hex32(spi()) + " sequence " + sequenceNumber();
    }
}
