package io.github.espial.compare;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which findings came, went and stayed: told apart by id and peer, as times, counts and SPIs differ in any case. */
final class FindingComparison {
    private FindingComparison() {}

    static List<FindingChange> changes(CaseReport before, CaseReport after) {
        Map<Kind, Finding> were = worst(before.findings());
        Map<Kind, Finding> are = worst(after.findings());
        Showable later = new Showable(after);
        List<FindingChange> changes = new ArrayList<>();
        were.forEach((subject, finding) -> {
            if (!are.containsKey(subject)) {
                boolean isGone = later.couldShow(finding);
                changes.add(change(isGone ? FindingChange.Fate.GONE : FindingChange.Fate.UNTOLD, finding));
            }
        });
        are.forEach((subject, finding) -> changes.add(
                change(were.containsKey(subject) ? FindingChange.Fate.STAYED : FindingChange.Fate.CAME, finding)));
        changes.sort(Comparator.comparing(FindingChange::fate).thenComparing(FindingChange::severity));
        return changes;
    }

    /** The worst finding of each subject; findings come worst first. */
    private static Map<Kind, Finding> worst(List<Finding> findings) {
        Map<Kind, Finding> worst = new LinkedHashMap<>();
        findings.forEach(finding ->
                worst.putIfAbsent(new Kind(finding.id(), finding.subject().peer()), finding));
        return worst;
    }

    private static FindingChange change(FindingChange.Fate fate, Finding finding) {
        return new FindingChange(fate, finding.id(), finding.subject().peer(), finding.severity(), finding.title());
    }

    private record Kind(String id, Optional<IpAddress> peer) {}
}
