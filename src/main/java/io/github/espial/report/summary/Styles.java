package io.github.espial.report.summary;

import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;
import java.awt.Color;

/**
 * The few ways that text looks in a summary.
 *
 * @param title of a section
 * @param subtitle of a finding
 * @param body running text
 * @param strong running text that stands out
 * @param faint what may be skipped
 * @param code what is to be typed or pasted
 */
record Styles(TextStyle title, TextStyle subtitle, TextStyle body, TextStyle strong, TextStyle faint, TextStyle code) {
    static final double LABEL_ROOM = 92;

    static Styles of(Typefaces fonts) {
        return new Styles(
                new TextStyle(fonts.bold(11.5), Palette.INK),
                new TextStyle(fonts.bold(9.5), Palette.INK),
                new TextStyle(fonts.regular(8.5), Palette.INK),
                new TextStyle(fonts.bold(8.5), Palette.INK),
                new TextStyle(fonts.regular(7.5), Palette.FAINT),
                new TextStyle(fonts.mono(7.5), Palette.INK));
    }

    Paragraph section(String name) {
        return Paragraph.of(name, title).asHeading();
    }

    /** A value with its name to the left. */
    Paragraph labelled(String label, String value, TextStyle style) {
        TextStyle name = new TextStyle(body.font(), Palette.FAINT);
        double baselines = style.baseline() - name.baseline();
        return Paragraph.of(value, style).led(g -> name.draw(g, label, 0, baselines), LABEL_ROOM);
    }

    /** A text with a bullet to its left, {@code room} points wide. */
    Paragraph item(String text, double room) {
        return Paragraph.of(text, body).led(g -> body.draw(g, "•", 1, 0), room);
    }

    static TextStyle colored(TextStyle style, Color color) {
        return new TextStyle(style.font(), color);
    }
}
