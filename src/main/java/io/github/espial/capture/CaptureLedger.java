package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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

    /** Frames of one capture at the most: so many take ten terabytes at the least. */
    static final long MOST_FRAMES = 1L << 40;

    private final List<InterfaceTally> interfaces = new ArrayList<>();
    private final List<ResolvedName> names = new ArrayList<>();
    private final List<CaptureComment> comments = new ArrayList<>();
    private final ProblemLog problems = new ProblemLog();

    /** Oddities noted here. */
    private final Map<Oddity, CaptureProblem> noted = new EnumMap<>(Oddity.class);

    /** Oddities noted in what comes before this piece, and how many names and comments were kept of it. */
    private final Set<Oddity> notedBefore = EnumSet.noneOf(Oddity.class);

    private int namesBefore;
    private int commentsBefore;
    private long frames;
    private long lastNumber;

    /** A ledger for a piece of a capture that has {@code interfaces} when the piece begins; its frames count from 1. */
    public static CaptureLedger ofPiece(List<InterfaceDefinition> interfaces) {
        CaptureLedger piece = new CaptureLedger();
        interfaces.forEach(piece::add);
        return piece;
    }

    /** A ledger for the piece right after what this one covers: it knows what not to say or keep again. */
    public CaptureLedger nextPiece() {
        CaptureLedger piece = ofPiece(definitions());
        piece.notedBefore.addAll(notedBefore);
        piece.notedBefore.addAll(noted.keySet());
        piece.namesBefore = namesBefore + names.size();
        piece.commentsBefore = commentsBefore + comments.size();
        return piece;
    }

    /**
     * Whether merging {@code next} gives what one ledger for both would hold. Always so for a {@link #nextPiece()}; one
     * that knew nothing of what came before may have said in full what would have been cut short.
     */
    public boolean canMerge(CaptureLedger next) {
        boolean repeats = next.noted.keySet().stream().anyMatch(noted::containsKey);
        return !(repeats && next.problems.isFull())
                && canKeep(names.size() + next.names.size(), Oddity.TOO_MANY_NAMES, next)
                && canKeep(comments.size() + next.comments.size(), Oddity.TOO_MANY_COMMENTS, next);
    }

    private boolean canKeep(int count, Oddity tooMany, CaptureLedger next) {
        return noted.containsKey(tooMany) || (count <= MAX_KEPT && !next.noted.containsKey(tooMany));
    }

    /** What was found here and in the piece after it, if {@link #canMerge} says so; both are left as they are. */
    public CaptureLedger with(CaptureLedger next) {
        CaptureLedger both = new CaptureLedger();
        both.merge(this);
        both.merge(next);
        return both;
    }

    /** Takes in what was found in the piece after this one, which is left as it is, if {@link #canMerge} says so. */
    public void merge(CaptureLedger next) {
        List<CaptureProblem> repeated = next.noted.keySet().stream()
                .filter(noted::containsKey)
                .map(next.noted::get)
                .toList();
        problems.merge(next.problems, lastNumber, repeated);
        next.names.stream().limit(MAX_KEPT - names.size()).forEach(names::add);
        next.comments.stream()
                .limit(MAX_KEPT - comments.size())
                .map(comment -> comment.after(lastNumber))
                .forEach(comments::add);
        next.noted.forEach((oddity, problem) -> noted.putIfAbsent(oddity, problem.after(lastNumber)));
        for (InterfaceTally tally : next.interfaces) {
            if (tally.id() == interfaces.size()) {
                add(tally.definition());
            }
            interfaces.get(tally.id()).merge(tally);
        }
        frames += next.frames;
        lastNumber += next.lastNumber;
    }

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

    /** Records counted that have a number, those included that hold no frame. */
    public long numbers() {
        return lastNumber;
    }

    /** The number that the next frame would have. */
    OptionalLong nextNumber() {
        return OptionalLong.of(lastNumber + 1);
    }

    /** Number of the frame counted last. */
    public OptionalLong lastNumber() {
        return OptionalLong.of(lastNumber);
    }

    /** The id that the next interface will have. */
    public int nextInterfaceId() {
        return interfaces.size();
    }

    /** All interfaces so far, in the order of their ids. */
    public List<InterfaceDefinition> definitions() {
        return interfaces.stream().map(InterfaceTally::definition).toList();
    }

    /** The interface that has {@code id}. */
    public InterfaceTally tally(int id) {
        return interfaces.get(id);
    }

    /** Adds an interface, which gets the next id. */
    public InterfaceTally add(InterfaceDefinition definition) {
        InterfaceTally tally = new InterfaceTally(interfaces.size(), definition);
        interfaces.add(tally);
        return tally;
    }

    /** Adds a name that stands in the record at {@code offset}. */
    public void add(ResolvedName name, long offset) {
        if (namesBefore + names.size() < MAX_KEPT) {
            names.add(name);
        } else {
            noteOnce(Oddity.TOO_MANY_NAMES, offset, "more than " + MAX_KEPT + " names: the others are left out");
        }
    }

    /** Adds a comment that stands in the record at {@code offset}. */
    public void add(CaptureComment comment, long offset) {
        if (commentsBefore + comments.size() < MAX_KEPT) {
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

    /** Notes a problem before the frame that is next, which reading goes on with. */
    public void noteNext(long offset, String text) {
        problems.note(offset, nextNumber(), text);
    }

    /** Notes a problem that reading cannot go on after, at the frame that would be next. */
    public void noteEnd(long offset, String text) {
        problems.noteEnd(offset, nextNumber(), text);
    }

    /** Notes that octets cannot be read from {@code offset} on, where the next frame would be. */
    public void noteUnreadable(long offset, String text) {
        problems.noteUnreadable(offset, nextNumber(), text);
    }

    /** Whether {@code oddity} has not been noted yet; spares the caller to make up the text each time. */
    public boolean isNew(Oddity oddity) {
        return !noted.containsKey(oddity) && !notedBefore.contains(oddity);
    }

    /** Notes a problem with no frame, unless one of its kind was noted before. */
    public void noteOnce(Oddity oddity, long offset, String text) {
        if (isNew(oddity)) {
            noted.put(oddity, new CaptureProblem(offset, OptionalLong.empty(), text));
            note(offset, text);
        }
    }

    /** Notes a problem with the frame counted last, unless one of its kind was noted before. */
    public void noteFrameOnce(Oddity oddity, long offset, String text) {
        if (isNew(oddity)) {
            noted.put(oddity, new CaptureProblem(offset, lastNumber(), text));
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

    /** Writes what was found here. What is known of what came before is not written: no ledger is kept that needs it. */
    public void write(FieldWriter to) throws IOException {
        to.number(frames);
        to.number(lastNumber);
        to.number(interfaces.size());
        for (InterfaceTally tally : interfaces) {
            tally.write(to);
        }
        RemarkForm.writeNames(names, to);
        RemarkForm.writeComments(comments, to);
        problems.write(to);
        to.number(noted.size());
        for (Map.Entry<Oddity, CaptureProblem> oddity : noted.entrySet()) {
            to.constant(oddity.getKey());
            RemarkForm.write(oddity.getValue(), to);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException where that is no ledger
     */
    public static CaptureLedger read(FieldReader from) throws IOException {
        CaptureLedger read = new CaptureLedger();
        read.frames = from.number(MOST_FRAMES);
        read.lastNumber = from.number(MOST_FRAMES);
        from.hold(read.frames <= read.lastNumber, "more frames than numbers");
        for (int left = from.count(Integer.MAX_VALUE, 1); left > 0; left--) {
            read.interfaces.add(InterfaceTally.read(read.interfaces.size(), from));
        }
        read.names.addAll(RemarkForm.readNames(from));
        read.comments.addAll(RemarkForm.readComments(from));
        from.hold(read.names.size() <= MAX_KEPT && read.comments.size() <= MAX_KEPT, "more than are kept");
        read.problems.read(from);
        for (int left = from.count(Oddity.values().length, 2); left > 0; left--) {
            Oddity oddity = from.constant(Oddity.values(), "an oddity");
            from.hold(read.noted.put(oddity, RemarkForm.readProblem(from)) == null, "an oddity that was noted");
        }
        return read;
    }
}
