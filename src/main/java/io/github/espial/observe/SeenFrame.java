package io.github.espial.observe;

/**
 * One frame of a case: where it is, when, and how long.
 *
 * @param nanos its time in nanoseconds since the epoch; {@link #NO_TIME} where it has none
 * @param length octets on the wire
 */
public record SeenFrame(FrameReference reference, long nanos, long length) {
    /** In place of a time: there is none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public boolean hasTime() {
        return nanos != NO_TIME;
    }

    /** That frame alone. */
    public Span span() {
        return new Span(1, length, hasTime() ? nanos : Long.MAX_VALUE, nanos, reference, reference);
    }
}
