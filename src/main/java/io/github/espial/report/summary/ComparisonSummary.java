package io.github.espial.report.summary;

import io.github.espial.compare.Comparison;
import io.github.espial.compare.FindingChange;
import io.github.espial.compare.PeerChange;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Painter;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.ChangeRow;
import io.github.espial.report.words.ComparisonWords;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.Titles;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** The summary of a comparison, the same in a picture and in a PDF. */
public final class ComparisonSummary {
    private static final double BETWEEN = 10;
    private static final double INDENT = 14;
    /** Peers and findings that are shown: the text and the JSON hold all. */
    private static final int MOST = 50;

    private static final int MOST_CAPTURES = 6;

    /** Where a severity and a title stand beside what became of a finding. */
    private static final double SEVERITY = 52;

    private static final double FINDING = 98;

    private ComparisonSummary() {}

    /** The comparison in a few words, for titles. */
    public static String title(Comparison comparison) {
        return ComparisonWords.title(comparison);
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
        addCase(blocks, styles, ComparisonWords.BEFORE, comparison.before());
        addCase(blocks, styles, ComparisonWords.AFTER, comparison.after());
        blocks.add(styles.labelled(Titles.COMPARED_BY, tool, styles.body()));
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(comparison.peers().isEmpty() ? ComparisonWords.NO_PEERS : ComparisonWords.PEERS));
        // Of a single peer the conclusion says the same.
        boolean isSingle = comparison.peers().size() == 1;
        comparison.peers().stream().limit(MOST).forEach(peer -> addPeer(blocks, styles, peer, !isSingle));
        addMore(blocks, styles, comparison.peers().size(), MOST, "peers");
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(comparison.findings().isEmpty() ? Titles.NO_FINDINGS : Titles.FINDINGS));
        comparison.findings().stream().limit(MOST).forEach(finding -> addFinding(blocks, styles, finding));
        addMore(blocks, styles, comparison.findings().size(), MOST, "findings");
        Summary.addMissing(blocks, styles, comparison.missing());
        return List.copyOf(blocks);
    }

    private static void addCase(List<Block> blocks, Styles styles, String label, CaseReport report) {
        String said = label;
        for (String capture : ComparisonWords.captures(report, MOST_CAPTURES)) {
            blocks.add(styles.labelled(said, capture, styles.strong()));
            said = "";
        }
        addMore(blocks, styles, report.inputs().captures().size(), MOST_CAPTURES, "captures");
        blocks.add(Paragraph.of(report.judgment().sentence(), styles.body()).indented(Styles.LABEL_ROOM));
    }

    private static void addPeer(List<Block> blocks, Styles styles, PeerChange peer, boolean inWords) {
        blocks.add(Summary.keptGap());
        blocks.add(Paragraph.of(ComparisonWords.subject(peer) + ": " + peer.outcome(), styles.subtitle())
                .led(Banner.mark(peer.outcome()).beside(styles.subtitle(), Banner.color(peer.outcome())), INDENT)
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
        Mark mark = isGone ? Mark.CHECK : FindingBlocks.mark(finding.severity());
        Color color = isGone ? Palette.PROPER : FindingBlocks.color(finding.severity());
        Painter sign = mark.beside(styles.body(), color);
        blocks.add(Paragraph.of(ComparisonWords.finding(finding), styles.body())
                .led(
                        g -> {
                            sign.draw(g);
                            styles.body().draw(g, finding.fate().toString(), INDENT, 0);
                            styles.body().draw(g, finding.severity().toString(), SEVERITY, 0);
                        },
                        FINDING));
    }

    private static void addMore(List<Block> blocks, Styles styles, int count, int shown, String what) {
        if (count > shown) {
            blocks.add(Paragraph.of(Numbers.rest(count, shown, what), styles.body()));
        }
    }
}
