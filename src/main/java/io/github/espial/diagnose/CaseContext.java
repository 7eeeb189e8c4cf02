package io.github.espial.diagnose;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file with words of the machine, as a report shows it: never a key.
 *
 * @param name as the user knows it
 * @param outputs what was recognised in it, in its order
 * @param problems what is wrong with it, one line each; empty where all is well
 */
public record CaseContext(String name, List<Output> outputs, List<String> problems) {
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
        return new CaseContext(
                file.name(), outputs, Stream.concat(problems, remarks.stream()).toList());
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
