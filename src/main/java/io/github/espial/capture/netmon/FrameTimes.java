package io.github.espial.capture.netmon;

import io.github.espial.capture.Saturating;
import java.util.OptionalLong;

/** Times of Network Monitor frames in nanoseconds since 1970, saturating. */
final class FrameTimes {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A FILETIME counts these since 1601. */
    private static final long NANOS_PER_TICK = 100;

    private static final long TICKS_PER_MICRO = 10;

    /** FILETIME of 1970-01-01. */
    private static final long EPOCH = 116_444_736_000_000_000L;

    private static final byte MILLIS_DIGITS = 3;
    private static final byte MICROS_DIGITS = 6;
    private static final byte TICK_DIGITS = 7;

    private final boolean isKnown;
    private final long start;

    FrameTimes(OptionalLong startMillis) {
        this.isKnown = startMillis.isPresent();
        this.start = times(startMillis.orElse(0), NANOS_PER_MILLI);
    }

    /** Whether the start of the capture is known. */
    boolean isKnown() {
        return isKnown;
    }

    /** {@code millis} after the start, unsigned 32-bit. */
    long afterMillis(long millis) {
        return Saturating.add(start, millis * NANOS_PER_MILLI);
    }

    /** {@code micros} after the start; ten times that number, as 64 bits with a sign, may lie before it. */
    long afterMicros(long micros) {
        return Saturating.add(start, times(micros * TICKS_PER_MICRO, NANOS_PER_TICK));
    }

    /** The time that {@code ticks} of 100 nanoseconds since 1601 are. */
    static long ofFileTime(long ticks) {
        return ticks < 0 ? Long.MAX_VALUE : times(ticks - EPOCH, NANOS_PER_TICK);
    }

    /** Fraction digits of a second that files of this version tell. */
    byte digits(NetMonHeader header) {
        if (header.hasUtcTimes()) {
            return TICK_DIGITS;
        }
        return header.majorVersion() == 1 ? MILLIS_DIGITS : MICROS_DIGITS;
    }

    private static long times(long count, long nanos) {
        if (count > Long.MAX_VALUE / nanos) {
            return Long.MAX_VALUE;
        }
        return count < Long.MIN_VALUE / nanos ? Long.MIN_VALUE : count * nanos;
    }
}
