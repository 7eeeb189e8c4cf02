package io.github.espial.observe;

import io.github.espial.observe.table.Ranges;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sequence numbers of one SA on one link (RFC 4303 §2.2; the low 32 bits).
 *
 * <p>Immutable: a copy of what a {@link SequenceTally} had counted.
 */
public final class SequenceNumbers {
    /** No frame. */
    public static final SequenceNumbers NONE = new SequenceTally().numbers();

    private final long frames;
    private final long copies;
    private final long breaks;
    private final boolean startsAgain;
    private final End first;
    private final End last;
    private final Bounds bounds;
    private final Optional<Kept> kept;

    SequenceNumbers(
            long frames,
            long copies,
            long breaks,
            boolean startsAgain,
            End first,
            End last,
            Bounds bounds,
            Optional<Kept> kept) {
        this.frames = frames;
        this.copies = copies;
        this.breaks = breaks;
        this.startsAgain = startsAgain;
        this.first = first;
        this.last = last;
        this.bounds = bounds;
        this.kept = kept;
    }

    /**
     * The first frame, or the last.
     *
     * @param number its sequence number, unsigned 32 bits
     * @param nanos when it passed, since the epoch; 0 for every frame of a capture that does not say
     */
    public record End(long number, long nanos) {}

    /**
     * The lowest and the highest number.
     *
     * @param lowest {@link Long#MAX_VALUE} where there was no frame
     * @param highest -1 where there was no frame
     */
    record Bounds(long lowest, long highest) {}

    /**
     * All numbers, where they are regular enough.
     *
     * @param seen each number; nobody else's
     * @param records how many were higher than all before them
     */
    record Kept(Ranges seen, long records) {}

    public End first() {
        return first;
    }

    public End last() {
        return last;
    }

    public long lowest() {
        return bounds.lowest();
    }

    public long highest() {
        return bounds.highest();
    }

    /** Frames that bore the number of the frame right before them, and at the same moment: captured again. */
    public long copies() {
        return copies;
    }

    /** Frames that did not bear the number after their predecessor's, nor the same. */
    public long breaks() {
        return breaks;
    }

    /** Whether the numbers began at 1 after others had been seen. */
    public boolean startsAgain() {
        return startsAgain;
    }

    /** Frames whose number an earlier frame had borne, {@link #copies()} aside; empty where it could not be kept. */
    public OptionalLong repeated() {
        return kept.isPresent() ? OptionalLong.of(frames - kept.get().seen().size() - copies) : OptionalLong.empty();
    }

    /** What of one SA's numbers was seen over {@code links}, or empty where they were too irregular to keep. */
    public static Optional<Coverage> coverageOver(List<SequenceNumbers> links) {
        if (!areKept(links)) {
            return Optional.empty();
        }
        Ranges union = union(links);
        return Optional.of(new Coverage(union.size(), union.missing(), union.longestGap()));
    }

    /**
     * What is missing, repeated and late of one SA's numbers over all its links, or empty where they were too irregular
     * to keep. A packet seen on two links is no repetition: only a link repeats.
     */
    public static Optional<Gaps> gapsOver(List<SequenceNumbers> links) {
        if (!areKept(links)) {
            return Optional.empty();
        }
        long lowest = Long.MAX_VALUE;
        long highest = -1;
        long duplicate = 0;
        long late = 0;
        for (SequenceNumbers link : links) {
            Kept numbers = link.kept.orElseThrow();
            long distinct = numbers.seen().size();
            lowest = Math.min(lowest, link.lowest());
            highest = Math.max(highest, link.highest());
            duplicate += link.frames - distinct;
            late += distinct - numbers.records();
        }
        return Optional.of(new Gaps(highest - lowest + 1 - union(links).size(), duplicate, late));
    }

    private static boolean areKept(List<SequenceNumbers> links) {
        return !links.isEmpty() && links.stream().allMatch(link -> link.kept.isPresent() && link.frames > 0);
    }

    private static Ranges union(List<SequenceNumbers> links) {
        Ranges union = new Ranges();
        links.forEach(link -> union.addAbove(link.kept.orElseThrow().seen(), -1));
        return union;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SequenceNumbers numbers
                && numbers.frames == frames
                && numbers.copies == copies
                && numbers.breaks == breaks
                && numbers.startsAgain == startsAgain
                && numbers.first.equals(first)
                && numbers.last.equals(last)
                && numbers.bounds.equals(bounds)
                && numbers.kept.equals(kept);
    }

    @Override
    public int hashCode() {
        return Objects.hash(frames, copies, breaks, startsAgain, first, last, bounds, kept);
    }

    /** What is told of each, but not the numbers. */
    @Override
    public String toString() {
        return frames + " frames, " + first + " to " + last + ", " + bounds + ", " + copies + " copies, " + breaks
                + " breaks";
    }

    /**
     * Which numbers between the lowest and the highest were seen.
     *
     * @param seen how many
     * @param missing how many were not
     * @param longestGap of these, the most in a row
     */
    public record Coverage(long seen, long missing, long longestGap) {}

    /**
     * How numbers differ from an unbroken ascent.
     *
     * @param missing numbers between the lowest and the highest that no frame bore
     * @param duplicate frames whose number another frame had borne before
     * @param late numbers that first came after a higher one
     */
    public record Gaps(long missing, long duplicate, long late) {}
}
