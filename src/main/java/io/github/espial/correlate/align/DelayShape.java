package io.github.espial.correlate.align;

import java.util.Arrays;

/**
 * How long after a packet in the clear its ESP packet is seen: a density over differences of time. Chance brings as many
 * pairs at one difference as at another, which is taken off. Immutable.
 */
final class DelayShape {
    /** Edges of steps, as differences from the middle of the peak; each step is twice as wide as the one before. */
    private static final int STEPS_A_SIDE = 15;

    private static final long FIRST_STEP_NANOS = 25_000;
    /** A step belongs to the shape when it holds so much of the whole. */
    private static final double LEAST_SHARE = 0.01;
    /** And when it is so dense, in comparison with the densest one. */
    private static final double LEAST_OF_DENSEST = 0.01;

    /** Of what has no delays. */
    static final DelayShape NONE = flat(0, 1);

    private final long middle;
    private final double[] density;
    private final long from;
    private final long to;

    private DelayShape(long middle, double[] density, long from, long to) {
        this.middle = middle;
        this.density = density;
        this.from = from;
        this.to = to;
    }

    /** A shape of one step, for what nothing finer is known of. */
    static DelayShape flat(long from, long to) {
        double[] density = new double[2 * STEPS_A_SIDE];
        Arrays.fill(density, 1.0 / Math.max(1, to - from));
        return new DelayShape((from + to) / 2, density, from, to);
    }

    /** Counts differences around a peak, from which the shape is made. Not thread-safe. */
    static final class Builder {
        private final long middle;
        private final long[] counts = new long[2 * STEPS_A_SIDE];

        /** @param middle of the peak */
        Builder(long middle) {
            this.middle = middle;
        }

        /** Greatest distance from the middle that counts. */
        static long reach() {
            return FIRST_STEP_NANOS << (STEPS_A_SIDE - 1);
        }

        void add(long difference) {
            int step = step(difference - middle);
            if (step >= 0) {
                counts[step]++;
            }
        }

        /** The shape; {@code least} is the least difference that is possible: no ESP is seen before its packet. */
        DelayShape shape(long least) {
            // So far from the middle, chance is all there is.
            int outer = STEPS_A_SIDE - 1;
            double background = (double) (counts[outer] + counts[STEPS_A_SIDE + outer]) / (2 * widthOf(outer));
            double[] excess = new double[counts.length];
            double sum = 0;
            double densest = 0;
            for (int step = 0; step < counts.length; step++) {
                double expected = background * widthOf(step % STEPS_A_SIDE);
                excess[step] = Math.max(0, counts[step] - expected - 2 * Math.sqrt(expected));
                densest = Math.max(densest, excess[step] / widthOf(step % STEPS_A_SIDE));
            }
            for (int step = 0; step < counts.length; step++) {
                boolean stands = excess[step] >= LEAST_OF_DENSEST * densest * widthOf(step % STEPS_A_SIDE);
                excess[step] = stands ? excess[step] : 0;
                sum += excess[step];
            }
            if (sum == 0) {
                return flat(middle - FIRST_STEP_NANOS, middle + FIRST_STEP_NANOS);
            }
            int later = extent(excess, STEPS_A_SIDE, sum);
            int earlier = extent(excess, 0, sum);
            double kept = 0;
            for (int step = 0; step < STEPS_A_SIDE; step++) {
                kept += step < earlier ? excess[step] : 0;
                kept += step < later ? excess[STEPS_A_SIDE + step] : 0;
            }
            double[] density = new double[counts.length];
            for (int step = 0; step < counts.length; step++) {
                density[step] =
                        (excess[step] + LEAST_SHARE * sum / counts.length) / (kept * widthOf(step % STEPS_A_SIDE));
            }
            return new DelayShape(middle, density, Math.max(least, middle - edge(earlier)), middle + edge(later));
        }

        /** How many steps of a side, from the middle on, belong to the shape: at least one. */
        private static int extent(double[] excess, int side, double sum) {
            int extent = 0;
            int empty = 0;
            for (int step = 0; step < STEPS_A_SIDE - 1 && (extent == 0 || empty < 2); step++) {
                boolean belongs = excess[side + step] >= LEAST_SHARE * sum;
                empty = belongs ? 0 : empty + 1;
                extent = belongs ? step + 1 : extent;
            }
            return Math.max(1, extent);
        }
    }

    /** Least difference that counts. */
    long from() {
        return from;
    }

    /** Greatest difference that counts. */
    long to() {
        return to;
    }

    long width() {
        return to - from;
    }

    /** Density at {@code difference}, per nanosecond. */
    double at(long difference) {
        int step = step(difference - middle);
        return step < 0 ? 0 : density[step];
    }

    private static int step(long fromMiddle) {
        long distance = Math.abs(fromMiddle) / FIRST_STEP_NANOS;
        int step = Long.SIZE - Long.numberOfLeadingZeros(distance);
        if (step >= STEPS_A_SIDE) {
            return -1;
        }
        return fromMiddle < 0 ? step : STEPS_A_SIDE + step;
    }

    /** Distance from the middle at which {@code steps} steps end. */
    private static long edge(int steps) {
        return FIRST_STEP_NANOS << (steps - 1);
    }

    private static long widthOf(int step) {
        return step == 0 ? FIRST_STEP_NANOS : FIRST_STEP_NANOS << (step - 1);
    }
}
