package io.github.espial.capture.etl;

/**
 * What the time stamps of a trace count: 100 ns since 1601, or ticks since the stamp of the trace header event.
 *
 * @param frequency ticks a second; 0 for 100 ns since 1601 (FILETIME)
 * @param startStamp stamp of the trace header event
 * @param startFileTime when that was logged, 100 ns since 1601
 */
record TraceClock(long frequency, long startStamp, long startFileTime) {
    /** A counter that is faster is none; below this, a rest of ticks in nanoseconds fits 64 bits. */
    static final long MAX_FREQUENCY = 9_000_000_000L;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_UNIT = 100;
    private static final byte UNIT_DIGITS = 7;
    private static final byte NANO_DIGITS = 9;
    private static final long UNITS_FROM_1601_TO_1970 = 116_444_736_000_000_000L;

    /** Of a duration that may be added to any plausible time: well over a century. */
    private static final long MAX_SECONDS = 4_000_000_000L;

    /** Nanoseconds since 1970, rounded down; saturating where a stamp is absurd. */
    long nanos(long stamp) {
        if (frequency == 0) {
            return nanosOfFileTime(stamp);
        }
        long ticks = stamp - startStamp;
        long seconds = Math.floorDiv(ticks, frequency);
        if (Math.abs(seconds) > MAX_SECONDS) {
            return seconds < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        long rest = Math.floorMod(ticks, frequency) * NANOS_PER_SECOND / frequency;
        return nanosOfFileTime(startFileTime) + seconds * NANOS_PER_SECOND + rest;
    }

    /** Fraction digits of a second that the stamps tell. */
    byte digits() {
        if (frequency == 0) {
            return UNIT_DIGITS;
        }
        byte digits = 0;
        for (long power = 1; power < frequency && digits < NANO_DIGITS; power *= 10) {
            digits++;
        }
        return frequency == Math.round(Math.pow(10, digits)) ? digits : NANO_DIGITS;
    }

    private static long nanosOfFileTime(long units) {
        long since1970 = units - UNITS_FROM_1601_TO_1970;
        if (Math.abs(since1970) > Long.MAX_VALUE / NANOS_PER_UNIT) {
            return since1970 < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return since1970 * NANOS_PER_UNIT;
    }
}
