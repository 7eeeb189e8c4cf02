package io.github.espial.diagnose;

import java.util.List;

/**
 * What was given for a case.
 *
 * @param captures in the order they were given
 * @param contexts words of machines
 * @param others files that are neither, and why: a line each
 */
public record CaseInputs(List<CaseCapture> captures, List<CaseContext> contexts, List<String> others) {
    public CaseInputs {
        captures = List.copyOf(captures);
        contexts = List.copyOf(contexts);
        others = List.copyOf(others);
    }

    /** Digits of a second's fraction that tell times of the case apart. */
    public int timestampDigits() {
        return captures.stream().mapToInt(CaseCapture::timestampDigits).max().orElse(6);
    }
}
