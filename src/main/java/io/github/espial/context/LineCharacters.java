package io.github.espial.context;

import java.io.IOException;
import java.io.Reader;

/**
 * Lines as characters, for a parser that reads more than a line: each is taken only when its first character is needed,
 * so that what follows the last one needed is left.
 */
public final class LineCharacters extends Reader {
    private final Lines lines;
    private String line = "";
    private int at;
    private int number;

    public LineCharacters(Lines lines) throws IOException {
        this.lines = lines;
        this.number = lines.number();
    }

    /** Number of the line that was taken last. */
    public int line() {
        return number;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (at == line.length()) {
            if (lines.atEnd()) {
                return -1;
            }
            number = lines.number();
            line = lines.next() + "\n";
            at = 0;
        }
        int count = Math.min(length, line.length() - at);
        line.getChars(at, at + count, buffer, offset);
        at += count;
        return count;
    }

    /** Leaves the lines open. */
    @Override
    public void close() {
        at = line.length();
    }
}
