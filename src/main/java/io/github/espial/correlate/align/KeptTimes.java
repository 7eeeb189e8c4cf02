package io.github.espial.correlate.align;

/**
 * Times that are kept, in nanoseconds since 1970: from 1933 to 2079. Of any four of them the differences of differences are
 * within 64 bits.
 */
public final class KeptTimes {
    private static final long EARLIEST = -(1L << 60);
    private static final long LATEST = 3L << 60;

    private KeptTimes() {}

    public static boolean has(long nanos) {
        return nanos >= EARLIEST && nanos <= LATEST;
    }
}
