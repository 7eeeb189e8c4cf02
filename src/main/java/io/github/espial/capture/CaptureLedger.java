package io.github.espial.capture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What a reader has found in a capture so far, besides the frames that it delivered. */
final class CaptureLedger {
    /** Oddities that tell as much once as a million times. */
    enum Oddity {
        CAPTURED_EXCEEDS_ORIGINAL,
        FRACTION_BEYOND_SECOND,
        MALFORMED_OPTIONS,
        TOO_MANY_NAMES,
        TOO_MANY_COMMENTS
    }

    /** Names, and comments, kept of one capture: enough for any made by a person. */
    static final int MAX_KEPT = 10_000;

    private final List<InterfaceTally> interfaces = new ArrayList<>();
    private final List<ResolvedName> names = new ArrayList<>();
    private final List<CaptureComment> comments = new ArrayList<>();
    private final ProblemLog problems = new ProblemLog();
    private final Set<Oddity> noted = EnumSet.noneOf(Oddity.class);
    private long frames;
    private long lastNumber;

    /** Counts a record that holds a frame; returns the frame's number. */
    long countFrame() {
        frames++;
        return ++lastNumber;
    }

    /** Counts a record that holds no frame but has a number among them. */
    void countNumber() {
        lastNumber++;
    }

    /** Frames counted. */
    long frames() {
        return frames;
    }

    /** The number that the next frame would have. */
    OptionalLong nextNumber() {
        return OptionalLong.of(lastNumber + 1);
    }

    /** Number of the frame counted last. */
    OptionalLong lastNumber() {
        return OptionalLong.of(lastNumber);
    }

    /** The id that the next interface is to have. */
    int nextInterfaceId() {
        return interfaces.size();
    }

    /** Adds the interface that has the next id. */
    void add(InterfaceTally tally) {
        interfaces.add(tally);
    }

    /** Adds a name that stands in the record at {@code offset}. */
    void add(ResolvedName name, long offset) {
        if (names.size() < MAX_KEPT) {
            names.add(name);
        } else {
            noteOnce(Oddity.TOO_MANY_NAMES, offset, "more than " + MAX_KEPT + " names: the others are left out");
        }
    }

    /** Adds a comment that stands in the record at {@code offset}. */
    void add(CaptureComment comment, long offset) {
        if (comments.size() < MAX_KEPT) {
            comments.add(comment);
        } else {
            noteOnce(Oddity.TOO_MANY_COMMENTS, offset, "more than " + MAX_KEPT + " comments: the others are left out");
        }
    }

    /** Notes a problem with no frame that reading goes on after. */
    void note(long offset, String text) {
        problems.note(offset, OptionalLong.empty(), text);
    }

    /** Notes a problem with the frame counted last that reading goes on after. */
    void noteFrame(long offset, String text) {
        problems.note(offset, lastNumber(), text);
    }

    /** Whether {@code oddity} has not been noted yet; spares the caller to make up the text each time. */
    boolean isNew(Oddity oddity) {
        return !noted.contains(oddity);
    }

    /** Notes a problem with no frame, unless one of its kind was noted before. */
    void noteOnce(Oddity oddity, long offset, String text) {
        if (noted.add(oddity)) {
            note(offset, text);
        }
    }

    /** Notes a problem with the frame counted last, unless one of its kind was noted before. */
    void noteFrameOnce(Oddity oddity, long offset, String text) {
        if (noted.add(oddity)) {
            noteFrame(offset, text);
        }
    }

    List<CaptureInterface> interfaces() {
        return interfaces.stream().map(InterfaceTally::toInterface).toList();
    }

    List<ResolvedName> names() {
        return names;
    }

    List<CaptureComment> comments() {
        return comments;
    }

    ProblemLog problems() {
        return problems;
    }
}
