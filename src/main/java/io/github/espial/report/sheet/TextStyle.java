package io.github.espial.report.sheet;

import io.github.espial.report.lang.Translation;
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
 * @param translation into the language that it is read in
 */
public record TextStyle(Font font, Color color, Translation translation) {
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
        return lineWidth(translation.of(text));
    }

    /** Width of a line that {@link #lines} or {@link #fitting} gave; points. */
    public double lineWidth(String line) {
        return Wrapping.width(Legible.text(line, font), font);
    }

    /** The same in another color. */
    public TextStyle colored(Color other) {
        return new TextStyle(font, other, translation);
    }

    /** The same of what is read in another language. */
    public TextStyle in(Translation other) {
        return new TextStyle(font, color, other);
    }

    /** Breaks a text into lines no wider than {@code width}, at least one. */
    public List<String> lines(String text, double width) {
        return Wrapping.lines(Legible.text(translation.of(text), font), font, width);
    }

    /** The beginning of a text that fits into one line, with an ellipsis where something is left out. */
    public String fitting(String text, double width) {
        String legible = Legible.text(translation.of(text), font);
        return Wrapping.width(legible, font) <= width
                ? legible
                : Wrapping.lines(legible, font, width - Wrapping.width("…", font))
                                .get(0) + "…";
    }

    /** Draws a text on one line whose top left corner is at {@code x}, {@code y}. */
    public void draw(Graphics2D g, String text, double x, double y) {
        drawLine(g, translation.of(text), x, y);
    }

    /** The same with a line that {@link #lines} or {@link #fitting} gave. */
    public void drawLine(Graphics2D g, String line, double x, double y) {
        g.setFont(font);
        g.setPaint(color);
        g.drawString(Legible.text(line, font), (float) x, (float) (y + baseline()));
    }

    /** Breaks a text into lines of at most {@code width} points, each a strip. */
    List<Strip> strips(String text, double width, double indent) {
        List<Strip> strips = new ArrayList<>();
        for (String line : lines(text, width - indent)) {
            strips.add(new Strip(lineHeight(), false, g -> drawLine(g, line, indent, 0)));
        }
        return strips;
    }
}
