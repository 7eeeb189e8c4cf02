package io.github.espial.observe;

import io.github.espial.capture.Saturating;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;

/**
 * What becomes of facts that join those of a case.
 *
 * @param shift frames of a fact's capture that stand before it, and are not counted in its number yet
 * @param stream the place in the case of the capture that the facts' points are named after; empty where it is their own
 * @param nanos what is added to every time
 */
record Joining(ToLongFunction<FrameReference> shift, OptionalInt stream, long nanos) {
    /** Facts of a piece join those of the pieces before it. */
    static Joining behind(ToLongFunction<FrameReference> shift) {
        return new Joining(shift, OptionalInt.empty(), 0);
    }

    /** Facts join those of other captures, whose clock shows {@code nanos} more. */
    static Joining by(long nanos) {
        return new Joining(reference -> 0, OptionalInt.empty(), nanos);
    }

    /** The same where keys begin with no capture, or with one that stays. */
    Joining unplaced() {
        return new Joining(shift, OptionalInt.empty(), nanos);
    }

    /** The first word of a key, see {@link HopKey}. */
    long firstWord(long word) {
        return stream.isPresent() ? HopKey.at(stream.getAsInt(), word) : word;
    }

    /** A value of a column. */
    long value(Fold fold, long value) {
        if (value == fold.empty) {
            return value;
        }
        return fold.isFrame() ? frame(value) : fold.isTime() ? time(value) : value;
    }

    /** A frame, packed as {@link FrameReference} does. */
    long frame(long packed) {
        return packed + shift.applyAsLong(FrameReference.unpack(packed));
    }

    /** A time in nanoseconds since the epoch. */
    long time(long value) {
        return Saturating.add(value, nanos);
    }

    /** A link. */
    Hop hop(Hop hop) {
        return stream.isPresent()
                ? new Hop(
                        new Hop.Point(stream.getAsInt(), hop.point().interfaceId()),
                        hop.source(),
                        hop.destination(),
                        hop.vlans())
                : hop;
    }
}
