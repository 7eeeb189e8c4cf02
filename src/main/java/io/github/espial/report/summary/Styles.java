package io.github.espial.report.summary;

import io.github.espial.report.sheet.Palette;
import io.github.espial.report.sheet.Paragraph;
import io.github.espial.report.sheet.TextStyle;
import io.github.espial.report.sheet.Typefaces;

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
                fonts.heavy(11.5, Palette.INK),
                fonts.heavy(9.5, Palette.INK),
                fonts.running(8.5, Palette.INK),
                fonts.heavy(8.5, Palette.INK),
                fonts.running(7.5, Palette.FAINT),
                fonts.code(7.5, Palette.INK));
    }

    /** What is to be typed or pasted, beside words that say what it is. */
    TextStyle codeWithWords() {
        return code.in(body.translation());
    }

    Paragraph section(String name) {
        return Paragraph.of(name, title).asHeading();
    }

    /** A value with its name to the left. */
    Paragraph labelled(String label, String value, TextStyle style) {
        TextStyle name = body.colored(Palette.FAINT);
        double baselines = style.baseline() - name.baseline();
        return Paragraph.of(value, style).led(g -> name.draw(g, label, 0, baselines), LABEL_ROOM);
    }

    /** A text with a bullet to its left, {@code room} points wide. */
    Paragraph item(String text, double room) {
        return Paragraph.of(text, body).led(g -> body.draw(g, "•", 1, 0), room);
    }
}
