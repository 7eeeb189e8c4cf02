package io.github.espial.context;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file, of which a few can be looked at ahead. LF, CRLF and CR end a line; form feeds and the byte order
 * mark are left out.
 */
public final class Lines {
    /**
     * Characters of a line that are kept; no output has longer ones. Every parser is asked of every line, so each has to
     * tell in time that grows as the line does: no two parts of a pattern may take the same characters in many ways.
     */
    public static final int MAX_LENGTH = 1 << 12;

    /** Characters of a line that are kept if it begins with a bracket: a whole table as JSON may stand on one line. */
    public static final int MAX_JSON_LENGTH = 1 << 24;

    /** How far ahead a line can be looked at. */
    public static final int MAX_AHEAD = 64;

    private static final int NONE = -1;

    private final Reader characters;
    /** A ring: parsers look ahead at every line, and far. */
    private final String[] ahead = new String[MAX_AHEAD];

    private int first;
    private int count;
    private int number = 1;
    private int pushedBack = NONE;
    private boolean ended;

    public Lines(Reader characters) {
        this.characters = characters;
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
        return fill(distance + 1) ? ahead[(first + distance) % MAX_AHEAD] : "";
    }

    /** Takes the next line; empty text at the end. */
    public String next() throws IOException {
        if (!fill(1)) {
            return "";
        }
        String line = ahead[first];
        ahead[first] = "";
        first = (first + 1) % MAX_AHEAD;
        count--;
        number++;
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

    /** Number of the line that is next, from 1. */
    public int number() {
        return number;
    }

    private boolean fill(int wanted) throws IOException {
        while (count < wanted && !ended) {
            readLine();
        }
        return count >= wanted;
    }

    private void readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = take();
        if (read < 0) {
            ended = true;
            return;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            int limit = line.length() > 0 && isBracket(line.charAt(0)) ? MAX_JSON_LENGTH : MAX_LENGTH;
            if (line.length() < limit && read != '\f' && read != '\ufeff') {
                line.append((char) read);
            }
            read = take();
        }
        if (read == '\r') {
            int after = take();
            pushedBack = after == '\n' ? NONE : after;
        }
        ahead[(first + count) % MAX_AHEAD] = line.toString();
        count++;
    }

    private static boolean isBracket(char character) {
        return character == '[' || character == '{';
    }

    private int take() throws IOException {
        if (pushedBack != NONE) {
            int character = pushedBack;
            pushedBack = NONE;
            return character;
        }
        return characters.read();
    }
}
