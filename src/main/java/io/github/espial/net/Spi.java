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

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Spi spi && spi.value == value;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(value);
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
