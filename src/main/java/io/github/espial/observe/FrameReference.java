package io.github.espial.observe;

/**
 * Where a reader finds a frame.
 *
 * @param capture the capture's place in the case, from 0
 * @param number the frame's number in that capture, from 1
 */
public record FrameReference(int capture, long number) implements Comparable<FrameReference> {
    private static final int NUMBER_BITS = 40;
    /** Further frames of a capture cannot be told apart. */
    static final long GREATEST_NUMBER = (1L << NUMBER_BITS) - 1;

    /** Both in one word that orders by capture, then number, for columns of a {@link FactTable}. */
    static long pack(int capture, long number) {
        return ((long) capture << NUMBER_BITS) | (number & GREATEST_NUMBER);
    }

    static FrameReference unpack(long word) {
        return new FrameReference((int) (word >>> NUMBER_BITS), word & GREATEST_NUMBER);
    }

    /** Whether {@code number} is a frame's, or 0, as {@link #pack} takes it. */
    static boolean isNumber(long number) {
        return number >>> NUMBER_BITS == 0;
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof FrameReference frame && frame.capture == capture && frame.number == number;
    }

    @Override
    public int hashCode() {
        return 31 * capture + Long.hashCode(number);
    }

    @Override
    public int compareTo(FrameReference other) {
        return Long.compare(pack(capture, number), pack(other.capture, other.number));
    }
}
