package io.github.espial.report.summary;

import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.TextStyle;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A station as a box with wrapped lines of text. */
final class LabelBox {
    private static final double PADDING = 5;
    private static final double ROUND = 5;
    private static final BasicStroke EDGE = new BasicStroke(0.9f);

    private final double width;
    private final List<Line> lines = new ArrayList<>();

    /** An empty box, {@code width} points wide. */
    LabelBox(double width) {
        this.width = width;
    }

    /** Adds a text, wrapped to the box. */
    LabelBox with(String text, TextStyle style) {
        style.lines(text, width - 2 * PADDING).forEach(line -> lines.add(new Line(line, style)));
        return this;
    }

    /** Adds a text on one line, with an ellipsis where the box is too narrow. */
    LabelBox withBeginning(String text, TextStyle style) {
        lines.add(new Line(style.fitting(text, width - 2 * PADDING), style));
        return this;
    }

    /** The height that all lines need; points. */
    double height() {
        return lines.stream().mapToDouble(line -> line.style().lineHeight()).sum() + 2 * PADDING;
    }

    /** Draws the box into a place at least as high as {@link #height}, the text in its middle. */
    void draw(Graphics2D g, Rectangle2D place) {
        RoundRectangle2D box = new RoundRectangle2D.Double(
                place.getX(), place.getY(), place.getWidth(), place.getHeight(), ROUND, ROUND);
        g.setPaint(Palette.GROUND);
        g.fill(box);
        g.setPaint(Palette.FAINT);
        g.setStroke(EDGE);
        g.draw(box);
        double y = place.getY() + PADDING + (place.getHeight() - height()) / 2;
        for (Line line : lines) {
            line.style().drawLine(g, line.text(), place.getX() + PADDING, y);
            y += line.style().lineHeight();
        }
    }

    private record Line(String text, TextStyle style) {}
}
