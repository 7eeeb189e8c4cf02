package io.github.espial.observe;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.Saturating;
import io.github.espial.observe.table.Mergeable;
import io.github.espial.observe.table.Ranges;
import java.io.IOException;
import java.util.Optional;

/**
 * Counts the sequence numbers of one SA on one link, in the order of its frames.
 *
 * <p>Exact as long as the numbers mostly ascend by one, or repeat the one before; beyond {@link #BREAKS} exceptions only
 * the bounds are kept. Not thread-safe.
 */
public final class SequenceTally implements Mergeable<SequenceTally> {
    /** Frames that did not follow their predecessor's number, at the most: bounds the memory of one SA to 512 KiB. */
    private static final int BREAKS = 1 << 14;

    /** A sender cannot send a number twice, and what sends a packet again on purpose takes longer than a capture tool. */
    private static final long SAME_MOMENT_NANOS = 1_000_000;

    private static final long GREATEST = 0xffff_ffffL;

    /** Stays as it is: most SAs of a flood have one frame, and no SA that is whole needs more than its two ends. */
    private static final Ranges NOT_KEPT = new Ranges();

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
    /** The numbers from the first break on: before it they are those from {@link #first} to {@link #last}. */
    private Ranges seen = NOT_KEPT;
    /** Numbers that were higher than all before them; from the first break on. */
    private Ranges records = NOT_KEPT;

    /**
     * Counts the next frame's number, unsigned 32 bits.
     *
     * @param nanos when it passed, or 0 for every frame of a capture that does not say
     */
    public void add(long number, long nanos) {
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
        if (areKept()) {
            seen.add(number);
            if (number > highest) {
                records.add(number);
            }
        }
        highest = Math.max(highest, number);
    }

    @Override
    public void merge(SequenceTally next, long nanos) {
        if (next.frames == 0) {
            return;
        }
        boolean repeats = frames > 0 && next.first == last;
        boolean follows = frames == 0 || repeats || next.first == last + 1;
        brokeOff(next.breaks + (follows ? 0 : 1));
        beginnings += next.beginnings - (repeats && next.first == BEGIN ? 1 : 0);
        copies += next.copies + (repeats && isSameMoment(lastNanos, Saturating.add(next.firstNanos, nanos)) ? 1 : 0);
        if (areKept()) {
            records.addAbove(next.records(), highest);
            seen.addAbove(next.seen(), -1);
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
            seen().write(to);
            boolean areAllRecords = records().equals(seen());
            to.flag(areAllRecords);
            if (!areAllRecords) {
                records().write(to);
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
            readNumbers(from);
        }
    }

    private void readNumbers(FieldReader from) throws IOException {
        Ranges all = new Ranges();
        all.read(from, highest);
        Ranges higher = new Ranges();
        if (from.flag()) {
            higher.addAbove(all, -1);
        } else {
            higher.read(from, highest);
        }
        if (breaks > 0) {
            seen = all;
            records = higher;
        } else {
            from.hold(
                    first == lowest && last == highest && all.equals(seen()) && higher.equals(records()),
                    "numbers without a break");
        }
    }

    /** What has been counted so far. */
    public SequenceNumbers numbers() {
        return new SequenceNumbers(
                frames,
                copies,
                breaks,
                beginnings > (first <= BEGIN ? 1 : 0),
                new SequenceNumbers.End(first, firstNanos),
                new SequenceNumbers.End(last, lastNanos),
                new SequenceNumbers.Bounds(lowest, highest),
                isExact()
                        ? Optional.of(new SequenceNumbers.Kept(
                                seen().copy(), records().size()))
                        : Optional.empty());
    }

    private static boolean isSameMoment(long nanos, long later) {
        return Math.abs(later - nanos) <= SAME_MOMENT_NANOS;
    }

    private boolean isExact() {
        return breaks <= BREAKS;
    }

    private boolean areKept() {
        return breaks > 0 && isExact();
    }

    private Ranges seen() {
        return breaks > 0 ? seen : unbroken();
    }

    private Ranges records() {
        return breaks > 0 ? records : unbroken();
    }

    private Ranges unbroken() {
        return frames == 0 ? new Ranges() : Ranges.of(first, last);
    }

    private void brokeOff(long times) {
        if (breaks == 0 && times > 0) {
            seen = unbroken();
            records = unbroken();
        }
        breaks += times;
        if (!isExact()) {
            seen = NOT_KEPT;
            records = NOT_KEPT;
        }
    }
}
