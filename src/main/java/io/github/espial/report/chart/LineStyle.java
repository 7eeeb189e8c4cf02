package io.github.espial.report.chart;

import io.github.espial.report.route.Standing;
import io.github.espial.report.sheet.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * How the line of one next hop looks: no two lines share both dashes and marker, whatever their colors.
 *
 * @param color of line and marker
 * @param stroke dashes and width
 * @param marker around the origin
 * @param isFilled whether the marker is
 */
record LineStyle(Color color, BasicStroke stroke, Shape marker, boolean isFilled) {
    private static final LineStyle WRONG = new LineStyle(Palette.WRONG, stroke(1.7f, 6, 3), cross(), true);
    private static final LineStyle PROPER = new LineStyle(Palette.PROPER, stroke(1.7f), circle(2.6), true);
    private static final List<LineStyle> OTHERS = List.of(
            new LineStyle(Palette.NEUTRAL, stroke(1.3f, 1.5f, 2), square(2.3), true),
            new LineStyle(Palette.DOUBT, stroke(1.3f, 8, 2, 1.5f, 2), diamond(3.2), true),
            new LineStyle(Palette.INK, stroke(1.3f, 4, 2), circle(2.6), false),
            new LineStyle(Palette.FAINT, stroke(1.3f, 10, 3), square(2.5), false),
            new LineStyle(Palette.NEUTRAL, stroke(1.3f, 3, 2, 1, 2), diamond(3.2), false));

    /** Lines that one chart tells apart. */
    static final int MOST = OTHERS.size();

    /** A style for each of at most {@link #MOST} next hops, in their order. */
    static List<LineStyle> of(List<Standing> standings) {
        List<LineStyle> styles = new ArrayList<>();
        int others = 0;
        for (Standing standing : standings) {
            if (standing == Standing.WRONG && !styles.contains(WRONG)) {
                styles.add(WRONG);
            } else if (standing == Standing.PROPER && !styles.contains(PROPER)) {
                styles.add(PROPER);
            } else {
                styles.add(OTHERS.get(others++));
            }
        }
        return styles;
    }

    private static BasicStroke stroke(float width, float... dashes) {
        return dashes.length == 0
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dashes, 0);
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
    }

    private static Shape square(double half) {
        return new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
    }

    private static Shape diamond(double half) {
        Path2D shape = new Path2D.Double();
        shape.moveTo(0, -half);
        shape.lineTo(half, 0);
        shape.lineTo(0, half);
        shape.lineTo(-half, 0);
        shape.closePath();
        return shape;
    }

    private static Shape cross() {
        Path2D shape = new Path2D.Double();
        shape.moveTo(-3, -3);
        shape.lineTo(3, 3);
        shape.moveTo(3, -3);
        shape.lineTo(-3, 3);
        return new BasicStroke(1.6f).createStrokedShape(shape);
    }
}
