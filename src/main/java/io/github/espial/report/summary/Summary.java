package io.github.espial.report.summary;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingGroup;
import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.diagnose.explain.Heading;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.CaptureNames;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.Numbers;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.Titles;
import java.util.ArrayList;
import java.util.List;

/** The summary of a case, the same in a picture and in a PDF. */
public final class Summary {
    private static final double BETWEEN = 10;
    private static final double AFTER_TITLE = 3;
    private static final double INDENT = 14;
    /** Findings that are told in full: a summary is to be read, and the other reports hold all. */
    private static final int TOLD = 50;
    /** Findings that a card names. */
    private static final int LISTED = 12;

    private Summary() {}

    /** The case in a few words, for titles. */
    public static String title(CaseReport report) {
        return Titles.of(report);
    }

    /**
     * All of the summary, top to bottom.
     *
     * @param tool name and version of the program
     */
    public static List<Block> blocks(CaseReport report, String tool, Typefaces fonts) {
        Styles styles = Styles.of(fonts);
        List<Block> blocks = new ArrayList<>(answer(report, tool, styles, fonts));
        addProof(blocks, styles, report);
        addFindings(blocks, styles, report);
        addMissing(
                blocks,
                styles,
                AnswerWords.toHandOn(report).untold(report.judgment().missing()));
        return List.copyOf(blocks);
    }

    /** One card: the answer with its drawings, and a line for each finding. */
    public static List<Block> card(CaseReport report, String tool, Typefaces fonts) {
        Styles styles = Styles.of(fonts);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Paragraph.of(Titles.name(report), styles.body()));
        blocks.add(keptGap());
        blocks.addAll(answer(report, tool, styles, fonts));
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(report.findings().isEmpty() ? Titles.NO_FINDINGS : Titles.FINDINGS));
        List<FindingGroup> groups = report.groups();
        CaptureNames captures = new CaptureNames(report.inputs().captures());
        for (FindingGroup group : groups.subList(0, Math.min(LISTED, groups.size()))) {
            GroupWords words = GroupWords.of(group, captures, report.inputs().timestampDigits());
            blocks.add(keptGap());
            blocks.add(FindingBlocks.title(words.words(), styles));
        }
        if (groups.size() > LISTED) {
            blocks.add(Paragraph.of(Numbers.rest(groups.size(), LISTED, "findings"), styles.body()));
        }
        return List.copyOf(blocks);
    }

    /** The first page: how it stands, the network, what to do, what was read, and the charts. */
    private static List<Block> answer(CaseReport report, String tool, Styles styles, Typefaces fonts) {
        AnswerWords answer = AnswerWords.toHandOn(report);
        List<Figure> figures = Figures.of(report, fonts);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Banner.of(report.verdict(), answer.why(), fonts));
        addSection(blocks, styles, figures.get(0));
        blocks.add(Block.gap(BETWEEN));
        blocks.addAll(AnswerBlocks.of(answer, styles));
        blocks.add(Block.gap(BETWEEN));
        blocks.addAll(CaptureLines.of(report, tool, styles));
        figures.subList(1, figures.size()).forEach(figure -> addSection(blocks, styles, figure));
        return blocks;
    }

    /** What the findings of a case mean, each kind once, for readers without the program; nothing where there are none. */
    public static List<Block> meanings(CaseReport report, Typefaces fonts) {
        Styles styles = Styles.of(fonts);
        List<String> ids =
                report.findings().stream().map(Finding::id).distinct().toList();
        List<Block> blocks = new ArrayList<>();
        if (!ids.isEmpty()) {
            blocks.add(Block.gap(BETWEEN));
            blocks.add(styles.section(Titles.MEANINGS));
        }
        for (String id : ids) {
            blocks.add(keptGap());
            blocks.add(Paragraph.of(id, styles.subtitle()).keptWithNext());
            blocks.addAll(new ExplanationBlocks(styles).of(Explanation.of(id).part(Heading.MEANING)));
        }
        return List.copyOf(blocks);
    }

    private static void addSection(List<Block> blocks, Styles styles, Figure figure) {
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(figure.title()));
        blocks.add(keptGap());
        blocks.add(figure.content());
    }

    /** What shows that all goes right, where the verdict says so. */
    private static void addProof(List<Block> blocks, Styles styles, CaseReport report) {
        for (ProvenWords way : ProvenWords.of(report)) {
            blocks.add(Block.gap(BETWEEN));
            blocks.addAll(FindingBlocks.of(way, styles));
        }
        String rest = ProvenWords.rest(report);
        if (!rest.isEmpty()) {
            blocks.add(Paragraph.of(rest, styles.faint()));
        }
    }

    private static void addFindings(List<Block> blocks, Styles styles, CaseReport report) {
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(report.findings().isEmpty() ? Titles.NO_FINDINGS : Titles.FINDINGS));
        CaptureNames captures = new CaptureNames(report.inputs().captures());
        int digits = report.inputs().timestampDigits();
        List<FindingGroup> groups = report.groups();
        for (FindingGroup group : groups.subList(0, Math.min(TOLD, groups.size()))) {
            blocks.add(keptGap());
            blocks.addAll(FindingBlocks.of(GroupWords.of(group, captures, digits), styles));
            blocks.add(Block.gap(BETWEEN));
        }
        if (groups.size() > TOLD) {
            blocks.add(Paragraph.of(Numbers.rest(groups.size(), TOLD, "findings"), styles.body()));
        }
    }

    /** The section that says what is missing, if anything is. */
    static void addMissing(List<Block> blocks, Styles styles, List<String> missing) {
        if (missing.isEmpty()) {
            return;
        }
        blocks.add(Block.gap(BETWEEN));
        blocks.add(styles.section(Titles.MISSING));
        for (String line : missing) {
            blocks.add(keptGap());
            blocks.add(
                    Paragraph.of(line, styles.body()).led(Mark.QUESTION.beside(styles.body(), Palette.DOUBT), INDENT));
        }
    }

    /** Room between a title and what it is the title of. */
    static Block keptGap() {
        return width -> List.of(Strip.gap(AFTER_TITLE).kept());
    }
}
