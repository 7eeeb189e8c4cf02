package io.github.espial.capture;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The problems of one capture: the first ones in full, the number of the others, and what ended the reading. */
public final class ProblemLog {
    /** More than a person reads, and little memory whatever a file holds. */
    public static final int MAX_KEPT = 100;

    private final List<CaptureProblem> kept = new ArrayList<>();
    private long others;
    private long lastOffset;
    private Optional<CaptureProblem> end = Optional.empty();
    private boolean isUnreadable;

    /** Notes a problem that reading goes on after. */
    public void note(long offset, OptionalLong frame, String text) {
        note(new CaptureProblem(offset, frame, text));
    }

    private void note(CaptureProblem problem) {
        if (kept.size() < MAX_KEPT) {
            kept.add(problem);
        } else {
            others++;
            lastOffset = problem.offset();
        }
    }

    /** Notes a problem that reading cannot go on after. */
    public void noteEnd(long offset, OptionalLong frame, String text) {
        end = Optional.of(new CaptureProblem(offset, frame, text));
    }

    /** Notes that octets cannot be read from {@code offset} on. */
    public void noteUnreadable(long offset, OptionalLong frame, String text) {
        noteEnd(offset, frame, text);
        isUnreadable = true;
    }

    /**
     * Takes in the problems of the piece after this one.
     *
     * @param numbers how many frames came before it: what its frames' numbers are shifted by
     * @param repeated those of its problems that are left out; all of them are among those it keeps
     */
    void merge(ProblemLog next, long numbers, Collection<CaptureProblem> repeated) {
        for (CaptureProblem problem : next.kept) {
            if (!repeated.contains(problem)) {
                note(problem.after(numbers));
            }
        }
        if (next.others > 0) {
            others += next.others;
            lastOffset = next.lastOffset;
        }
        if (next.end.isPresent()) {
            end = next.end.map(problem -> problem.after(numbers));
        }
        isUnreadable |= next.isUnreadable;
    }

    /** Whether there were more problems than are kept. */
    boolean isFull() {
        return others > 0;
    }

    /** What ended the reading before the end of the file. */
    public Optional<CaptureProblem> end() {
        return end;
    }

    /** Whether reading ended because octets could not be read, and not because of what they are. */
    public boolean isUnreadable() {
        return isUnreadable;
    }

    /** All that is kept, in the order of the file. */
    public List<CaptureProblem> list() {
        List<CaptureProblem> all = new ArrayList<>(kept);
        if (others > 0) {
            all.add(new CaptureProblem(lastOffset, OptionalLong.empty(), others + " more problems up to here"));
        }
        end.ifPresent(all::add);
        return all;
    }

    void write(FieldWriter to) throws IOException {
        RemarkForm.writeProblems(kept, to);
        to.number(others);
        to.number(lastOffset);
        to.flag(end.isPresent());
        if (end.isPresent()) {
            RemarkForm.write(end.get(), to);
        }
        to.flag(isUnreadable);
    }

    /** Reads what {@link #write} wrote into this log, which is fresh. */
    void read(FieldReader from) throws IOException {
        kept.addAll(RemarkForm.readProblems(from));
        others = from.number(CaptureLedger.MOST_FRAMES);
        from.hold(kept.size() == MAX_KEPT || (kept.size() < MAX_KEPT && others == 0), "the number of problems");
        lastOffset = from.number(Long.MAX_VALUE);
        end = from.flag() ? Optional.of(RemarkForm.readProblem(from)) : Optional.empty();
        isUnreadable = from.flag();
        from.hold(!isUnreadable || end.isPresent(), "an end that is none");
    }
}
