package io.github.espial.report.summary;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ChangeRow;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Typefaces;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The summary of a comparison, the same in a picture and in a PDF. */
public final class ComparisonSummary {
    private static final double BETWEEN = 10;
    private static final double INDENT = 14;
    /** Peers and findings that are shown: the text and the JSON hold all. */
    private static final int MOST = 50;

    private ComparisonSummary() {}

    /** The comparison in a few words, for titles. */
    public static String title(Comparison comparison) {
        return "Espial: " + comparison.outcome() + " · " + captures(comparison.before()) + " and then "
                + captures(comparison.after());
    }

    /**
     * All of the summary, top to bottom.
     *
     * @param tool name and version of the program
     */
    public static List<Block> blocks(Comparison comparison, String tool, Typefaces fonts) {
        Styles styles = Styles.of(fonts);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Banner.of(comparison.outcome(), comparison.conclusion(), fonts));
        blocks.add(Block.gap(BETWEEN));
        addCase(blocks, styles, "Before", comparison.before());
        addCase(blocks, styles, "After", comparison.after());
        blocks.add(styles.labelled("Compared by", tool, styles.body()));
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(comparison.peers().isEmpty() ? "Peers: none" : "Peers, and networks behind them"));
        // Of a single peer the conclusion says the same.
        boolean isSingle = comparison.peers().size() == 1;
        comparison.peers().stream().limit(MOST).forEach(peer -> addPeer(blocks, styles, peer, !isSingle));
        addMore(blocks, styles, comparison.peers().size(), "peers");
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(
                comparison.findings().isEmpty() ? "Findings: none, before and after" : "Findings that came and went"));
        comparison.findings().stream().limit(MOST).forEach(finding -> addFinding(blocks, styles, finding));
        addMore(blocks, styles, comparison.findings().size(), "findings");
        Summary.addMissing(blocks, styles, comparison.missing());
        return List.copyOf(blocks);
    }

    private static void addCase(List<Block> blocks, Styles styles, String label, CaseReport report) {
        blocks.add(styles.labelled(label, captures(report), styles.strong()));
        blocks.add(Paragraph.of(report.verdict() + ": " + report.judgment().sentence(), styles.body())
                .indented(Styles.LABEL_ROOM));
    }

    private static void addPeer(List<Block> blocks, Styles styles, PeerChange peer, boolean inWords) {
        String name =
                peer.address() + peer.server().map(server -> " from " + server).orElse("");
        blocks.add(Summary.keptGap());
        blocks.add(Paragraph.of(name + ": " + peer.outcome(), styles.subtitle())
                .led(Banner.mark(peer.outcome()).beside(styles.subtitle(), Banner.colour(peer.outcome())), INDENT)
                .keptWithNext());
        if (inWords) {
            blocks.add(Paragraph.of(peer.text(), styles.body()).indented(INDENT).keptWithNext());
        }
        blocks.add(Summary.keptGap());
        blocks.add(new ChangeTable(ChangeRow.of(peer), styles));
        blocks.add(Block.gap(BETWEEN));
    }

    private static void addFinding(List<Block> blocks, Styles styles, FindingChange finding) {
        blocks.add(Summary.keptGap());
        boolean isGone = finding.fate() == FindingChange.Fate.GONE;
        Mark mark = isGone ? Mark.CHECK : FindingText.mark(finding.severity());
        Color colour = isGone ? Palette.PROPER : FindingText.colour(finding.severity());
        blocks.add(
                Paragraph.of(finding.fate() + ": " + finding.title() + " (" + finding.severity() + ")", styles.body())
                        .led(mark.beside(styles.body(), colour), INDENT)
                        .keptWithNext());
        blocks.add(
                Paragraph.of("espial explain " + finding.id(), styles.faint()).indented(INDENT));
    }

    private static void addMore(List<Block> blocks, Styles styles, int count, String what) {
        if (count > MOST) {
            blocks.add(Paragraph.of((count - MOST) + " more " + what + " are in the JSON.", styles.body()));
        }
    }

    private static String captures(CaseReport report) {
        if (report.inputs().captures().isEmpty()) {
            return "no capture";
        }
        int more = report.inputs().captures().size() - 1;
        return report.inputs().captures().get(0).summary().name() + (more > 0 ? " and " + more + " more" : "");
    }
}
