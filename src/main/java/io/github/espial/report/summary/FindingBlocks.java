package io.github.espial.report.summary;

import io.github.espial.diagnose.Severity;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.words.Fact;
import io.github.espial.report.words.FindingWords;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.ProofWords;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.RemedyWords;
import io.github.espial.report.words.Table;
import io.github.espial.report.words.Titles;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** One finding: what it is, where traffic went and should have gone, what proves it, what mends it. */
final class FindingBlocks {
    private static final double INDENT = 14;
    private static final double WEIGHT = 84;
    private static final double BULLET = 10;
    private static final double PLATFORM = 48;

    private final Styles styles;
    private final List<Block> blocks = new ArrayList<>();

    private FindingBlocks(Styles styles) {
        this.styles = styles;
    }

    static List<Block> of(GroupWords group, Styles styles) {
        FindingBlocks all = new FindingBlocks(styles);
        all.add(group.words(), group.peers());
        return List.copyOf(all.blocks);
    }

    /** What shows that a way is proper, laid out as what shows that one is not. */
    static List<Block> of(ProvenWords way, Styles styles) {
        FindingBlocks all = new FindingBlocks(styles);
        all.blocks.add(Paragraph.of(way.title(), styles.subtitle())
                .led(Mark.CHECK.beside(styles.subtitle(), Palette.PROPER), INDENT)
                .keptWithNext());
        all.addFacts(way.facts());
        all.addTitle(Titles.WEIGHED_EVIDENCE);
        way.evidence().forEach(proof -> all.addProof(proof, WEIGHT));
        return List.copyOf(all.blocks);
    }

    /** How bad, and what. */
    static Paragraph title(FindingWords finding, Styles styles) {
        Color color = color(finding.severity());
        return Paragraph.of(finding.heading(), styles.subtitle())
                .led(mark(finding.severity()).beside(styles.subtitle(), color), INDENT);
    }

    private void add(FindingWords finding, Table peers) {
        blocks.add(title(finding, styles).keptWithNext());
        blocks.add(Paragraph.of(finding.text(), styles.body()).indented(INDENT));
        blocks.add(Block.gap(2));
        addFacts(finding.facts());
        if (!peers.rows().isEmpty()) {
            addPeers(peers);
        }
        addTitle(finding.evidenceTitle());
        double room = finding.isWeighed() ? WEIGHT : BULLET;
        finding.evidence().forEach(proof -> addProof(proof, room));
        if (!finding.remedies().isEmpty()) {
            addTitle(Titles.REMEDY);
            finding.remedies().forEach(this::addRemedy);
        }
        blocks.add(Block.gap(3));
        blocks.add(Paragraph.of(finding.more(), styles.faint()).indented(INDENT));
    }

    private void addFacts(List<Fact> facts) {
        for (Fact fact : facts) {
            TextStyle style = fact.kind() == Fact.Kind.PLAIN ? styles.body() : styles.codeWithWords();
            blocks.add(styles.labelled(fact.label(), fact.value(), style).shifted(INDENT));
        }
    }

    private void addTitle(String title) {
        blocks.add(Block.gap(3));
        blocks.add(Paragraph.of(title, styles.strong()).indented(INDENT).keptWithNext());
    }

    private void addPeers(Table peers) {
        addTitle(peers.title());
        blocks.add(new TableBlock(peers, styles.faint(), styles.faint().colored(Palette.INK)));
        for (String below : List.of(peers.rest(), peers.note())) {
            if (!below.isEmpty()) {
                blocks.add(Paragraph.of(below, styles.faint()).indented(INDENT));
            }
        }
    }

    private void addProof(ProofWords proof, double room) {
        String label = proof.weight().isEmpty() ? "•" : proof.weight();
        addLed(label, proof.text(), room);
        if (!proof.displayFilter().isEmpty()) {
            addCode(proof.displayFilter(), BULLET);
        }
    }

    private void addRemedy(RemedyWords remedy) {
        addLed(remedy.platform(), remedy.text(), PLATFORM);
        remedy.commands().forEach(command -> addCode(command, PLATFORM));
        if (!remedy.undo().isEmpty()) {
            blocks.add(Paragraph.of(Titles.UNDO, styles.body())
                    .indented(INDENT + PLATFORM)
                    .keptWithNext());
            remedy.undo().forEach(command -> addCode(command, PLATFORM));
        }
    }

    /** A text with what it is told by to its left. */
    private void addLed(String label, String text, double room) {
        blocks.add(Paragraph.of(text, styles.body())
                .led(g -> styles.body().draw(g, label, 1, 0), room)
                .shifted(INDENT));
    }

    private void addCode(String text, double room) {
        blocks.add(Paragraph.of(text, styles.code()).on(Palette.GROUND).indented(INDENT + room));
        blocks.add(Block.gap(2));
    }

    static Mark mark(Severity severity) {
        return switch (severity) {
            case ERROR -> Mark.ALERT;
            case WARNING -> Mark.CAUTION;
            case INFO -> Mark.NOTE;
        };
    }

    static Color color(Severity severity) {
        return switch (severity) {
            case ERROR -> Palette.WRONG;
            case WARNING -> Palette.DOUBT;
            case INFO -> Palette.NEUTRAL;
        };
    }
}
