package io.github.espial.observe.table;

/** The first word of a key whose facts belong to one capture: it begins with the capture's place in the case, in 16 bits. */
public final class FirstWord {
    /** Captures of one case at the most: others could not be told apart from these. */
    public static final int MOST_CAPTURES = 0xffff;

    /** Bits below the capture: what they say is the table's own. */
    private static final int BITS = 48;

    private FirstWord() {}

    /**
     * The same word for a capture in another place of its case.
     *
     * @param capture the place, from 0; a case has {@link #MOST_CAPTURES} at the most
     */
    public static long at(int capture, long word) {
        if (capture >= MOST_CAPTURES) {
            throw new IllegalArgumentException("no place in a case: " + capture);
        }
        return ((long) capture << BITS) | (word & ((1L << BITS) - 1));
    }

    public static int capture(long word) {
        return (int) (word >>> BITS);
    }
}
