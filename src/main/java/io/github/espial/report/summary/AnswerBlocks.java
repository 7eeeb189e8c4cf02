package io.github.espial.report.summary;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.words.AnswerWords;
import io.github.espial.report.words.Titles;
import java.util.ArrayList;
import java.util.List;

/** What to do: commands with what takes them back, how to see that it worked, and what was found besides. */
final class AnswerBlocks {
    private static final double PLATFORM = 52;
    private static final double BULLET = 10;

    private AnswerBlocks() {}

    static List<Block> of(AnswerWords answer, Styles styles) {
        List<Block> blocks = new ArrayList<>();
        if (!answer.advice().isEmpty()) {
            blocks.add(Paragraph.of(answer.advice(), styles.subtitle()).keptWithNext());
            blocks.add(Block.gap(3));
        }
        for (AnswerWords.Step step : answer.steps()) {
            add(blocks, step, styles);
        }
        if (!answer.check().isEmpty()) {
            blocks.add(Paragraph.of(Titles.CHECK, styles.body()).keptWithNext());
            blocks.add(code(answer.check(), styles, 0));
            blocks.add(Block.gap(3));
        }
        if (!answer.besides().isEmpty()) {
            blocks.add(Paragraph.of(answer.besides(), styles.body()));
        }
        return blocks;
    }

    private static void add(List<Block> blocks, AnswerWords.Step step, Styles styles) {
        if (!step.isCommand()) {
            blocks.add(styles.item(step.text(), BULLET));
            return;
        }
        double room = step.label().isEmpty() ? 0 : PLATFORM;
        blocks.add(Paragraph.of(step.text(), styles.code())
                .on(Palette.GROUND)
                .led(g -> styles.body().draw(g, step.label(), 1, 0), room));
        if (!step.rest().isEmpty()) {
            blocks.add(Paragraph.of(step.rest(), styles.body()).indented(room));
        }
        if (!step.undo().isEmpty()) {
            blocks.add(Paragraph.of(Titles.UNDO + " " + step.undo(), styles.faint())
                    .indented(room));
        }
        blocks.add(Block.gap(3));
    }

    private static Block code(String text, Styles styles, double room) {
        return Paragraph.of(text, styles.code()).on(Palette.GROUND).indented(room);
    }
}
