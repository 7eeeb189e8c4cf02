package io.github.espial.observe.table;

/** A frame's capture and number in one word that orders by capture, then number: 24 bits and 40. */
public final class FrameWord {
    private static final int NUMBER_BITS = 40;
    /** Further frames of a capture cannot be told apart. */
    public static final long GREATEST_NUMBER = (1L << NUMBER_BITS) - 1;

    private FrameWord() {}

    /**
     * The word of a frame.
     *
     * @param capture the capture's place in the case, from 0
     * @param number the frame's number in that capture, from 1
     */
    public static long of(int capture, long number) {
        return ((long) capture << NUMBER_BITS) | (number & GREATEST_NUMBER);
    }

    public static int capture(long word) {
        return (int) (word >>> NUMBER_BITS);
    }

    public static long number(long word) {
        return word & GREATEST_NUMBER;
    }

    /** Whether {@code number} is a frame's, or 0, as {@link #of} takes it. */
    public static boolean isNumber(long number) {
        return number >>> NUMBER_BITS == 0;
    }
}
