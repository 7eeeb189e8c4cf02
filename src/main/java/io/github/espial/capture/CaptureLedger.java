package io.github.espial.capture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What a reader has found in a capture so far, besides the frames that it delivered. */
public final class CaptureLedger {
    /** Oddities that tell as much once as a million times. */
    public enum Oddity {
        CAPTURED_EXCEEDS_ORIGINAL,
        FRACTION_BEYOND_SECOND,
        MALFORMED_OPTIONS,
        TOO_MANY_NAMES,
        TOO_MANY_COMMENTS,
        UNKNOWN_MEDIUM
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
    public long countFrame() {
        frames++;
        return ++lastNumber;
    }

    /** Counts a record that holds no frame but has a number among them. */
    public void countNumber() {
        lastNumber++;
    }

    /** Frames counted. */
    public long frames() {
        return frames;
    }

    /** The number that the next frame would have. */
    OptionalLong nextNumber() {
        return OptionalLong.of(lastNumber + 1);
    }

    /** Number of the frame counted last. */
    public OptionalLong lastNumber() {
        return OptionalLong.of(lastNumber);
    }

    /** The id that the next interface is to have. */
    public int nextInterfaceId() {
        return interfaces.size();
    }

    /** Adds the interface that has the next id. */
    public void add(InterfaceTally tally) {
        interfaces.add(tally);
    }

    /** Adds a name that stands in the record at {@code offset}. */
    public void add(ResolvedName name, long offset) {
        if (names.size() < MAX_KEPT) {
            names.add(name);
        } else {
            noteOnce(Oddity.TOO_MANY_NAMES, offset, "more than " + MAX_KEPT + " names: the others are left out");
        }
    }

    /** Adds a comment that stands in the record at {@code offset}. */
    public void add(CaptureComment comment, long offset) {
        if (comments.size() < MAX_KEPT) {
            comments.add(comment);
        } else {
            noteOnce(Oddity.TOO_MANY_COMMENTS, offset, "more than " + MAX_KEPT + " comments: the others are left out");
        }
    }

    /** Notes a problem with no frame that reading goes on after. */
    public void note(long offset, String text) {
        problems.note(offset, OptionalLong.empty(), text);
    }

    /** Notes a problem with the frame counted last that reading goes on after. */
    public void noteFrame(long offset, String text) {
        problems.note(offset, lastNumber(), text);
    }

    /** Notes a problem that reading cannot go on after, at the frame that would be next. */
    public void noteEnd(long offset, String text) {
        problems.noteEnd(offset, nextNumber(), text);
    }

    /** Whether {@code oddity} has not been noted yet; spares the caller to make up the text each time. */
    public boolean isNew(Oddity oddity) {
        return !noted.contains(oddity);
    }

    /** Notes a problem with no frame, unless one of its kind was noted before. */
    public void noteOnce(Oddity oddity, long offset, String text) {
        if (noted.add(oddity)) {
            note(offset, text);
        }
    }

    /** Notes a problem with the frame counted last, unless one of its kind was noted before. */
    public void noteFrameOnce(Oddity oddity, long offset, String text) {
        if (noted.add(oddity)) {
            noteFrame(offset, text);
        }
    }

    public List<CaptureInterface> interfaces() {
        return interfaces.stream().map(InterfaceTally::toInterface).toList();
    }

    public List<ResolvedName> names() {
        return names;
    }

    public List<CaptureComment> comments() {
        return comments;
    }

    public ProblemLog problems() {
        return problems;
    }
}
