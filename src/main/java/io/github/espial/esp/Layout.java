package io.github.espial.esp;

import io.github.espial.wire.EspView;

/**
 * What a transform adds around an inner packet (RFC 4303 §2), in octets.
 *
 * @param ivLength before the ciphertext
 * @param alignment that the ciphertext is a multiple of, at least 4 (RFC 4303 §2.4)
 * @param icvLength after the ciphertext
 */
public record Layout(int ivLength, int alignment, int icvLength) {
    /** Octets of pad length and next header, which every packet has. */
    public static final int TRAILER_LENGTH = 2;

    /** What the end of the ciphertext is aligned to whatever the cipher (RFC 4303 §2.4). */
    public static final int LEAST_ALIGNMENT = 4;

    public Layout {
        if (ivLength < 0 || icvLength < 0 || alignment < LEAST_ALIGNMENT) {
            throw new IllegalArgumentException("no layout of ESP: " + ivLength + ", " + alignment + ", " + icvLength);
        }
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Layout layout
                && layout.ivLength == ivLength
                && layout.alignment == alignment
                && layout.icvLength == icvLength;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * ivLength + alignment) + icvLength;
    }

    /** Octets of the ESP packet, from SPI to ICV, with as little padding as {@code innerLength} octets need. */
    public int espLength(int innerLength) {
        int padded = (innerLength + TRAILER_LENGTH + alignment - 1) / alignment * alignment;
        return EspView.HEADER_LENGTH + ivLength + padded + icvLength;
    }

    /** Octets of the shortest ESP packet that there can be. */
    public int shortestEsp() {
        return espLength(0);
    }

    /** Whether {@code espLength} octets, from SPI to ICV, can be a packet of this layout. */
    public boolean allows(int espLength) {
        return espLength >= shortestEsp() && (espLength - shortestEsp()) % alignment == 0;
    }
}
