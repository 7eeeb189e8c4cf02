package io.github.espial.context;

import java.io.IOException;
import java.io.Reader;

/** Lines of characters that are read. LF, CRLF and CR end a line; form feeds and the byte order mark are left out. */
public final class ReadLines implements LineSource {
    private static final int NONE = -1;

    /** Where a line of JSON begins at the latest: a prompt, a number or a time may be before it. */
    private static final int LATEST_BRACKET = 32;

    private final Reader characters;
    private String line = "";
    private int number;
    private int pushedBack = NONE;

    public ReadLines(Reader characters) {
        this.characters = characters;
    }

    @Override
    public boolean advance() throws IOException {
        int read = take();
        if (read < 0) {
            return false;
        }
        StringBuilder text = new StringBuilder();
        int limit = Lines.MAX_LENGTH;
        while (read >= 0 && read != '\n' && read != '\r') {
            if (text.length() < LATEST_BRACKET && isBracket((char) read)) {
                limit = Lines.MAX_JSON_LENGTH;
            }
            if (text.length() < limit && read != '\f' && read != '\ufeff') {
                text.append((char) read);
            }
            read = take();
        }
        if (read == '\r') {
            int after = take();
            pushedBack = after == '\n' ? NONE : after;
        }
        line = text.toString();
        number++;
        return true;
    }

    @Override
    public String line() {
        return line;
    }

    @Override
    public int number() {
        return number;
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
