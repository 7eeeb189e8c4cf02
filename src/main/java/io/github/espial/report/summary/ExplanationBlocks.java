package io.github.espial.report.summary;

import io.github.espial.diagnose.explain.Part;
import io.github.espial.diagnose.explain.Passage;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import java.util.ArrayList;
import java.util.List;

/** A part of the page of a finding, laid out. */
final class ExplanationBlocks {
    private static final double BULLET = 10;

    private final Styles styles;

    ExplanationBlocks(Styles styles) {
        this.styles = styles;
    }

    List<Block> of(Part part) {
        return part.passages().stream()
                .flatMap(passage -> blocks(passage).stream())
                .toList();
    }

    private List<Block> blocks(Passage passage) {
        List<Block> blocks = new ArrayList<>();
        if (passage instanceof Passage.Paragraph paragraph) {
            blocks.add(Paragraph.of(paragraph.text(), styles.body()));
        } else if (passage instanceof Passage.Items items) {
            items.items().forEach(item -> blocks.add(styles.item(item.text(), BULLET)));
        } else if (passage instanceof Passage.Filters filters) {
            filters.filters().forEach(filter -> blocks.add(code(filter)));
        } else if (passage instanceof Passage.Commands commands) {
            for (Passage.Command command : commands.commands()) {
                String remark = command.remark().isEmpty() ? "" : " (" + command.remark() + ")";
                blocks.add(
                        Paragraph.of(command.where() + remark, styles.faint()).keptWithNext());
                blocks.add(code(command.text()));
            }
        }
        return blocks;
    }

    private Paragraph code(String text) {
        return Paragraph.of(text, styles.code()).on(Palette.GROUND);
    }
}
