package io.github.espial.report.csv;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.net.IpAddress;
import io.github.espial.report.ComparisonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A row for each peer, with what became of its ESP, and one for each finding, with what became of that. */
public final class CsvComparison implements ComparisonWriter {
    private static final List<String> COLUMNS =
            List.of("outcome", "kind", "peer", "server", "change", "finding", "severity", "text");

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        String outcome = comparison.outcome().toString();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(outcome, "case", "", "", outcome, "", "", comparison.conclusion()));
        for (PeerChange peer : comparison.peers()) {
            rows.add(List.of(
                    outcome,
                    "peer",
                    peer.address().toString(),
                    text(peer.server()),
                    peer.outcome().toString(),
                    "",
                    "",
                    peer.text()));
        }
        for (FindingChange finding : comparison.findings()) {
            rows.add(List.of(
                    outcome,
                    "finding",
                    text(finding.peer()),
                    "",
                    finding.fate().toString(),
                    finding.id(),
                    finding.severity().toString(),
                    finding.title()));
        }
        CsvRows.write(COLUMNS, rows, out);
    }

    private static String text(Optional<IpAddress> address) {
        return address.map(IpAddress::toString).orElse("");
    }
}
