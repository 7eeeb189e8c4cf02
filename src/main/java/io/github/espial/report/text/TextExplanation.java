package io.github.espial.report.text;

import io.github.espial.diagnose.explain.Explanation;
import io.github.espial.diagnose.explain.Part;
import io.github.espial.diagnose.explain.Passage;
import io.github.espial.report.lang.Language;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.words.PageWords;
import java.util.List;

/** The page of a finding for a terminal or a file. */
public final class TextExplanation {
    private static final int INDENT = 2;
    private static final int DEEPER = 4;

    private final TextPage page;

    /** What stands below a heading is English in every language. */
    private TextExplanation(Palette palette) {
        this.page = new TextPage(palette, Translation.NONE);
    }

    /** All of {@code explanation}, in lines that end with a line feed. */
    public static String of(Explanation explanation, Palette palette, Translation translation) {
        TextPage titles = new TextPage(palette, translation);
        String label = explanation.id() + ":";
        titles.labelled(0, Tone.HEADING, label, INDENT, explanation.title());
        if (translation.language() != Language.ENGLISH) {
            titles.blank();
            titles.paragraph(INDENT, PageWords.IN_ENGLISH);
        }
        for (Part part : explanation.parts()) {
            titles.blank();
            titles.line(0, Tone.HEADING, part.heading().toString());
            TextExplanation text = new TextExplanation(palette);
            text.passages(part);
            titles.append(text.page);
        }
        return titles.toString();
    }

    private void passages(Part part) {
        boolean isFirst = true;
        for (Passage passage : part.passages()) {
            if (!isFirst) {
                page.blank();
            }
            passage(passage);
            isFirst = false;
        }
    }

    private void passage(Passage passage) {
        if (passage instanceof Passage.Paragraph paragraph) {
            page.paragraph(INDENT, marked(paragraph));
        } else if (passage instanceof Passage.Items items) {
            items.items().forEach(item -> page.labelled(INDENT, "-", DEEPER, marked(item)));
        } else if (passage instanceof Passage.Filters filters) {
            filters.filters().forEach(filter -> page.line(DEEPER, Tone.COPY, filter));
        } else if (passage instanceof Passage.Commands commands) {
            commands(commands.commands());
        }
    }

    /** In columns; a place is named once. */
    private void commands(List<Passage.Command> commands) {
        int column = DEEPER
                + 2
                + commands.stream()
                        .mapToInt(command -> page.said(command.where()).length())
                        .max()
                        .orElse(0);
        String said = "";
        for (Passage.Command command : commands) {
            String where = command.where().equals(said) ? "" : command.where();
            String remark = command.remark().isEmpty() ? "" : "    (" + command.remark() + ")";
            page.line(DEEPER, where, column, Tone.COPY, command.text(), remark);
            said = command.where();
        }
    }

    /** With marks, as color alone says nothing. */
    private static String marked(Passage.Paragraph paragraph) {
        StringBuilder text = new StringBuilder();
        for (Passage.Phrase phrase : paragraph.phrases()) {
            String mark = switch (phrase.kind()) {
                case PLAIN -> "";
                case STRESSED -> "*";
                case CODE -> "`";
            };
            text.append(mark).append(phrase.text()).append(mark);
        }
        return text.toString();
    }
}
