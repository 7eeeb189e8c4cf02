package io.github.espial.report.sheet;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/**
 * How text looks.
 *
 * @param font one of the bundled fonts, at its size
 * @param color its color
 */
public record TextStyle(Font font, Color color) {
    private static final double LEADING = 1.36;
    private static final double BASELINE = 1.02;

    /** From the top of a line to the top of the next; points. */
    public double lineHeight() {
        return font.getSize2D() * LEADING;
    }

    /** From the top of a line to its baseline; points. */
    public double baseline() {
        return font.getSize2D() * BASELINE;
    }

    /** Width of a text on one line; points. */
    public double width(String text) {
        return Wrapping.width(Legible.text(text, font), font);
    }

    /** Breaks a text into lines no wider than {@code width}, at least one. */
    public List<String> lines(String text, double width) {
        return Wrapping.lines(Legible.text(text, font), font, width);
    }

    /** The beginning of a text that fits into one line, with an ellipsis where something is left out. */
    public String fitting(String text, double width) {
        String legible = Legible.text(text, font);
        return Wrapping.width(legible, font) <= width
                ? legible
                : Wrapping.lines(legible, font, width - Wrapping.width("…", font))
                                .get(0) + "…";
    }

    /** Draws one line whose top left corner is at {@code x}, {@code y}. */
    public void draw(Graphics2D g, String text, double x, double y) {
        g.setFont(font);
        g.setPaint(color);
        g.drawString(Legible.text(text, font), (float) x, (float) (y + baseline()));
    }

    /** Breaks a text into lines of at most {@code width} points, each a strip. */
    List<Strip> strips(String text, double width, double indent) {
        List<Strip> strips = new ArrayList<>();
        for (String line : lines(text, width - indent)) {
            strips.add(new Strip(lineHeight(), false, g -> draw(g, line, indent, 0)));
        }
        return strips;
    }
}
