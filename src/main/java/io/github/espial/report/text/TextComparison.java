package io.github.espial.report.text;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.words.ChangeRow;
import io.github.espial.report.words.ComparisonWords;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.Titles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A comparison as lines for a terminal or a file, in UTF-8. */
public final class TextComparison implements ComparisonWriter {
    private static final int INDENT = 2;
    /** Peers, and captures of a case, at the most; JSON has all. */
    private static final int MOST = 20;
    /** Where values stand beside {@code stayed}, and beside {@code warning} after it. */
    private static final int SEVERITY = 10;

    private static final int TITLE = 19;
    /** Where names of captures stand beside {@code before}. */
    private static final int CAPTURE = 10;

    private final Palette palette;

    public TextComparison(Palette palette) {
        this.palette = palette;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        TextPage page = new TextPage(palette);
        String word = comparison.outcome().toString().toUpperCase(Locale.ROOT);
        page.labelled(0, Tone.of(comparison.outcome()), word, word.length() + 2, comparison.conclusion());
        comparison.peers().stream().limit(MOST).forEach(peer -> peer(page, peer));
        more(page, comparison.peers().size(), "peers");
        findings(page, comparison.findings());
        TextReport.missing(page, comparison.missing());
        page.blank();
        page.line(0, Tone.HEADING, ComparisonWords.CASES);
        captures(page, ComparisonWords.BEFORE, comparison.before());
        captures(page, ComparisonWords.AFTER, comparison.after());
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void peer(TextPage page, PeerChange peer) {
        page.blank();
        String name = ComparisonWords.subject(peer) + ":";
        page.labelled(0, Tone.HEADING, name, name.length() + 1, peer.outcome().toString());
        List<ChangeRow> rows = ChangeRow.of(peer);
        int label = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        int before = rows.stream().mapToInt(row -> row.before().length()).max().orElse(0);
        row(page, ChangeRow.HEADING, label, before);
        rows.forEach(row -> row(page, row, label, before));
    }

    private static void row(TextPage page, ChangeRow row, int label, int before) {
        String line = padded(row.label(), label) + "  " + padded(row.before(), before) + "  " + row.after();
        page.line(INDENT, line.stripTrailing());
    }

    private static void findings(TextPage page, List<FindingChange> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, Titles.FINDINGS);
        for (FindingChange finding : findings) {
            String fate = padded(finding.fate().toString(), SEVERITY - INDENT);
            page.labelled(INDENT, fate + finding.severity(), TITLE, ComparisonWords.finding(finding));
        }
    }

    private static void captures(TextPage page, String label, CaseReport report) {
        String said = label;
        for (String capture : ComparisonWords.captures(report, MOST)) {
            page.labelled(INDENT, said, CAPTURE, capture);
            said = "";
        }
        more(page, report.inputs().captures().size(), "captures");
    }

    private static void more(TextPage page, int count, String what) {
        if (count > MOST) {
            page.line(INDENT, Numbers.rest(count, MOST, what));
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
