package io.github.espial.report.text;

import io.github.espial.report.Printable;

/** Lines of a report in the making. All text is made printable here, whatever it holds. */
final class TextPage {
    /** Columns that wrapped text keeps to where nothing else is known; terminals have 80 to 120. */
    static final int WIDTH = 100;

    /** Below this, one word stands on a line. */
    private static final int LEAST_WIDTH = 40;

    /** Beyond this, lines are hard to read. */
    private static final int MOST_WIDTH = 120;

    private static final String CUT = " ...";

    private final StringBuilder lines = new StringBuilder();
    private final Palette palette;
    private final int width;

    TextPage(Palette palette) {
        this(palette, WIDTH);
    }

    /** Lines for a terminal of so many columns. */
    TextPage(Palette palette, int columns) {
        this.palette = palette;
        this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, columns));
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
        wrap(indent, text, Integer.MAX_VALUE);
    }

    /** The same, of which the lines beyond {@code most} are cut off. */
    void cut(int indent, String text, int most) {
        lines.append(" ".repeat(indent));
        wrap(indent, text, most);
    }

    /** The first lines of a labelled text at the left, at most {@code most}. */
    void labelled(Tone tone, String label, int column, String text, int most) {
        startLabelled(0, tone, label, column);
        wrap(column, text, most);
    }

    /**
     * A label, and beside it text that wraps within its own column.
     *
     * @param column where the text begins; the label is shorter than up to there
     */
    void labelled(int indent, Tone tone, String label, int column, String text) {
        startLabelled(indent, tone, label, column);
        wrap(column, text, Integer.MAX_VALUE);
    }

    private void startLabelled(int indent, Tone tone, String label, int column) {
        String shown = Printable.of(label);
        lines.append(" ".repeat(indent))
                .append(palette.paint(tone, shown))
                .append(" ".repeat(Math.max(1, column - indent - length(shown))));
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
    private void wrap(int column, String text, int most) {
        int reached = column;
        int line = 1;
        String shown = Printable.of(text);
        int left = length(shown);
        for (String word : shown.split(" ", -1)) {
            int length = length(word);
            // Where the last line has to end early, there must be room to say so.
            boolean endsEarly = line == most && reached + 1 + left > width;
            int room = endsEarly ? width - CUT.length() : width;
            left -= length + 1;
            if (reached > column && reached + 1 + length > room) {
                if (line == most) {
                    lines.append(CUT);
                    break;
                }
                lines.append('\n').append(" ".repeat(column));
                reached = column;
                line++;
            } else if (reached > column) {
                lines.append(' ');
                reached++;
            }
            lines.append(word);
            reached += length;
        }
        lines.append('\n');
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
