package io.github.espial.report.summary;

import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.sheet.Mark;
import io.github.espial.report.sheet.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a way is drawn: color, dashes and sign all differ by kind.
 *
 * @param color of line, sign and label
 * @param stroke of the line
 * @param mark on the line
 */
record WayStyle(Color color, BasicStroke stroke, Mark mark) {
    private static final Map<DrawnWay.Kind, WayStyle> STYLES = new EnumMap<>(Map.of(
            DrawnWay.Kind.WRONG, new WayStyle(Palette.WRONG, dashed(2.6f, 7, 3.5f), Mark.CROSS),
            DrawnWay.Kind.PROPER, new WayStyle(Palette.PROPER, solid(2f), Mark.CHECK),
            DrawnWay.Kind.UNUSED, new WayStyle(Palette.PROPER, solid(2f), Mark.CHECK),
            DrawnWay.Kind.UNJUDGED, new WayStyle(Palette.FAINT, dashed(1.5f, 1.5f, 2.5f), Mark.QUESTION)));

    static WayStyle of(DrawnWay.Kind kind) {
        WayStyle style = STYLES.get(kind);
        if (style == null) {
            throw new IllegalArgumentException("no style for " + kind);
        }
        return style;
    }

    private static BasicStroke solid(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    private static BasicStroke dashed(float width, float... dashes) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }
}
