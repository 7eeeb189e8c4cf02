package io.github.espial.report.summary;

import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.words.Table;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table: a strip a row, values wrapped where their column is too narrow for them. */
final class TableBlock implements Block {
    private static final double PADDING = 1.5;
    private static final double BETWEEN = 10;
    private static final BasicStroke RULE = new BasicStroke(0.5f);

    private final Table table;
    private final TextStyle head;
    private final TextStyle body;

    TableBlock(Table table, TextStyle head, TextStyle body) {
        this.table = table;
        this.head = head;
        this.body = body;
    }

    @Override
    public List<Strip> strips(double width) {
        double[] widths = fitted(natural(), width - BETWEEN * (table.columns().size() - 1));
        List<Strip> strips = new ArrayList<>();
        strips.add(strip(table.columns().stream().map(Table.Column::heading).toList(), head, widths, width)
                .kept());
        table.rows().forEach(row -> strips.add(strip(row, body, widths, width)));
        return strips;
    }

    private double[] natural() {
        double[] widths = new double[table.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = head.width(table.columns().get(column).heading());
            for (List<String> row : table.rows()) {
                widths[column] = Math.max(widths[column], body.width(row.get(column)));
            }
        }
        return widths;
    }

    /** Narrows the widest columns, all to one width, until the table fits. */
    private static double[] fitted(double[] widths, double room) {
        double[] sorted = widths.clone();
        Arrays.sort(sorted);
        double left = room;
        for (int i = 0; i < sorted.length; i++) {
            double most = left / (sorted.length - i);
            if (sorted[i] > most) {
                return Arrays.stream(widths).map(width -> Math.min(width, most)).toArray();
            }
            left -= sorted[i];
        }
        return widths;
    }

    private Strip strip(List<String> row, TextStyle style, double[] widths, double width) {
        List<List<String>> cells = new ArrayList<>();
        int lines = 1;
        for (int column = 0; column < widths.length; column++) {
            // Half a point more: a text is as wide as its column, and rounding must not break it.
            List<String> cell = style.lines(row.get(column), widths[column] + 0.5);
            cells.add(cell);
            lines = Math.max(lines, cell.size());
        }
        return new Strip(lines * style.lineHeight() + 2 * PADDING, false, g -> {
            g.setPaint(Palette.RULE);
            g.setStroke(RULE);
            g.draw(new Line2D.Double(0, 0, width, 0));
            double x = 0;
            for (int column = 0; column < widths.length; column++) {
                draw(g, style, cells.get(column), table.columns().get(column).isCount(), x, widths[column]);
                x += widths[column] + BETWEEN;
            }
        });
    }

    private static void draw(
            Graphics2D g, TextStyle style, List<String> lines, boolean isCount, double x, double width) {
        double y = PADDING;
        for (String line : lines) {
            style.drawLine(g, line, isCount ? x + width - style.lineWidth(line) : x, y);
            y += style.lineHeight();
        }
    }
}
