package io.github.espial.context;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of a file, of which a few can be looked at ahead. */
public final class Lines {
    /**
     * Characters of a line that are kept; no output has longer ones. Every parser is asked of every line, so each has to
     * tell in time that grows as the line does: no two parts of a pattern may take the same characters in many ways.
     */
    public static final int MAX_LENGTH = 1 << 12;

    /** Characters of a line that are kept if a bracket is near its start: a whole table as JSON may stand on one line. */
    public static final int MAX_JSON_LENGTH = 1 << 24;

    /** How far ahead a line can be looked at. */
    public static final int MAX_AHEAD = 64;

    private final LineSource source;
    /** A ring: parsers look ahead at every line, and far. */
    private final String[] ahead = new String[MAX_AHEAD];

    private final int[] numbers = new int[MAX_AHEAD];

    private int first;
    private int count;
    private int last;
    private boolean ended;
    private long looksAhead;

    /** The lines that {@code characters} are. */
    public Lines(Reader characters) {
        this(new ReadLines(characters));
    }

    public Lines(LineSource source) {
        this.source = source;
        Arrays.fill(ahead, "");
    }

    /** Whether no line is left. */
    public boolean atEnd() throws IOException {
        return !fill(1);
    }

    /** The line that is next; empty text at the end. */
    public String peek() throws IOException {
        return peek(0);
    }

    /** The line {@code distance} lines after the next one; empty text after the end. */
    public String peek(int distance) throws IOException {
        if (distance >= MAX_AHEAD) {
            throw new IllegalArgumentException("cannot look " + distance + " lines ahead");
        }
        looksAhead += distance > 0 ? 1 : 0;
        return fill(distance + 1) ? ahead[(first + distance) % MAX_AHEAD] : "";
    }

    /** Takes the next line; empty text at the end. */
    public String next() throws IOException {
        if (!fill(1)) {
            return "";
        }
        String line = ahead[first];
        last = numbers[first];
        ahead[first] = "";
        first = (first + 1) % MAX_AHEAD;
        count--;
        return line;
    }

    /** Takes the next line if it matches {@code shape}; empty where it does not, and it stays the next. */
    public Optional<Matcher> take(Pattern shape) throws IOException {
        Matcher match = shape.matcher(peek());
        if (!match.matches()) {
            return Optional.empty();
        }
        next();
        return Optional.of(match);
    }

    /** Number of the line that is next, from 1: by what the file is, where lines of it are left out or joined. */
    public int number() throws IOException {
        return fill(1) ? numbers[first] : last + 1;
    }

    /** Number of the line that was taken last; 0 before the first. */
    public int taken() {
        return last;
    }

    /** How often any line but the next was looked at: where that does not grow, what was told was told by that line alone. */
    public long looksAhead() {
        return looksAhead;
    }

    private boolean fill(int wanted) throws IOException {
        while (count < wanted && !ended) {
            if (source.advance()) {
                int place = (first + count) % MAX_AHEAD;
                ahead[place] = source.line();
                numbers[place] = source.number();
                count++;
            } else {
                ended = true;
            }
        }
        return count >= wanted;
    }
}
