package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.OptionalLong;

/** An interface and what is counted on it while its capture is read. */
public final class InterfaceTally {
    private final int id;
    private InterfaceDefinition definition;
    /** Asked for each frame. */
    private final int linkType;

    private final TimestampUnit unit;

    private long frames;
    private long truncatedFrames;

    /** By the counters between frames; a capture has these or statistics, or both of the same loss. */
    private OptionalLong lostBetweenFrames = OptionalLong.empty();

    private OptionalLong lostByStatistics = OptionalLong.empty();

    InterfaceTally(int id, InterfaceDefinition definition) {
        this.id = id;
        this.definition = definition;
        this.linkType = definition.linkType();
        this.unit = definition.unit();
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
        return definition.snapLength();
    }

    /** What its time stamps count. */
    public TimestampUnit unit() {
        return unit;
    }

    InterfaceDefinition definition() {
        return definition;
    }

    /** Replaces the description: some formats tell it after the frames. */
    public void describe(InterfaceDescription description) {
        definition = new InterfaceDefinition(linkType(), snapLength(), unit(), description);
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
                id,
                linkType(),
                snapLength(),
                unit().digits(),
                definition.description(),
                frames,
                truncatedFrames,
                dropped());
    }

    private OptionalLong dropped() {
        if (lostByStatistics.isEmpty()) {
            return lostBetweenFrames;
        }
        return OptionalLong.of(Math.max(lostByStatistics.getAsLong(), lostBetweenFrames.orElse(0)));
    }

    void write(FieldWriter to) throws IOException {
        definition.write(to);
        to.number(frames);
        to.number(truncatedFrames);
        to.someNumber(lostBetweenFrames);
        to.someNumber(lostByStatistics);
    }

    /** Reads what {@link #write} wrote of the interface that has {@code id}. */
    static InterfaceTally read(int id, FieldReader from) throws IOException {
        InterfaceTally tally = new InterfaceTally(id, InterfaceDefinition.read(from));
        tally.frames = from.number(CaptureLedger.MOST_FRAMES);
        tally.truncatedFrames = from.number(tally.frames);
        tally.lostBetweenFrames = from.someNumber();
        tally.lostByStatistics = from.someNumber();
        return tally;
    }
}
