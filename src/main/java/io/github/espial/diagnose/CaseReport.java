package io.github.espial.diagnose;

import io.github.espial.infer.Topology;
import io.github.espial.predict.Predictions;
import java.util.List;

/**
 * All that is to be said of a case. Reports render it and compute nothing.
 *
 * @param judgment the verdict, and what it lacks
 * @param inputs what was given
 * @param topology who is who
 * @param findings worst first
 * @param innerTraffic what the SAs carried
 * @param negotiations what the ends agreed on
 * @param predictions what the machine's own table says of each inner network
 */
public record CaseReport(
        Judgment judgment,
        CaseInputs inputs,
        Topology topology,
        List<Finding> findings,
        InnerTraffic innerTraffic,
        Negotiations negotiations,
        Predictions predictions) {
    public CaseReport {
        findings = List.copyOf(findings);
    }

    /** A report on a case of whose inner packets and IKE nothing is known. */
    public CaseReport(Judgment judgment, List<CaseCapture> captures, Topology topology, List<Finding> findings) {
        this(
                judgment,
                CaseInputs.of(captures),
                topology,
                findings,
                InnerTraffic.UNKNOWN,
                Negotiations.UNKNOWN,
                Predictions.NONE);
    }

    /** The same, beside files that were given with the others, and from which nothing is read. */
    public CaseReport beside(List<String> otherFiles) {
        return of(new CaseInputs(
                inputs.captures(),
                inputs.contexts(),
                otherFiles,
                inputs.statements(),
                inputs.isRedacted(),
                inputs.called()));
    }

    /** The same of a case whose addresses, MACs and names stand for others. */
    public CaseReport redacted() {
        return of(new CaseInputs(
                inputs.captures(), inputs.contexts(), inputs.others(), inputs.statements(), true, inputs.called()));
    }

    /** The same of a case that its owner calls so, by a number or a name. */
    public CaseReport called(String name) {
        return of(new CaseInputs(
                inputs.captures(), inputs.contexts(), inputs.others(), inputs.statements(), inputs.isRedacted(), name));
    }

    private CaseReport of(CaseInputs all) {
        return new CaseReport(judgment, all, topology, findings, innerTraffic, negotiations, predictions);
    }

    /** The findings, those of one cause together. */
    public List<FindingGroup> groups() {
        return FindingGroup.of(findings);
    }

    /** What the captures showed. */
    public Verdict verdict() {
        return judgment.verdict();
    }

    /** Whether any finding says that traffic goes where it must not. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
