package io.github.espial.diagnose;

import java.util.List;

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

    /**
     * A part of the file.
     *
     * @param kind what printed it, such as {@code ip route}
     * @param platform what kind of machine prints such an output, in lower case; {@code any} for keys
     * @param firstLine from 1
     * @param lastLine not before {@code firstLine}
     */
    public record Output(String kind, String platform, int firstLine, int lastLine) {}
}
