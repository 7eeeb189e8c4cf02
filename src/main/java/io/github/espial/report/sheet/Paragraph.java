package io.github.espial.report.sheet;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Wrapped text, a strip a line.
 *
 * @param text the text
 * @param style how it looks
 * @param indent room to its left; points
 * @param lead what stands in that room beside the first line, drawn from the left edge
 * @param ground color behind the text
 * @param keepsWithNext whether the last line stays with what follows
 * @param isHeading whether it names what follows, for a list of contents
 */
public record Paragraph(
        String text,
        TextStyle style,
        double indent,
        Optional<Painter> lead,
        Optional<Color> ground,
        boolean keepsWithNext,
        boolean isHeading)
        implements Block {
    private static final double PADDING = 4;

    public static Paragraph of(String text, TextStyle style) {
        return new Paragraph(text, style, 0, Optional.empty(), Optional.empty(), false, false);
    }

    public Paragraph indented(double room) {
        return new Paragraph(text, style, room, lead, ground, keepsWithNext, isHeading);
    }

    /** With {@code mark} to the left of the first line, {@code room} points wide. */
    public Paragraph led(Painter mark, double room) {
        return new Paragraph(text, style, room, Optional.of(mark), ground, keepsWithNext, isHeading);
    }

    /** The same, {@code room} points further right with its lead. */
    public Paragraph shifted(double room) {
        Optional<Painter> moved = lead.map(mark -> g -> {
            g.translate(room, 0);
            mark.draw(g);
            g.translate(-room, 0);
        });
        return new Paragraph(text, style, indent + room, moved, ground, keepsWithNext, isHeading);
    }

    public Paragraph on(Color color) {
        return new Paragraph(text, style, indent, lead, Optional.of(color), keepsWithNext, isHeading);
    }

    public Paragraph keptWithNext() {
        return new Paragraph(text, style, indent, lead, ground, true, isHeading);
    }

    /** The heading of what follows, on the same page. */
    public Paragraph asHeading() {
        return new Paragraph(text, style, indent, lead, ground, true, true);
    }

    @Override
    public List<Strip> strips(double width) {
        double inset = ground.isPresent() ? PADDING : 0;
        List<String> lines = style.lines(text, width - indent - 2 * inset);
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean isFirst = i == 0;
            boolean isLast = i == lines.size() - 1;
            // No page ends with the first of several lines, nor begins with the last of them.
            boolean kept = isLast ? keepsWithNext : isFirst || i == lines.size() - 2;
            Strip strip = new Strip(style.lineHeight(), kept, g -> {
                ground.ifPresent(color -> {
                    g.setPaint(color);
                    g.fill(new Rectangle2D.Double(indent, 0, width - indent, style.lineHeight()));
                });
                if (isFirst) {
                    lead.ifPresent(mark -> mark.draw(g));
                }
                style.drawLine(g, line, indent + inset, 0);
            });
            strips.add(isFirst && isHeading ? strip.headed(style.translation().of(text)) : strip);
        }
        return strips;
    }
}
