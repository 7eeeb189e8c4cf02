package io.github.espial.report.text;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ChangeRow;
import io.github.espial.report.ComparisonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A comparison as lines for a terminal or a file, in UTF-8. */
public final class TextComparison implements ComparisonWriter {
    private static final int INDENT = 2;
    private static final int LIST_INDENT = 4;
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
        if (!comparison.missing().isEmpty()) {
            page.blank();
            page.line(0, Tone.HEADING, "What is missing");
            comparison.missing().forEach(sentence -> page.labelled(INDENT, "-", LIST_INDENT, sentence));
        }
        page.blank();
        page.line(0, Tone.HEADING, "Cases");
        captures(page, "before", comparison.before());
        captures(page, "after", comparison.after());
        out.write(page.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void peer(TextPage page, PeerChange peer) {
        page.blank();
        String name =
                peer.address() + peer.server().map(server -> " from " + server).orElse("") + ":";
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
        page.line(0, Tone.HEADING, "Findings");
        for (FindingChange finding : findings) {
            String fate = padded(finding.fate().toString(), SEVERITY - INDENT);
            page.labelled(
                    INDENT,
                    fate + finding.severity(),
                    TITLE,
                    finding.title() + " (espial explain " + finding.id() + ")");
        }
    }

    private static void captures(TextPage page, String label, CaseReport report) {
        String said = label;
        for (CaseCapture capture :
                report.inputs().captures().stream().limit(MOST).toList()) {
            long frames = capture.summary().frames();
            page.labelled(
                    INDENT,
                    said,
                    CAPTURE,
                    capture.summary().name() + ": " + frames + (frames == 1 ? " frame, " : " frames, ")
                            + report.verdict());
            said = "";
        }
        if (report.inputs().captures().isEmpty()) {
            page.labelled(INDENT, label, CAPTURE, "no capture");
        }
        more(page, report.inputs().captures().size(), "captures");
    }

    private static void more(TextPage page, int count, String what) {
        if (count > MOST) {
            page.line(INDENT, "and " + (count - MOST) + " more " + what + "; the JSON has all");
        }
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
