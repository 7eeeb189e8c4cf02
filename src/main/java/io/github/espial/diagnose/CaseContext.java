package io.github.espial.diagnose;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file with words of the machine, as a report shows it: never a key.
 *
 * @param name as the user knows it
 * @param outputs what was recognised in it, in its order
 * @param problems what is wrong with it, one line each; empty where all is well
 */
public record CaseContext(String name, List<Output> outputs, List<String> problems) {
    /** Ranges of lines that are told one by one. */
    private static final int MOST_RANGES = 8;

    public CaseContext {
        outputs = List.copyOf(outputs);
        problems = List.copyOf(problems);
    }

    /** What is shown of {@code file}; {@code remarks} are what does not fit with the rest of the case. */
    static CaseContext of(ContextFile file, List<String> remarks) {
        List<Output> outputs = file.outputs().stream()
                .map(output -> new Output(
                        output.kind(),
                        output.platform(),
                        output.lines().first(),
                        output.lines().last()))
                .toList();
        Stream<String> problems = file.problems().stream()
                .map(problem -> (problem.line() == 0 ? "" : "line " + problem.line() + ": ") + problem.text());
        List<String> all =
                new ArrayList<>(Stream.concat(problems, remarks.stream()).toList());
        unread(file).ifPresent(all::add);
        return new CaseContext(file.name(), outputs, all);
    }

    /** Lines of no output, by range; logs are searched for keys, and most of their lines are of other things. */
    private static Optional<String> unread(ContextFile file) {
        boolean isLog = file.outputs().stream().anyMatch(output -> output.kind().contains("log"));
        List<ContextFile.LineRange> ranges = file.unread();
        if (isLog || ranges.isEmpty()) {
            return Optional.empty();
        }
        String named = ranges.stream()
                .limit(MOST_RANGES)
                .map(range -> range.first() == range.last()
                        ? Integer.toString(range.first())
                        : range.first() + " to " + range.last())
                .collect(Collectors.joining(", "));
        String more = ranges.size() > MOST_RANGES ? " and more" : "";
        boolean isOne =
                ranges.size() == 1 && ranges.get(0).first() == ranges.get(0).last();
        return Optional.of("not read: " + (isOne ? "line " : "lines ") + named + more);
    }

    /**
     * A part of the file.
     *
     * @param kind what printed it, such as {@code ip route}
     * @param platform what kind of machine prints such an output
     * @param firstLine from 1
     * @param lastLine not before {@code firstLine}
     */
    public record Output(String kind, Platform platform, int firstLine, int lastLine) {}
}
