package io.github.espial.context.file;

import io.github.espial.context.ContextEntries;
import io.github.espial.context.ContextProblem;
import io.github.espial.context.HostName;
import io.github.espial.context.Platform;
import io.github.espial.context.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one file states of a machine.
 *
 * @param name as messages call it
 * @param outputs what was recognised, in the order of the file; empty if nothing was
 * @param hostNames what the machine calls itself in outputs and prompts, each name once
 * @param unrecognised lines that mean nothing to any parser, blank ones left out, as ranges; the first ones only
 * @param unread those of them at which nobody only typed a command
 * @param entries what was recognised
 * @param problems what is wrong with what was recognised, and what is worth knowing of the file
 */
public record ContextFile(
        String name,
        List<Output> outputs,
        List<HostName> hostNames,
        List<LineRange> unrecognised,
        List<LineRange> unread,
        ContextEntries entries,
        List<ContextProblem> problems) {

    /** The same with one more problem. */
    ContextFile with(ContextProblem problem) {
        List<ContextProblem> all = new ArrayList<>(problems);
        all.add(problem);
        return new ContextFile(name, outputs, hostNames, unrecognised, unread, entries, List.copyOf(all));
    }

    /** Whether any of it was recognised. */
    public boolean isRecognised() {
        return !outputs.isEmpty();
    }

    /**
     * What kind of machine printed the line that an entry begins at: the far end's words may be in the same file.
     *
     * @return empty for a line of no output, and beyond the outputs that are told apart
     */
    public Optional<Platform> platformOf(int line) {
        int low = 0;
        int high = outputs.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            LineRange lines = outputs.get(middle).lines();
            if (line < lines.first()) {
                high = middle - 1;
            } else if (line > lines.last()) {
                low = middle + 1;
            } else {
                return Optional.of(outputs.get(middle).platform());
            }
        }
        return Optional.empty();
    }

    /**
     * A part of the file.
     *
     * @param kind as messages call it, such as {@code ip route}
     */
    public record Output(String kind, Platform platform, Program program, LineRange lines) {
        /** The same, longer. */
        Output to(int lastLine) {
            return new Output(kind, platform, program, new LineRange(lines.first(), lastLine));
        }
    }

    /**
     * Lines, counted from 1.
     *
     * @param last not before {@code first}
     */
    public record LineRange(int first, int last) {}
}
