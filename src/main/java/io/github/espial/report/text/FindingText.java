package io.github.espial.report.text;

import io.github.espial.report.words.Fact;
import io.github.espial.report.words.FindingWords;
import io.github.espial.report.words.GroupWords;
import io.github.espial.report.words.ProofWords;
import io.github.espial.report.words.ProvenWords;
import io.github.espial.report.words.RemedyWords;
import io.github.espial.report.words.Titles;
import java.util.List;

/** One finding: what was seen, the evidence, the remedy. */
final class FindingText {
    private static final int INDENT = 2;
    private static final int LIST_INDENT = 4;

    /** Where the values stand that follow {@code should go to}. */
    private static final int VALUES = 16;

    /** Where the text of evidence stands that has weights beside it. */
    private static final int WEIGHED = 22;

    /** Where it stands that has none. */
    private static final int LISTED = 6;

    private final TextPage page;

    FindingText(TextPage page) {
        this.page = page;
    }

    void write(GroupWords group) {
        FindingWords finding = group.words();
        String severity = finding.severity() + ":";
        page.labelled(
                0, Tone.of(finding.severity()), severity, page.said(severity).length() + 1, finding.title());
        page.paragraph(INDENT, finding.text());
        page.blank();
        facts(finding.facts());
        if (!group.peers().rows().isEmpty()) {
            new TableText(page).rows(group.peers());
            page.blank();
        }
        evidence(finding.evidenceTitle(), finding.evidence(), finding.isWeighed());
        page.blank();
        remedies(finding.remedies());
        page.line(INDENT, finding.more());
    }

    private void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        for (Fact fact : facts) {
            page.labelled(INDENT, Tone.of(fact.kind()), fact.label(), VALUES, fact.value());
        }
        page.blank();
    }

    /** What shows that a way is proper, laid out as what shows that one is not. */
    void write(ProvenWords way) {
        page.line(0, Tone.HEADING, way.title());
        page.blank();
        facts(way.facts());
        evidence(Titles.WEIGHED_EVIDENCE, way.evidence(), true);
    }

    private void evidence(String title, List<ProofWords> evidence, boolean isWeighed) {
        page.line(INDENT, Tone.HEADING, title);
        int column = isWeighed ? WEIGHED : LISTED;
        for (ProofWords proof : evidence) {
            String label = proof.weight().isEmpty() ? "-" : proof.weight();
            page.labelled(LIST_INDENT, label, column, proof.text());
            if (!proof.displayFilter().isEmpty()) {
                page.line(column, Tone.COPY, proof.displayFilter());
            }
        }
    }

    private void remedies(List<RemedyWords> remedies) {
        if (remedies.isEmpty()) {
            return;
        }
        page.line(INDENT, Tone.HEADING, Titles.REMEDY);
        int widest = 0;
        for (RemedyWords remedy : remedies) {
            widest = Math.max(widest, page.said(remedy.platform()).length());
        }
        int column = LIST_INDENT + widest + 2;
        for (RemedyWords remedy : remedies) {
            page.labelled(LIST_INDENT, remedy.platform(), column, remedy.text());
            for (String command : remedy.commands()) {
                page.line(column, Tone.COPY, command);
            }
            if (!remedy.undo().isEmpty()) {
                String undo = String.join("; ", remedy.undo());
                page.labelledCopy(
                        column, Titles.UNDO, column + page.said(Titles.UNDO).length() + 1, undo);
            }
        }
        page.blank();
    }
}
