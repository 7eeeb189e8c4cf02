package io.github.espial.observe;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Saturating;
import io.github.espial.observe.table.Mergeable;
import io.github.espial.observe.table.Ranges;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The sequence numbers of one SA on one link, in the order of its frames (RFC 4303 §2.2; the low 32 bits).
 *
 * <p>Exact as long as the numbers mostly ascend by one, or repeat the one before; beyond {@link #BREAKS} exceptions only the bounds are kept.
 */
public final class SequenceNumbers implements Mergeable<SequenceNumbers> {
    /** Frames that did not follow their predecessor's number, at the most: bounds the memory of one SA to 512 KiB. */
    private static final int BREAKS = 1 << 14;

    /** A sender cannot send a number twice, and what sends a packet again on purpose takes longer than a capture tool. */
    private static final long SAME_MOMENT_NANOS = 1_000_000;

    private static final long GREATEST = 0xffff_ffffL;

    /** The number of an SA's first packet (RFC 4303 §3.3.3). */
    private static final long BEGIN = 1;

    private long frames;
    private long copies;
    private long firstNanos;
    private long lastNanos;
    private long breaks;
    /** Frames that bore {@link #BEGIN}, those aside whose predecessor bore it too. */
    private long beginnings;

    private long lowest = Long.MAX_VALUE;
    private long highest = -1;
    private long first;
    private long last;
    private Ranges seen = new Ranges();
    /** Numbers that were higher than all before them. */
    private Ranges records = new Ranges();

    /**
     * Counts the next frame's number, unsigned 32 bits.
     *
     * @param nanos when it passed, or 0 for every frame of a capture that does not say
     */
    void add(long number, long nanos) {
        if (number == BEGIN && (frames == 0 || last != BEGIN)) {
            beginnings++;
        }
        if (frames == 0) {
            first = number;
            firstNanos = nanos;
        } else if (number == last) {
            copies += isSameMoment(lastNanos, nanos) ? 1 : 0;
        } else if (number != last + 1) {
            brokeOff(1);
        }
        frames++;
        last = number;
        lastNanos = nanos;
        lowest = Math.min(lowest, number);
        if (isExact()) {
            seen.add(number);
            if (number > highest) {
                records.add(number);
            }
        }
        highest = Math.max(highest, number);
    }

    @Override
    public void merge(SequenceNumbers next, long nanos) {
        if (next.frames == 0) {
            return;
        }
        boolean repeats = frames > 0 && next.first == last;
        boolean follows = frames == 0 || repeats || next.first == last + 1;
        brokeOff(next.breaks + (follows ? 0 : 1));
        beginnings += next.beginnings - (repeats && next.first == BEGIN ? 1 : 0);
        copies += next.copies + (repeats && isSameMoment(lastNanos, Saturating.add(next.firstNanos, nanos)) ? 1 : 0);
        if (isExact()) {
            records.addAbove(next.records, highest);
            seen.addAbove(next.seen, -1);
        }
        first = frames == 0 ? next.first : first;
        firstNanos = frames == 0 ? Saturating.add(next.firstNanos, nanos) : firstNanos;
        last = next.last;
        lastNanos = Saturating.add(next.lastNanos, nanos);
        frames += next.frames;
        lowest = Math.min(lowest, next.lowest);
        highest = Math.max(highest, next.highest);
    }

    /** Nothing but a 0 where there was no frame; the records only where they are not all numbers that were seen. */
    @Override
    public void write(FieldWriter to) throws IOException {
        to.number(frames);
        if (frames == 0) {
            return;
        }
        to.number(copies);
        to.signed(firstNanos);
        to.signed(lastNanos - firstNanos);
        to.number(breaks);
        to.number(beginnings);
        to.number(lowest);
        to.number(highest - lowest);
        to.number(first - lowest);
        to.number(last - lowest);
        if (isExact()) {
            seen.write(to);
            to.flag(records.isSame(seen));
            if (!records.isSame(seen)) {
                records.write(to);
            }
        }
    }

    @Override
    public void read(FieldReader from) throws IOException {
        frames = from.number(Long.MAX_VALUE);
        if (frames == 0) {
            return;
        }
        copies = from.number(frames);
        firstNanos = from.signed();
        lastNanos = firstNanos + from.signed();
        breaks = from.number(frames);
        beginnings = from.number(frames);
        lowest = from.number(GREATEST);
        highest = lowest + from.number(GREATEST - lowest);
        first = lowest + from.number(highest - lowest);
        last = lowest + from.number(highest - lowest);
        if (isExact()) {
            seen.read(from, highest);
            if (from.flag()) {
                records.addAbove(seen, -1);
            } else {
                records.read(from, highest);
            }
        }
    }

    /** The number of the first frame. */
    public long first() {
        return first;
    }

    /** When the first frame passed; 0 for every frame of a capture that does not say. */
    public long firstNanos() {
        return firstNanos;
    }

    /** The number of the last frame. */
    public long last() {
        return last;
    }

    /** When the last frame passed; 0 for every frame of a capture that does not say. */
    public long lastNanos() {
        return lastNanos;
    }

    public long lowest() {
        return lowest;
    }

    public long highest() {
        return highest;
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
        return beginnings > (first <= BEGIN ? 1 : 0);
    }

    /** Frames whose number an earlier frame had borne, {@link #copies()} aside; empty where it could not be kept. */
    public OptionalLong repeated() {
        return isExact() ? OptionalLong.of(frames - seen.size() - copies) : OptionalLong.empty();
    }

    /** What of one SA's numbers was seen over {@code links}, or empty where they were too irregular to keep. */
    public static Optional<Coverage> coverageOver(List<SequenceNumbers> links) {
        if (links.isEmpty() || !links.stream().allMatch(link -> link.isExact() && link.frames > 0)) {
            return Optional.empty();
        }
        Ranges union = new Ranges();
        links.forEach(link -> union.addAbove(link.seen, -1));
        return Optional.of(new Coverage(union.size(), union.missing(), union.longestGap()));
    }

    /**
     * What is missing, repeated and late of one SA's numbers over all its links, or empty where they were too irregular
     * to keep. A packet seen on two links is no repetition: only a link repeats.
     */
    public static Optional<Gaps> gapsOver(List<SequenceNumbers> links) {
        if (links.isEmpty() || !links.stream().allMatch(link -> link.isExact() && link.frames > 0)) {
            return Optional.empty();
        }
        Ranges union = new Ranges();
        long lowest = Long.MAX_VALUE;
        long highest = -1;
        long duplicate = 0;
        long late = 0;
        for (SequenceNumbers link : links) {
            long distinct = link.seen.size();
            union.addAbove(link.seen, -1);
            lowest = Math.min(lowest, link.lowest);
            highest = Math.max(highest, link.highest);
            duplicate += link.frames - distinct;
            late += distinct - link.records.size();
        }
        return Optional.of(new Gaps(highest - lowest + 1 - union.size(), duplicate, late));
    }

    private static boolean isSameMoment(long nanos, long later) {
        return Math.abs(later - nanos) <= SAME_MOMENT_NANOS;
    }

    private boolean isExact() {
        return breaks <= BREAKS;
    }

    private void brokeOff(long times) {
        boolean wasExact = isExact();
        breaks += times;
        if (wasExact && !isExact()) {
            seen = new Ranges();
            records = new Ranges();
        }
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
