package io.github.espial.report.sheet;

import java.awt.Graphics2D;

/** How to draw something whose size whoever draws it knows. */
public interface Painter {
    /** Draws with the origin in the upper left corner; may change the font, the paint and the stroke of {@code g}. */
    void draw(Graphics2D g);
}
