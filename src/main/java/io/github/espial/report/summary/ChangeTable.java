package io.github.espial.report.summary;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.words.ChangeRow;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** What one peer's ESP did before and after, side by side. */
final class ChangeTable implements Block {
    private static final double LABEL = 96;
    private static final double PADDING = 2;
    private static final double BETWEEN = 10;
    private static final BasicStroke RULE = new BasicStroke(0.5f);

    private final List<ChangeRow> rows;
    private final Styles styles;

    ChangeTable(List<ChangeRow> rows, Styles styles) {
        this.rows = rows;
        this.styles = styles;
    }

    @Override
    public List<Strip> strips(double width) {
        List<Strip> strips = new ArrayList<>();
        strips.add(strip(ChangeRow.HEADING, styles.strong(), width).kept());
        rows.forEach(row -> strips.add(strip(row, styles.body(), width)));
        return strips;
    }

    private Strip strip(ChangeRow row, TextStyle style, double width) {
        double cell = (width - LABEL) / 2;
        TextStyle faint = styles.body().colored(Palette.FAINT);
        List<String> label = faint.lines(row.label(), LABEL - BETWEEN);
        List<String> before = style.lines(row.before(), cell - BETWEEN);
        List<String> after = style.lines(row.after(), cell - BETWEEN);
        int lines = Math.max(label.size(), Math.max(before.size(), after.size()));
        boolean continues = row.label().isEmpty();
        return new Strip(lines * style.lineHeight() + 2 * PADDING, false, g -> {
            if (!continues) {
                g.setPaint(Palette.RULE);
                g.setStroke(RULE);
                g.draw(new Line2D.Double(0, 0, width, 0));
            }
            draw(g, faint, label, 0);
            draw(g, style, before, LABEL);
            draw(g, style, after, LABEL + cell);
        });
    }

    private static void draw(Graphics2D g, TextStyle style, List<String> lines, double x) {
        double y = PADDING;
        for (String line : lines) {
            style.drawLine(g, line, x, y);
            y += style.lineHeight();
        }
    }
}
