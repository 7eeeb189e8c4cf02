package io.github.espial.observe.tally;

import io.github.espial.observe.FrameCounts;
import io.github.espial.observe.Hop;

/**
 * What one interface delivered to one file.
 *
 * @param capture the file's place in the case, from 0
 * @param point the interface: where files are one stream, it is that of the first of them
 * @param linkType LINKTYPE_ number
 * @param counts how many frames
 * @param firstNanos earliest time in nanoseconds since the epoch; {@link Long#MAX_VALUE} where no frame had one
 * @param lastNanos latest time; {@link Long#MIN_VALUE} where no frame had one
 */
public record PointTally(
        int capture, Hop.Point point, int linkType, FrameCounts counts, long firstNanos, long lastNanos) {

    public boolean hasTime() {
        return firstNanos <= lastNanos;
    }

    public long frames() {
        return counts.frames();
    }

    public long truncated() {
        return counts.truncated();
    }

    public long malformed() {
        return counts.malformed();
    }

    public long shortened() {
        return counts.shortened();
    }

    public long unread() {
        return counts.unread();
    }

    public long withoutDestination() {
        return counts.withoutDestination();
    }
}
