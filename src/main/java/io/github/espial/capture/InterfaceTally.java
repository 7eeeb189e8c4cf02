package io.github.espial.capture;

import java.util.OptionalLong;

/** An interface and what is counted on it while its capture is read. */
final class InterfaceTally {
    final int id;
    final int linkType;
    final long snapLength;
    final TimestampUnit unit;
    private final InterfaceDescription description;

    private long frames;
    private long truncatedFrames;

    /** By the counters between frames; a capture has these or statistics, or both of the same loss. */
    private OptionalLong lostBetweenFrames = OptionalLong.empty();

    private OptionalLong lostByStatistics = OptionalLong.empty();

    InterfaceTally(int id, int linkType, long snapLength, TimestampUnit unit, InterfaceDescription description) {
        this.id = id;
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.unit = unit;
        this.description = description;
    }

    /** Hands {@code frame} to {@code sink} and counts it. */
    void deliver(Frame frame, FrameSink sink) {
        frames++;
        if (frame.isTruncated()) {
            truncatedFrames++;
        }
        sink.frame(frame);
    }

    /** Takes in that {@code count} frames were lost before the present one. */
    void loseBetweenFrames(long count) {
        lostBetweenFrames = OptionalLong.of(Saturating.add(lostBetweenFrames.orElse(0), count));
    }

    /** Takes in that {@code count} frames were lost up to now; a later statement replaces it. */
    void loseByStatistics(long count) {
        lostByStatistics = OptionalLong.of(count);
    }

    /** The interface as it stands. */
    CaptureInterface toInterface() {
        return new CaptureInterface(
                id, linkType, snapLength, unit.digits(), description, frames, truncatedFrames, dropped());
    }

    private OptionalLong dropped() {
        if (lostByStatistics.isEmpty()) {
            return lostBetweenFrames;
        }
        return OptionalLong.of(Math.max(lostByStatistics.getAsLong(), lostBetweenFrames.orElse(0)));
    }
}
