package io.github.espial.report.text;

import io.github.espial.report.Printable;
import io.github.espial.report.lang.Translation;

/** Lines of a report in the making. All text is translated and made printable here, whatever it holds. */
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
    private final Translation translation;
    private final int width;

    TextPage(Palette palette, Translation translation) {
        this(palette, translation, WIDTH);
    }

    /** Lines for a terminal of so many columns. */
    TextPage(Palette palette, Translation translation, int columns) {
        this.palette = palette;
        this.translation = translation;
        this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, columns));
    }

    void blank() {
        lines.append('\n');
    }

    /** {@code english} in the language of the page, for whoever has to know how long it is. */
    String said(String english) {
        return translation.of(english);
    }

    /** One line, however long: what a reader copies must not be broken. */
    void line(int indent, Tone tone, String text) {
        lines.append(" ".repeat(indent))
                .append(palette.paint(tone, shown(tone, text)))
                .append('\n');
    }

    /** One line of which the middle is set off, {@code before} reaching at least up to {@code column}. */
    void line(int indent, String before, int column, Tone tone, String text, String after) {
        String label = shown(Tone.PLAIN, before);
        lines.append(" ".repeat(indent))
                .append(label)
                .append(" ".repeat(Math.max(0, column - indent - length(label))))
                .append(palette.paint(tone, shown(tone, text)))
                .append(shown(Tone.PLAIN, after))
                .append('\n');
    }

    /** One line of what {@link #said} gave. */
    void asIs(int indent, String text) {
        lines.append(" ".repeat(indent)).append(Printable.of(text)).append('\n');
    }

    /** The lines of another page. */
    void append(TextPage other) {
        lines.append(other.lines);
    }

    /** What is to be copied is the same in every language. */
    private String shown(Tone tone, String text) {
        return Printable.of(tone == Tone.COPY ? text : translation.of(text));
    }

    /** One line that is not set off. */
    void line(int indent, String text) {
        line(indent, Tone.PLAIN, text);
    }

    /** Text wrapped between words, each line at {@code indent}. */
    void paragraph(int indent, String text) {
        lines.append(" ".repeat(indent));
        wrap(indent, indent, shown(Tone.PLAIN, text), Integer.MAX_VALUE);
    }

    /** The same, of which the lines beyond {@code most} are cut off. */
    void cut(int indent, String text, int most) {
        lines.append(" ".repeat(indent));
        wrap(indent, indent, shown(Tone.PLAIN, text), most);
    }

    /** The first lines of a labelled text at the left, at most {@code most}. */
    void labelled(Tone tone, String label, int column, String text, int most) {
        int reached = startLabelled(0, tone, label, column);
        wrap(column, reached, shown(Tone.PLAIN, text), most);
    }

    /**
     * A label, and beside it text that wraps within its own column.
     *
     * @param column where the text begins, unless the label is longer than up to there
     */
    void labelled(int indent, Tone tone, String label, int column, String text) {
        int reached = startLabelled(indent, tone, label, column);
        wrap(column, reached, shown(Tone.PLAIN, text), Integer.MAX_VALUE);
    }

    /** The same with text that a reader copies. */
    void labelledCopy(int indent, String label, int column, String text) {
        int reached = startLabelled(indent, Tone.PLAIN, label, column);
        wrap(column, reached, shown(Tone.COPY, text), Integer.MAX_VALUE);
    }

    /** Begins a line, and tells the column that it has reached. */
    private int startLabelled(int indent, Tone tone, String label, int column) {
        return start(indent, tone, shown(tone, label), column);
    }

    private int start(int indent, Tone tone, String shown, int column) {
        int room = Math.max(1, column - indent - length(shown));
        lines.append(" ".repeat(indent)).append(palette.paint(tone, shown)).append(" ".repeat(room));
        return indent + length(shown) + room;
    }

    /** The same with a label that {@link #said} gave. */
    void labelledAsIs(int indent, String label, int column, String text) {
        int reached = start(indent, Tone.PLAIN, Printable.of(label), column);
        wrap(column, reached, shown(Tone.PLAIN, text), Integer.MAX_VALUE);
    }

    /** The same with a label that is not set off. */
    void labelled(int indent, String label, int column, String text) {
        labelled(indent, Tone.PLAIN, label, column, text);
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    /** Appends {@code shown} to a line that has reached {@code begin}, ends the line, and begins others at {@code column}. */
    private void wrap(int column, int begin, String shown, int most) {
        int first = begin;
        int reached = begin;
        int line = 1;
        int left = length(shown);
        for (String word : shown.split(" ", -1)) {
            int length = length(word);
            // Where the last line has to end early, there must be room to say so.
            boolean endsEarly = line == most && reached + 1 + left > width;
            int room = endsEarly ? width - CUT.length() : width;
            left -= length + 1;
            if (reached > first && reached + 1 + length > room) {
                if (line == most) {
                    lines.append(CUT);
                    break;
                }
                lines.append('\n').append(" ".repeat(column));
                first = column;
                reached = column;
                line++;
            } else if (reached > first) {
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
