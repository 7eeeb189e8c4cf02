package io.github.espial.report.chart;

import io.github.espial.report.sheet.Palette;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
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
        double height = area.getHeight();
        if (rises) {
            for (double x = area.getMinX() - height; x < area.getMaxX(); x += distance) {
                g.draw(new Line2D.Double(x, area.getMaxY(), x + height, area.getMinY()));
            }
        }
        if (falls) {
            for (double x = area.getMinX() - height; x < area.getMaxX(); x += distance) {
                g.draw(new Line2D.Double(x, area.getMinY(), x + height, area.getMaxY()));
            }
        }
        g.setClip(clip);
        g.setStroke(EDGE);
        g.draw(area);
    }
}
