package io.github.espial.diagnose;

import java.util.List;

/**
 * What was given for a case.
 *
 * @param captures in the order they were given
 * @param contexts words of machines
 * @param others files that are neither, and why: a line each
 * @param statements what the user stated, and what became of it
 * @param isRedacted whether addresses, MACs and names stand for others
 * @param called number of the case, or its name; empty where nobody told
 */
public record CaseInputs(
        List<CaseCapture> captures,
        List<CaseContext> contexts,
        List<String> others,
        List<Statement> statements,
        boolean isRedacted,
        String called) {
    public CaseInputs {
        captures = List.copyOf(captures);
        contexts = List.copyOf(contexts);
        others = List.copyOf(others);
        statements = List.copyOf(statements);
    }

    /** As it was given, with addresses of its own. */
    public CaseInputs(
            List<CaseCapture> captures, List<CaseContext> contexts, List<String> others, List<Statement> statements) {
        this(captures, contexts, others, statements, false, "");
    }

    /** Captures alone. */
    public static CaseInputs of(List<CaseCapture> captures) {
        return new CaseInputs(captures, List.of(), List.of(), List.of());
    }

    /** Digits of a second's fraction that tell times of the case apart. */
    public int timestampDigits() {
        return captures.stream().mapToInt(CaseCapture::timestampDigits).max().orElse(6);
    }
}
