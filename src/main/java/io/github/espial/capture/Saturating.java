package io.github.espial.capture;

/** Arithmetic on numbers that a file states, which stops at the ends of a {@code long}. */
public final class Saturating {
    private Saturating() {}

    /** The sum, or the end of the range that it lies beyond. */
    public static long add(long left, long right) {
        long sum = left + right;
        boolean overflows = ((left ^ sum) & (right ^ sum)) < 0;
        return overflows ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
