package io.github.espial.report.text;

import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** The only class here that knows JLine, so that plain output does not load it. */
final class ColoredPalette implements Palette {
    @Override
    public String paint(Tone tone, String text) {
        return new AttributedString(text, style(tone)).toAnsi();
    }

    private static AttributedStyle style(Tone tone) {
        return switch (tone) {
            case PLAIN -> AttributedStyle.DEFAULT;
            case BAD -> AttributedStyle.BOLD.foreground(AttributedStyle.RED);
            case DOUBTFUL -> AttributedStyle.BOLD.foreground(AttributedStyle.YELLOW);
            case GOOD -> AttributedStyle.BOLD.foreground(AttributedStyle.GREEN);
            case NOTE -> AttributedStyle.BOLD.foreground(AttributedStyle.BLUE);
            case HEADING -> AttributedStyle.BOLD;
            case COPY -> AttributedStyle.DEFAULT.foreground(AttributedStyle.CYAN);
        };
    }
}
