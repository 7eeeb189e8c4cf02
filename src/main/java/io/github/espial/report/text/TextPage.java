package io.github.espial.report.text;

import io.github.espial.report.Printable;

/** Lines of a report in the making. All text is made printable here, whatever it holds. */
final class TextPage {
    /** Columns that wrapped text keeps to; terminals have 80 to 120. */
    static final int WIDTH = 100;

    private final StringBuilder lines = new StringBuilder();
    private final Palette palette;

    TextPage(Palette palette) {
        this.palette = palette;
    }

    void blank() {
        lines.append('\n');
    }

    /** One line, however long: what a reader copies must not be broken. */
    void line(int indent, Tone tone, String text) {
        lines.append(" ".repeat(indent))
                .append(palette.paint(tone, Printable.of(text)))
                .append('\n');
    }

    /** One line of which the middle is set off. */
    void line(int indent, String before, Tone tone, String text, String after) {
        lines.append(" ".repeat(indent))
                .append(Printable.of(before))
                .append(palette.paint(tone, Printable.of(text)))
                .append(Printable.of(after))
                .append('\n');
    }

    /** One line that is not set off. */
    void line(int indent, String text) {
        line(indent, Tone.PLAIN, text);
    }

    /** Text wrapped between words, each line at {@code indent}. */
    void paragraph(int indent, String text) {
        lines.append(" ".repeat(indent));
        wrap(indent, text);
    }

    /**
     * A label, and beside it text that wraps within its own column.
     *
     * @param column where the text begins; the label is shorter than up to there
     */
    void labelled(int indent, Tone tone, String label, int column, String text) {
        String shown = Printable.of(label);
        lines.append(" ".repeat(indent))
                .append(palette.paint(tone, shown))
                .append(" ".repeat(Math.max(1, column - indent - length(shown))));
        wrap(column, text);
    }

    /** The same with a label that is not set off. */
    void labelled(int indent, String label, int column, String text) {
        labelled(indent, Tone.PLAIN, label, column, text);
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** Appends {@code text} to a line that has reached {@code column}, and ends the line. */
    private void wrap(int column, String text) {
        int reached = column;
        for (String word : Printable.of(text).split(" ", -1)) {
            int width = length(word);
            if (reached > column && reached + 1 + width > WIDTH) {
                lines.append('\n').append(" ".repeat(column));
                reached = column;
            } else if (reached > column) {
                lines.append(' ');
                reached++;
            }
            lines.append(word);
            reached += width;
        }
        lines.append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
