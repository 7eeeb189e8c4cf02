package io.github.espial.report.svg;

import io.github.espial.report.Printable;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;

/** SVG in the making: numbers to hundredths, colors, paths, and text that is escaped. */
final class SvgText {
    /** A hundredth of a point is a quarter of a pixel where a page is zoomed eight times on a fine screen. */
    private static final int HUNDREDTHS = 100;

    private static final char[] COMMANDS = {'M', 'L', 'Q', 'C', 'Z'};
    private static final int[] COORDINATES = {2, 2, 4, 6, 0};

    private final StringBuilder text = new StringBuilder(1 << 12);
    private final double[] point = new double[6];

    /** Markup, as it is. */
    SvgText raw(String markup) {
        text.append(markup);
        return this;
    }

    /** An attribute with a number, after a space. */
    SvgText attribute(String name, double value) {
        text.append(' ').append(name).append("=\"");
        number(value);
        text.append('"');
        return this;
    }

    /** An attribute with text, after a space. */
    SvgText attribute(String name, String value) {
        text.append(' ').append(name).append("=\"");
        escaped(value);
        text.append('"');
        return this;
    }

    /** An attribute with a color, and one with its opacity unless that is full. */
    SvgText color(String name, Color color, double alpha) {
        text.append(' ').append(name).append("=\"#");
        String digits = Integer.toHexString(color.getRGB() & 0xffffff);
        text.append("000000", 0, 6 - digits.length()).append(digits).append('"');
        double opacity = alpha * color.getAlpha() / 255;
        return opacity < 1 ? attribute(name + "-opacity", opacity) : this;
    }

    /**
     * The attribute {@code d} of a path, with the points where {@code place} puts them.
     *
     * @param rule name of the attribute that says how its inside is found
     */
    SvgText path(Shape shape, AffineTransform place, String rule) {
        PathIterator parts = shape.getPathIterator(place);
        if (parts.getWindingRule() == PathIterator.WIND_EVEN_ODD) {
            attribute(rule, "evenodd");
        }
        text.append(" d=\"");
        return segments(parts);
    }

    private SvgText segments(PathIterator parts) {
        for (; !parts.isDone(); parts.next()) {
            int kind = parts.currentSegment(point);
            text.append(COMMANDS[kind]);
            for (int i = 0; i < COORDINATES[kind]; i++) {
                if (i > 0) {
                    text.append(' ');
                }
                number(point[i]);
            }
        }
        text.append('"');
        return this;
    }

    /** Rounded to hundredths, without zeros at the end. */
    SvgText number(double value) {
        long rounded = Math.round(value * HUNDREDTHS);
        if (rounded < 0) {
            text.append('-');
            rounded = -rounded;
        }
        text.append(rounded / HUNDREDTHS);
        long rest = rounded % HUNDREDTHS;
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return this;
    }

    /** Text of an element or an attribute; what is not for reading is shown as its code. */
    SvgText escaped(String any) {
        String shown = Printable.of(any);
        for (int i = 0; i < shown.length(); i++) {
            char character = shown.charAt(i);
            switch (character) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.append(character);
            }
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
