package io.github.espial.diagnose;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.OpenedSa;
import io.github.espial.infer.Topology;
import java.util.List;

/**
 * All that is to be said of a case. Reports render it and compute nothing.
 *
 * @param verdict what the captures showed
 * @param conclusion the verdict in a sentence or two, with the values that matter
 * @param missing what the captures do not show that a verdict needs, and how to get it; one sentence each
 * @param captures in the order they were given
 * @param topology who is who
 * @param findings worst first
 * @param opened SAs that could be looked into
 * @param flows what they carried: misrouted ones first, then those with more frames
 */
public record CaseReport(
        Verdict verdict,
        String conclusion,
        List<String> missing,
        List<CaseCapture> captures,
        Topology topology,
        List<Finding> findings,
        List<OpenedSa> opened,
        List<Flow> flows) {
    public CaseReport {
        missing = List.copyOf(missing);
        captures = List.copyOf(captures);
        findings = List.copyOf(findings);
        opened = List.copyOf(opened);
        flows = List.copyOf(flows);
    }

    /** A report on a case of whose inner packets nothing is known. */
    public CaseReport(
            Verdict verdict,
            String conclusion,
            List<String> missing,
            List<CaseCapture> captures,
            Topology topology,
            List<Finding> findings) {
        this(verdict, conclusion, missing, captures, topology, findings, List.of(), List.of());
    }

    /** Whether any finding says that traffic goes where it must not. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Digits of a second's fraction that tell times of the case apart. */
    public int timestampDigits() {
        return captures.stream().mapToInt(CaseCapture::timestampDigits).max().orElse(6);
    }
}
