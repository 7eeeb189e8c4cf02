package io.github.espial.context;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;

/**
 * The lines of a file, of which a few can be looked at ahead. LF, CRLF and CR end a line; form feeds and the byte order
 * mark are left out.
 */
public final class Lines {
    /** Characters of a line that are kept; no output has longer ones, and patterns take their time over long ones. */
    public static final int MAX_LENGTH = 1 << 12;

    /** Characters of a line that are kept if it begins with a bracket: a whole table as JSON may stand on one line. */
    public static final int MAX_JSON_LENGTH = 1 << 24;

    /** How far ahead a line can be looked at. */
    public static final int MAX_AHEAD = 64;

    private static final int NONE = -1;

    private final Reader characters;
    private final ArrayDeque<String> ahead = new ArrayDeque<>();
    private int number = 1;
    private int pushedBack = NONE;
    private boolean ended;

    public Lines(Reader characters) {
        this.characters = characters;
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
        if (!fill(distance + 1)) {
            return "";
        }
        if (distance == 0) {
            return ahead.getFirst();
        }
        return ahead.stream().skip(distance).findFirst().orElse("");
    }

    /** Takes the next line; empty text at the end. */
    public String next() throws IOException {
        if (!fill(1)) {
            return "";
        }
        number++;
        return ahead.removeFirst();
    }

    /** Number of the line that is next, from 1. */
    public int number() {
        return number;
    }

    private boolean fill(int count) throws IOException {
        while (ahead.size() < count && !ended) {
            readLine();
        }
        return ahead.size() >= count;
    }

    private void readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int read = take();
        if (read < 0) {
            ended = true;
            return;
        }
        while (read >= 0 && read != '\n' && read != '\r') {
            int limit = line.length() > 0 && line.charAt(0) == '[' ? MAX_JSON_LENGTH : MAX_LENGTH;
            if (line.length() < limit && read != '\f' && read != '\ufeff') {
                line.append((char) read);
            }
            read = take();
        }
        if (read == '\r') {
            int after = take();
            pushedBack = after == '\n' ? NONE : after;
        }
        ahead.add(line.toString());
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
