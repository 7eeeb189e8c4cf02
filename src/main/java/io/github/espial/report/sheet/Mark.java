package io.github.espial.report.sheet;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Signs that differ in shape, so that they are told apart without color; each in a square of side 1. */
public final class Mark {
    /** A filled triangle with an exclamation mark. */
    public static final Mark ALERT = new Mark(polygon(0.5, 0.04, 0.99, 0.94, 0.01, 0.94), exclamation(0.36));
    /** A filled diamond with an exclamation mark. */
    public static final Mark CAUTION = new Mark(polygon(0.5, 0, 1, 0.5, 0.5, 1, 0, 0.5), exclamation(0.24));
    /** A filled square with a letter i. */
    public static final Mark NOTE = new Mark(new Rectangle2D.Double(0.06, 0.06, 0.88, 0.88), letterI());
    /** A filled circle with a check mark. */
    public static final Mark CHECK = new Mark(circle(), path(0.27, 0.53, 0.44, 0.70, 0.75, 0.32));
    /** A filled circle with a cross. */
    public static final Mark CROSS = new Mark(circle(), cross());
    /** A filled circle with a question mark. */
    public static final Mark QUESTION = new Mark(circle(), question());
    /** A filled circle with a dash. */
    public static final Mark DASH = new Mark(circle(), path(0.28, 0.5, 0.72, 0.5));

    private static final double PEN_WIDTH = 0.115;

    private final Shape field;
    private final Shape sign;

    private Mark(Shape field, Shape sign) {
        this.field = field;
        this.sign = sign;
    }

    /** Draws the sign with its upper left corner at {@code x}, {@code y}. */
    public void draw(Graphics2D g, double x, double y, double size, Color color) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size, size);
        g.setPaint(color);
        g.fill(place.createTransformedShape(field));
        g.setPaint(Palette.PAPER);
        // Drawn, not filled as an outline: each version of Java makes another outline of one line.
        Stroke before = g.getStroke();
        g.setStroke(new BasicStroke((float) (PEN_WIDTH * size), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(place.createTransformedShape(sign));
        g.setStroke(before);
    }

    /** The sign as something to put beside a line of text of this style. */
    public Painter beside(TextStyle style, Color color) {
        double size = style.font().getSize2D() * 1.1;
        return g -> draw(g, 0, (style.lineHeight() - size) / 2, size, color);
    }

    private static Shape circle() {
        return new Ellipse2D.Double(0, 0, 1, 1);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }

    private static Shape polygon(double... points) {
        Path2D polygon = path(points);
        polygon.closePath();
        return polygon;
    }

    private static Shape exclamation(double top) {
        Path2D sign = path(0.5, top, 0.5, top + 0.26);
        sign.append(path(0.5, top + 0.45, 0.5, top + 0.451), false);
        return sign;
    }

    private static Shape letterI() {
        Path2D sign = path(0.5, 0.47, 0.5, 0.76);
        sign.append(path(0.5, 0.26, 0.5, 0.261), false);
        return sign;
    }

    private static Shape cross() {
        Path2D sign = path(0.31, 0.31, 0.69, 0.69);
        sign.append(path(0.69, 0.31, 0.31, 0.69), false);
        return sign;
    }

    private static Shape question() {
        Path2D sign = new Path2D.Double();
        sign.moveTo(0.34, 0.38);
        sign.curveTo(0.34, 0.14, 0.68, 0.14, 0.68, 0.38);
        sign.curveTo(0.68, 0.52, 0.5, 0.50, 0.5, 0.63);
        sign.append(path(0.5, 0.80, 0.5, 0.801), false);
        return sign;
    }
}
