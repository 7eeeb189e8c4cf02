package io.github.espial.net;

import java.util.HexFormat;

/**
 * Security Parameters Index (RFC 4301 §4.4.2).
 *
 * @param value unsigned 32 bits
 */
public record Spi(long value) implements Comparable<Spi> {
    public Spi {
        if (value >>> 32 != 0) {
            throw new IllegalArgumentException("not 32 bits: " + value);
        }
    }

    @Override
    public int compareTo(Spi other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return "0x" + HexFormat.of().toHexDigits(value, 8);
    }
}
