package io.github.espial.diagnose;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.OpenedSa;
import io.github.espial.ike.IkeSa;
import io.github.espial.infer.Topology;
import io.github.espial.l2tp.L2tpTunnel;
import io.github.espial.predict.Predictions;
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
 * @param tunnels L2TP tunnels, in order of their first packet
 * @param ikeSas who negotiated what, in order of time
 * @param predictions what the machine's own table says of each inner network
 * @param unopened SAs that could not be looked into though a key was given, and why; one sentence each
 * @param contexts words of the machine that were given
 * @param others files that were given and are neither captures nor words of a machine, and why: a line each
 */
public record CaseReport(
        Verdict verdict,
        String conclusion,
        List<String> missing,
        List<CaseCapture> captures,
        Topology topology,
        List<Finding> findings,
        List<OpenedSa> opened,
        List<Flow> flows,
        List<L2tpTunnel> tunnels,
        List<IkeSa> ikeSas,
        Predictions predictions,
        List<String> unopened,
        List<CaseContext> contexts,
        List<String> others) {
    public CaseReport {
        missing = List.copyOf(missing);
        captures = List.copyOf(captures);
        findings = List.copyOf(findings);
        opened = List.copyOf(opened);
        flows = List.copyOf(flows);
        tunnels = List.copyOf(tunnels);
        ikeSas = List.copyOf(ikeSas);
        unopened = List.copyOf(unopened);
        contexts = List.copyOf(contexts);
        others = List.copyOf(others);
    }

    /** A report on a case of whose inner packets and IKE nothing is known. */
    public CaseReport(
            Verdict verdict,
            String conclusion,
            List<String> missing,
            List<CaseCapture> captures,
            Topology topology,
            List<Finding> findings) {
        this(
                verdict,
                conclusion,
                missing,
                captures,
                topology,
                findings,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Predictions.NONE,
                List.of(),
                List.of(),
                List.of());
    }

    /** The same, beside files that were given with the others, and from which nothing is read. */
    public CaseReport beside(List<String> otherFiles) {
        return new CaseReport(
                verdict,
                conclusion,
                missing,
                captures,
                topology,
                findings,
                opened,
                flows,
                tunnels,
                ikeSas,
                predictions,
                unopened,
                contexts,
                otherFiles);
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
