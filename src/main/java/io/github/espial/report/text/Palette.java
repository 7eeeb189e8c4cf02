package io.github.espial.report.text;

/** How pieces of text are set off from each other. */
public interface Palette {
    /** {@code text}, one line of printable characters, in the manner of {@code tone}; as wide as before. */
    String paint(Tone tone, String text);

    /** Leaves everything as it is: for files, pipes, and terminals without color. */
    static Palette plain() {
        return (tone, text) -> text;
    }

    /** ANSI escape sequences (ECMA-48 §8.3.117) in the terminal's own eight colors, which suit its background. */
    static Palette colored() {
        return new ColoredPalette();
    }
}
