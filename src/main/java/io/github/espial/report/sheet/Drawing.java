package io.github.espial.report.sheet;

import java.awt.Graphics2D;

/**
 * Something drawn, in points, y downwards. Any {@link Graphics2D} takes it, of pixels or of a vector format: only shapes
 * and text are drawn, no images, and nothing is read back. A carrier, such as a PNG or a page of a PDF, knows no more of
 * it than this.
 */
public interface Drawing {
    double width();

    double height();

    /** Draws with the origin in the upper left corner, and leaves the transform of {@code g} as it was. */
    void draw(Graphics2D g);
}
