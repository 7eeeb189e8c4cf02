package io.github.espial.observe;

/**
 * One frame of a case: where it is, when, and how long.
 *
 * @param nanos its time in nanoseconds since the epoch; {@link Long#MIN_VALUE} where it has none
 * @param length octets on the wire
 */
public record SeenFrame(FrameReference reference, long nanos, long length) {
    public boolean hasTime() {
        return nanos != Long.MIN_VALUE;
    }

    /** That frame alone. */
    public Span span() {
        return new Span(1, length, hasTime() ? nanos : Long.MAX_VALUE, nanos, reference, reference);
    }
}
