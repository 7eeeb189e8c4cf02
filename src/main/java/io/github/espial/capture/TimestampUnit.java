package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;

/**
 * The unit of the 64-bit time stamps of one pcapng interface: a negative power of ten or of two of a second
 * ({@code if_tsresol}), and what is added to them ({@code if_tsoffset}, draft-ietf-opsawg-pcapng §4.2).
 */
public final class TimestampUnit {
    /** Microseconds, which hold where an interface does not say otherwise. */
    public static final TimestampUnit DEFAULT = new TimestampUnit((byte) 6, 0);

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int NANO_DIGITS = 9;

    /** The largest power of ten that an unsigned 64-bit number holds. */
    private static final int MAX_POWER_OF_TEN = 19;

    private final byte resolution;
    private final long offsetSeconds;
    private final boolean isBinary;
    private final int exponent;
    private final long offsetNanos;

    /** Nanoseconds per unit; 0 where a unit is shorter than a nanosecond, or binary. */
    private final long multiplier;

    private final long largestFactor;

    /** Units per nanosecond, unsigned; 0 where a nanosecond has more than 64 bits of them. */
    private final long divisor;

    /**
     * A unit as the options state it.
     *
     * @param resolution low seven bits: the negated exponent; top bit: the base, 0 for ten and 1 for two
     * @param offsetSeconds added to each time stamp
     */
    public TimestampUnit(byte resolution, long offsetSeconds) {
        this.resolution = resolution;
        this.offsetSeconds = offsetSeconds;
        this.isBinary = resolution < 0;
        this.exponent = resolution & 0x7F;
        boolean isCoarse = !isBinary && exponent <= NANO_DIGITS;
        this.multiplier = isCoarse ? powerOfTen(NANO_DIGITS - exponent) : 0;
        this.largestFactor = isCoarse ? Long.MAX_VALUE / multiplier : 0;
        this.divisor = isCoarse || isBinary ? 0 : powerOfTen(exponent - NANO_DIGITS);
        this.offsetNanos = nanosOfSeconds(offsetSeconds);
    }

    /** Fraction digits of a second that the unit tells, 0 to 127. */
    public int digits() {
        return isBinary ? (int) Math.ceil(exponent * Math.log10(2)) : exponent;
    }

    /** Nanoseconds since the epoch of the time stamp {@code units}, unsigned 64-bit; rounded down, saturating. */
    public long nanos(long units) {
        long nanos;
        if (multiplier != 0) {
            nanos = units < 0 || units > largestFactor ? Long.MAX_VALUE : units * multiplier;
        } else if (isBinary) {
            nanos = nanosOfBinary(units);
        } else {
            nanos = divisor == 0 ? 0 : Long.divideUnsigned(units, divisor);
        }
        return offsetNanos == 0 ? nanos : Saturating.add(nanos, offsetNanos);
    }

    void write(FieldWriter to) throws IOException {
        to.signed(resolution);
        to.signed(offsetSeconds);
    }

    /** Reads what {@link #write} wrote. */
    static TimestampUnit read(FieldReader from) throws IOException {
        long resolution = from.signed();
        from.hold(resolution == (byte) resolution, "the resolution of time stamps");
        return new TimestampUnit((byte) resolution, from.signed());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimestampUnit unit
                && resolution == unit.resolution
                && offsetSeconds == unit.offsetSeconds;
    }

    @Override
    public int hashCode() {
        return 31 * resolution + Long.hashCode(offsetSeconds);
    }

    /** {@code units * 10^9 / 2^exponent} by way of the 128-bit product. */
    private long nanosOfBinary(long units) {
        long low = units * NANOS_PER_SECOND;
        long high = Math.multiplyHigh(units, NANOS_PER_SECOND) + (units < 0 ? NANOS_PER_SECOND : 0);
        if (exponent >= Long.SIZE) {
            return high >>> (exponent - Long.SIZE);
        }
        long beyond = high >>> exponent;
        long nanos = exponent == 0 ? low : high << (Long.SIZE - exponent) | low >>> exponent;
        return beyond != 0 || nanos < 0 ? Long.MAX_VALUE : nanos;
    }

    private static long powerOfTen(int exponent) {
        if (exponent > MAX_POWER_OF_TEN) {
            return 0;
        }
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static long nanosOfSeconds(long seconds) {
        long limit = Long.MAX_VALUE / NANOS_PER_SECOND;
        if (seconds > limit) {
            return Long.MAX_VALUE;
        }
        return seconds < -limit ? Long.MIN_VALUE : seconds * NANOS_PER_SECOND;
    }
}
