package io.github.espial.scan;

import io.github.espial.capture.FrameSink;
import io.github.espial.capture.Saturating;

/**
 * The part of a case that is to be looked at.
 *
 * @param fromNanos first time in nanoseconds since the epoch
 * @param toNanos last time, itself included
 */
public record TimeWindow(long fromNanos, long toNanos) {
    /** No limits: frames without a time stamp pass too. */
    public static final TimeWindow EVERYTHING = new TimeWindow(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean isEverything() {
        return fromNanos == Long.MIN_VALUE && toNanos == Long.MAX_VALUE;
    }

    /** The same part by a clock that shows {@code nanos} less; what has no limit keeps none. */
    public TimeWindow earlier(long nanos) {
        return new TimeWindow(
                fromNanos == Long.MIN_VALUE ? fromNanos : Saturating.add(fromNanos, -nanos),
                toNanos == Long.MAX_VALUE ? toNanos : Saturating.add(toNanos, -nanos));
    }

    /** A sink that lets only frames of this window through to {@code sink}. */
    public FrameSink before(FrameSink sink) {
        return before(sink, frame -> {});
    }

    /** The same, and lets earlier ones through to {@code earlier}. */
    public FrameSink before(FrameSink sink, FrameSink earlier) {
        return frame -> {
            if (frame.hasTime() && frame.nanos() <= toNanos) {
                (frame.nanos() >= fromNanos ? sink : earlier).frame(frame);
            }
        };
    }
}
