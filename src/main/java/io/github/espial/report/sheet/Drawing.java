package io.github.espial.report.sheet;

import java.awt.Graphics2D;

/** Something to draw, in points, y downwards. */
public interface Drawing {
    /** Draws with the origin in the upper left corner; may change the font, the paint and the stroke of {@code g}. */
    void draw(Graphics2D g);
}
