package io.github.espial.report.text;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.words.ChangeRow;
import io.github.espial.report.words.ComparisonWords;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.Titles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    private final Translation translation;

    public TextComparison(Palette palette) {
        this(palette, Translation.NONE);
    }

    /** The same in another language. */
    public TextComparison(Palette palette, Translation translation) {
        this.palette = palette;
        this.translation = translation;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        TextPage page = new TextPage(palette, translation);
        String word = comparison.outcome().toString().toUpperCase(Locale.ROOT);
        page.labelled(0, Tone.of(comparison.outcome()), word, page.said(word).length() + 2, comparison.conclusion());
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
        page.labelled(
                0,
                Tone.HEADING,
                name,
                page.said(name).length() + 1,
                peer.outcome().toString());
        List<ChangeRow> rows = new ArrayList<>();
        rows.add(said(page, ChangeRow.HEADING));
        ChangeRow.of(peer).forEach(row -> rows.add(said(page, row)));
        int label = rows.stream().mapToInt(row -> row.label().length()).max().orElse(0);
        int before = rows.stream().mapToInt(row -> row.before().length()).max().orElse(0);
        rows.forEach(row -> row(page, row, label, before));
    }

    private static ChangeRow said(TextPage page, ChangeRow row) {
        return new ChangeRow(page.said(row.label()), page.said(row.before()), page.said(row.after()));
    }

    private static void row(TextPage page, ChangeRow row, int label, int before) {
        String line = padded(row.label(), label) + "  " + padded(row.before(), before) + "  " + row.after();
        page.asIs(INDENT, line.stripTrailing());
    }

    private static void findings(TextPage page, List<FindingChange> findings) {
        if (findings.isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, Titles.FINDINGS);
        for (FindingChange finding : findings) {
            String fate = padded(page.said(finding.fate().toString()), SEVERITY - INDENT);
            String severity = page.said(finding.severity().toString());
            page.labelledAsIs(INDENT, fate + severity, TITLE, ComparisonWords.finding(finding));
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
