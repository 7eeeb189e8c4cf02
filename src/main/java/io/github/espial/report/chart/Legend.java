package io.github.espial.report.chart;

import io.github.espial.report.sheet.Painter;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Samples with their meaning, one below the other; long names wrap. */
final class Legend {
    static final double SAMPLE = 34;

    private static final double ROOM = SAMPLE + 6;
    private static final double INDENT = 30;

    private Legend() {}

    /**
     * Lays out entries.
     *
     * @param entries what each sample means; a sample is drawn {@link #SAMPLE} wide around the middle of its line
     */
    static List<Strip> strips(List<Entry> entries, TextStyle style, double width) {
        List<Strip> strips = new ArrayList<>();
        for (Entry entry : entries) {
            Painter sample = g -> {
                g.translate(INDENT, style.lineHeight() / 2);
                entry.sample().draw(g);
                g.translate(-INDENT, -style.lineHeight() / 2);
            };
            strips.addAll(Paragraph.of(entry.meaning(), style)
                    .led(sample, INDENT + ROOM)
                    .keptWithNext()
                    .strips(width));
        }
        return strips;
    }

    /**
     * One entry.
     *
     * @param meaning what the sample stands for
     * @param sample drawn from the left end of the middle of the line
     */
    record Entry(String meaning, Painter sample) {}
}
