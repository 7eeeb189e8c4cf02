package io.github.espial.correlate.shape;

/** How often chance does what was seen: as many packets at random times. */
final class Chance {
    /** What chance does more often than once in so many is not said. */
    static final double GREATEST = 0.002;

    private Chance() {}

    /** Probability that of {@code perSecond} packets at random times at least one is within {@code seconds}. */
    static double anyWithin(double perSecond, double seconds) {
        return -Math.expm1(-perSecond * seconds);
    }

    /** Probability of {@code count} or more where {@code mean} are expected (Poisson). */
    static double ofAtLeast(int count, double mean) {
        if (count <= 0) {
            return 1;
        }
        if (mean <= 0) {
            return 0;
        }
        double term = Math.exp(-mean);
        if (term == 0) {
            return 1;
        }
        // The terms from count on, so that a small result is not what is left of 1.
        for (int at = 1; at <= count; at++) {
            term *= mean / at;
        }
        double sum = 0;
        for (int at = count; term > sum * 1e-12; ) {
            sum += term;
            at++;
            term *= mean / at;
        }
        return Math.min(1, sum);
    }
}
