package io.github.espial.capture;

import java.util.OptionalLong;

/** An interface and what is counted on it while its capture is read. */
public final class InterfaceTally {
    private final int id;
    private final int linkType;
    private final long snapLength;
    private final TimestampUnit unit;
    private InterfaceDescription description;

    private long frames;
    private long truncatedFrames;

    /** By the counters between frames; a capture has these or statistics, or both of the same loss. */
    private OptionalLong lostBetweenFrames = OptionalLong.empty();

    private OptionalLong lostByStatistics = OptionalLong.empty();

    public InterfaceTally(int id, int linkType, long snapLength, TimestampUnit unit, InterfaceDescription description) {
        this.id = id;
        this.linkType = linkType;
        this.snapLength = snapLength;
        this.unit = unit;
        this.description = description;
    }

    /** Id within the capture, from 0. */
    public int id() {
        return id;
    }

    /** LINKTYPE_ number, 16 bits. */
    public int linkType() {
        return linkType;
    }

    /** Octets kept of each frame at most, unsigned 32-bit; 0 for no limit. */
    public long snapLength() {
        return snapLength;
    }

    /** What its time stamps count. */
    public TimestampUnit unit() {
        return unit;
    }

    /** Replaces the description: some formats tell it after the frames. */
    public void describe(InterfaceDescription description) {
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
    public void loseBetweenFrames(long count) {
        lostBetweenFrames = OptionalLong.of(Saturating.add(lostBetweenFrames.orElse(0), count));
    }

    /** Takes in that {@code count} frames were lost up to now; a later statement replaces it. */
    public void loseByStatistics(long count) {
        lostByStatistics = OptionalLong.of(count);
    }

    /** The same interface, of which nothing has been counted. */
    InterfaceTally fresh() {
        return new InterfaceTally(id, linkType, snapLength, unit, description);
    }

    /** Takes in what was counted on the same interface in the piece after this one. */
    void merge(InterfaceTally next) {
        frames += next.frames;
        truncatedFrames += next.truncatedFrames;
        next.lostBetweenFrames.ifPresent(this::loseBetweenFrames);
        next.lostByStatistics.ifPresent(this::loseByStatistics);
    }

    /** The interface as it stands. */
    public CaptureInterface toInterface() {
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
