package io.github.espial.correlate.shape;

/**
 * Times by which answers are shifted, so that they answer nothing: what is found then is what chance finds. None is a
 * multiple of another, or of the beats that traffic has.
 */
final class Shifts {
    /** How many there are. */
    static final int COUNT = 32;

    private static final long FIRST_NANOS = 1_234_567_891L;
    private static final long STEP_NANOS = 377_123_457L;

    private Shifts() {}

    /** The shift with a number, later and earlier by turns. */
    static long nanos(int number) {
        long by = FIRST_NANOS + number / 2 * STEP_NANOS;
        return number % 2 == 0 ? by : -by;
    }
}
