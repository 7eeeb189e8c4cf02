package io.github.espial.observe;

/**
 * How much of one kind of traffic there was, and when.
 *
 * @param frames frames, at least one
 * @param octets octets of these frames on the wire
 * @param firstNanos time of the earliest in nanoseconds since the epoch; {@link Long#MAX_VALUE} where none had a time
 * @param lastNanos time of the latest; {@link Long#MIN_VALUE} where none had a time
 * @param firstFrame the first of the frames
 * @param lastFrame the last of the frames
 */
public record Span(
        long frames,
        long octets,
        long firstNanos,
        long lastNanos,
        FrameReference firstFrame,
        FrameReference lastFrame) {

    /** Whether any of the frames had a time stamp. */
    public boolean hasTime() {
        return firstNanos <= lastNanos;
    }

    /** Nanoseconds from the first to the last frame; 0 where there was no time stamp. */
    public long nanos() {
        return hasTime() ? lastNanos - firstNanos : 0;
    }

    /** Whether both went on at the same time: the earlier one ended after the later one had begun. */
    public boolean overlaps(Span other) {
        return hasTime() && other.hasTime() && firstNanos <= other.lastNanos && other.firstNanos <= lastNanos;
    }

    /** Both together. */
    public Span plus(Span other) {
        return new Span(
                frames + other.frames,
                octets + other.octets,
                Math.min(firstNanos, other.firstNanos),
                Math.max(lastNanos, other.lastNanos),
                firstFrame.compareTo(other.firstFrame) <= 0 ? firstFrame : other.firstFrame,
                lastFrame.compareTo(other.lastFrame) >= 0 ? lastFrame : other.lastFrame);
    }

    // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
    @Override
    public boolean equals(Object other) {
        return other instanceof Span span
                && span.frames == frames
                && span.octets == octets
                && span.firstNanos == firstNanos
                && span.lastNanos == lastNanos
                && span.firstFrame.equals(firstFrame)
                && span.lastFrame.equals(lastFrame);
    }

    @Override
    public int hashCode() {
        return 31
                        * (31
                                        * (31
                                                        * (31 * (31 * Long.hashCode(frames) + Long.hashCode(octets))
                                                                + Long.hashCode(firstNanos))
                                                + Long.hashCode(lastNanos))
                                + firstFrame.hashCode())
                + lastFrame.hashCode();
    }
}
