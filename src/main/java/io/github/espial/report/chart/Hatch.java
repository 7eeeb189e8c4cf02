package io.github.espial.report.chart;

import io.github.espial.report.sheet.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A filling made of lines, which stays vector graphics in a PDF and differs in black and white. */
enum Hatch {
    SOLID(false, false, 1),
    RISING(true, false, 4),
    FALLING(false, true, 4),
    CROSSED(true, true, 5);

    private static final BasicStroke LINE = new BasicStroke(0.9f);
    private static final BasicStroke EDGE = new BasicStroke(0.9f);

    private final boolean rises;
    private final boolean falls;
    private final double distance;

    Hatch(boolean rises, boolean falls, double distance) {
        this.rises = rises;
        this.falls = falls;
        this.distance = distance;
    }

    /** Fills {@code area}; nothing where it has no width. */
    void fill(Graphics2D g, Rectangle2D area, Color color) {
        if (area.isEmpty()) {
            return;
        }
        g.setPaint(this == SOLID ? color : Palette.PAPER);
        g.fill(area);
        g.setPaint(color);
        Shape clip = g.getClip();
        g.clip(area);
        g.setStroke(LINE);
        if (this != SOLID) {
            g.draw(lines(area));
        }
        g.setClip(clip);
        g.setStroke(EDGE);
        g.draw(area);
    }

    /** All at once: one thing to draw. */
    private Path2D lines(Rectangle2D area) {
        double height = area.getHeight();
        Path2D lines = new Path2D.Double();
        for (double x = area.getMinX() - height; x < area.getMaxX(); x += distance) {
            if (rises) {
                lines.moveTo(x, area.getMaxY());
                lines.lineTo(x + height, area.getMinY());
            }
            if (falls) {
                lines.moveTo(x, area.getMinY());
                lines.lineTo(x + height, area.getMaxY());
            }
        }
        return lines;
    }
}
