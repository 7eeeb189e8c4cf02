package io.github.espial.report.text;

import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.Titles;
import java.util.Locale;

/**
 * The answer in at most {@value #MOST} lines, as long as commands fit the width: three say why, seven what to do, two the
 * rest.
 */
final class AnswerText {
    /** Lines at the most. */
    static final int MOST = 12;

    private static final int WHY = 3;
    /** Characters of the verdict's column: a verdict in two languages would leave the sentence too little room. */
    private static final int MOST_BESIDE = 14;

    private static final int INDENT = 2;
    private static final int ONE_LINE = 1;
    private static final String UNDO = "undo: ";

    private final TextPage page;

    AnswerText(TextPage page) {
        this.page = page;
    }

    void write(AnswerWords answer) {
        String word = answer.verdict().toString().toUpperCase(Locale.ROOT);
        int beside = Math.min(page.said(word).length() + 2, MOST_BESIDE);
        page.labelled(Tone.of(answer.verdict()), word, beside, answer.why(), WHY);
        if (!answer.advice().isEmpty()) {
            page.line(0, Tone.HEADING, answer.advice());
        }
        int widest = 0;
        for (AnswerWords.Step step : answer.steps()) {
            widest = Math.max(widest, page.said(step.label()).length());
        }
        int column = widest == 0 ? INDENT : INDENT + widest + 2;
        for (AnswerWords.Step step : answer.steps()) {
            write(step, column);
        }
        if (!answer.check().isEmpty()) {
            page.line(0, Titles.CHECK + " ", 0, Tone.COPY, answer.check(), "");
        }
        if (!answer.besides().isEmpty()) {
            page.cut(0, answer.besides(), ONE_LINE);
        }
    }

    private void write(AnswerWords.Step step, int column) {
        if (!step.isCommand()) {
            page.labelled(Tone.PLAIN, "  -", INDENT + 2, step.text(), 2);
            return;
        }
        String rest = step.rest().isEmpty() ? "" : "  (" + step.rest() + ")";
        page.line(INDENT, step.label(), column, Tone.COPY, step.text(), rest);
        if (!step.undo().isEmpty()) {
            page.line(column, UNDO, 0, Tone.COPY, step.undo(), "");
        }
    }
}
