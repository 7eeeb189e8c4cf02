package io.github.espial.capture;

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

    /** Notes a problem that reading goes on after. */
    public void note(long offset, OptionalLong frame, String text) {
        if (kept.size() < MAX_KEPT) {
            kept.add(new CaptureProblem(offset, frame, text));
        } else {
            others++;
            lastOffset = offset;
        }
    }

    /** Notes a problem that reading cannot go on after. */
    public void noteEnd(long offset, OptionalLong frame, String text) {
        end = Optional.of(new CaptureProblem(offset, frame, text));
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
                note(problem.offset(), shifted(problem.frame(), numbers), problem.text());
            }
        }
        if (next.others > 0) {
            others += next.others;
            lastOffset = next.lastOffset;
        }
        next.end.ifPresent(problem -> noteEnd(problem.offset(), shifted(problem.frame(), numbers), problem.text()));
    }

    /** Whether there were more problems than are kept. */
    boolean isFull() {
        return others > 0;
    }

    private static OptionalLong shifted(OptionalLong frame, long numbers) {
        return frame.isPresent() ? OptionalLong.of(frame.getAsLong() + numbers) : frame;
    }

    /** What ended the reading before the end of the file. */
    public Optional<CaptureProblem> end() {
        return end;
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
}
