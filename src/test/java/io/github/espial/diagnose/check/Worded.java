package io.github.espial.diagnose.check;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.SaKeyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.correlate.KeysAndPolicies;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.infer.Statements;
import io.github.espial.routing.Tables;
import io.github.espial.scan.CaseScan;
import java.util.ArrayList;
import java.util.List;

/** Cases of words alone. */
final class Worded {
    private Worded() {}

    /** The report on files that hold {@code texts}, with all checks. */
    static CaseReport report(String... texts) {
        List<ContextFile> words = Tables.files(texts);
        List<PolicyEntry> policies = new ArrayList<>();
        List<SaKeyEntry> keys = new ArrayList<>();
        for (ContextFile file : words) {
            policies.addAll(file.entries().policies());
            keys.addAll(file.entries().keys());
        }
        return Diagnosis.of(
                CaseScan.empty(),
                TunnelContents.stated(new KeysAndPolicies(keys, policies)),
                words,
                Statements.NONE,
                Checks.all());
    }

    /** Ids of its findings. */
    static List<String> ids(CaseReport report) {
        return report.findings().stream().map(finding -> finding.id()).toList();
    }
}
