package io.github.espial.observe.table;

import io.github.espial.capture.Saturating;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;

/**
 * Where facts come to stand in a case: behind which frames, at whose points, by which clock.
 *
 * @param framesBefore frames, by capture, that stand before those of the facts, and are not counted in their numbers yet
 * @param stream the place in the case of the capture that the facts' points are named after; empty where it is their own
 * @param nanos what is added to every time
 */
public record Placement(IntToLongFunction framesBefore, OptionalInt stream, long nanos) {
    /** Facts of a piece, behind those of the pieces before it. */
    public static Placement behind(IntToLongFunction framesBefore) {
        return new Placement(framesBefore, OptionalInt.empty(), 0);
    }

    /** Facts of other captures, whose clock shows {@code nanos} less than that of the case. */
    public static Placement byClock(long nanos) {
        return new Placement(capture -> 0, OptionalInt.empty(), nanos);
    }

    /** The same where keys begin with no capture, or with one that stays. */
    public Placement unplaced() {
        return new Placement(framesBefore, OptionalInt.empty(), nanos);
    }

    /** The first word of a key, see {@link FirstWord}. */
    public long firstWord(long word) {
        return stream.isPresent() ? FirstWord.at(stream.getAsInt(), word) : word;
    }

    /** A value of a column. */
    public long value(Fold fold, long value) {
        if (value == fold.empty) {
            return value;
        }
        return fold.isFrame() ? frame(value) : fold.isTime() ? time(value) : value;
    }

    /** A frame, as {@link FrameWord} packs it. */
    public long frame(long word) {
        return word + framesBefore.applyAsLong(FrameWord.capture(word));
    }

    /** A time in nanoseconds since the epoch. */
    public long time(long value) {
        return Saturating.add(value, nanos);
    }
}
