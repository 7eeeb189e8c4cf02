package io.github.espial.context;

import io.github.espial.net.Spi;

/**
 * Which SPIs a key is for, as tables with wildcards state it.
 *
 * @param bits unsigned 32 bits: what an SPI must be where {@code mask} has ones
 * @param mask unsigned 32 bits: which bits count
 */
public record SpiPattern(long bits, long mask) {
    /** Any SPI. */
    public static SpiPattern any() {
        return new SpiPattern(0, 0);
    }

    public static SpiPattern exactly(Spi spi) {
        return new SpiPattern(spi.value(), 0xffffffffL);
    }

    public boolean matches(Spi spi) {
        return (spi.value() & mask) == (bits & mask);
    }
}
