package io.github.espial.observe.table;

/** The first word of a key whose facts belong to one capture: it begins with the capture's place in the case, in 16 bits. */
public final class FirstWord {
    private static final int GREATEST_CAPTURE = 0xffff;
    /** Bits below the capture: what they say is the table's own. */
    private static final int BITS = 48;

    private FirstWord() {}

    /** The same word for a capture in another place of its case. */
    public static long at(int capture, long word) {
        return ((long) Math.min(capture, GREATEST_CAPTURE) << BITS) | (word & ((1L << BITS) - 1));
    }

    public static int capture(long word) {
        return (int) (word >>> BITS);
    }
}
