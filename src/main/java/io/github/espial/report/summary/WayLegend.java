package io.github.espial.report.summary;

import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Strip;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.words.WayWords;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/** What the lines of the drawing mean, side by side as far as the width allows. */
final class WayLegend implements Block {
    private static final double SAMPLE = 30;
    private static final double SIGN = 8;
    private static final double BEFORE_WORDS = 5;
    private static final double BETWEEN = 18;

    private final List<DrawnWay.Kind> kinds;
    private final TextStyle style;

    WayLegend(List<DrawnWay.Kind> kinds, TextStyle style) {
        this.kinds = kinds;
        this.style = style;
    }

    @Override
    public List<Strip> strips(double width) {
        List<List<DrawnWay.Kind>> rows = new ArrayList<>();
        double x = width;
        for (DrawnWay.Kind kind : kinds) {
            if (x + wide(kind) > width || rows.isEmpty()) {
                rows.add(new ArrayList<>());
                x = 0;
            }
            rows.get(rows.size() - 1).add(kind);
            x += wide(kind) + BETWEEN;
        }
        return rows.stream()
                .map(row -> new Strip(style.lineHeight() + 2, false, g -> draw(g, row)))
                .toList();
    }

    private double wide(DrawnWay.Kind kind) {
        return SAMPLE + BEFORE_WORDS + style.width(WayWords.meaning(kind));
    }

    private void draw(Graphics2D g, List<DrawnWay.Kind> row) {
        double x = 0;
        double middle = style.lineHeight() / 2;
        for (DrawnWay.Kind kind : row) {
            WayStyle way = WayStyle.of(kind);
            g.setPaint(way.color());
            g.setStroke(way.stroke());
            g.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
            way.mark().draw(g, x + (SAMPLE - SIGN) / 2, middle - SIGN / 2, SIGN, way.color());
            style.draw(g, WayWords.meaning(kind), x + SAMPLE + BEFORE_WORDS, 0);
            x += wide(kind) + BETWEEN;
        }
    }
}
