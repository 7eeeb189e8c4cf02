package io.github.espial.compare;

import io.github.espial.diagnose.CaseReport;
import java.util.List;

/**
 * Two cases held against each other. Reports render it and compute nothing.
 *
 * @param outcome what became of the first one's fault
 * @param conclusion the same in a sentence or two, with the values that matter
 * @param missing what the cases do not show, and how to get it; one sentence each
 * @param before the first case
 * @param after the second case
 * @param peers by address, then by server
 * @param findings gone ones, then those that came, then those that stayed; each worst first
 */
public record Comparison(
        Outcome outcome,
        String conclusion,
        List<String> missing,
        CaseReport before,
        CaseReport after,
        List<PeerChange> peers,
        List<FindingChange> findings) {
    public Comparison {
        missing = List.copyOf(missing);
        peers = List.copyOf(peers);
        findings = List.copyOf(findings);
    }

    /** Holds {@code after} against {@code before}. */
    public static Comparison of(CaseReport before, CaseReport after) {
        return new CaseComparison(before, after).comparison();
    }
}
