package io.github.espial.report.text;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Verdict;
import io.github.espial.report.ReportWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The report for a terminal, in UTF-8: the verdict in the first line, then each finding with its evidence and remedy,
 * then what the captures hold. Its own words are ASCII; other characters come from captures and file names only.
 */
public final class TextReport implements ReportWriter {
    private final Palette palette;

    public TextReport(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        TextPage page = new TextPage(palette);
        verdict(page, report);
        FindingText findings = new FindingText(
                page,
                new CaptureNames(report.inputs().captures()),
                report.inputs().timestampDigits());
        for (Finding finding : report.findings()) {
            page.blank();
            findings.write(finding);
        }
        missing(page, report);
        AssociationTable.write(page, report.topology().associations());
        FlowTable.write(page, report.innerTraffic().flows());
        TunnelList.write(page, report.negotiations().tunnels());
        IkeList.write(page, report.negotiations().ikeSas());
        LookupTable.write(page, report.predictions());
        CaptureList.write(page, report.inputs().captures());
        ContextList.write(page, report);
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void verdict(TextPage page, CaseReport report) {
        Verdict verdict = report.verdict();
        String word = verdict.toString().toUpperCase(Locale.ROOT);
        page.labelled(
                0, Tone.of(verdict), word, word.length() + 2, report.judgment().sentence());
    }

    private static void missing(TextPage page, CaseReport report) {
        if (report.judgment().missing().isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, "What is missing");
        report.judgment().missing().forEach(sentence -> page.labelled(2, "-", 4, sentence));
    }
}
