package io.github.espial.context.paste;

import io.github.espial.context.LineSource;

/** Blanks that are no blanks, or are behind all else, characters without width, and what colors a terminal. */
public final class OddCharacters {
    private static final char ESCAPE = '\u001b';

    private OddCharacters() {}

    /** Blanks for all that look like one, unless they end a line; nothing for what is not seen. */
    public static LineSource plain(LineSource lines) {
        return new PeeledLines(lines, OddCharacters::plain);
    }

    static String plain(String line) {
        int first = 0;
        while (first < line.length() && isPlain(line.charAt(first))) {
            first++;
        }
        return (first == line.length() ? line : rest(line, first)).stripTrailing();
    }

    private static String rest(String line, int first) {
        StringBuilder plain = new StringBuilder(line.length()).append(line, 0, first);
        for (int i = first; i < line.length(); i++) {
            char character = line.charAt(i);
            if (character == ESCAPE) {
                i = endOfSequence(line, i);
            } else if (isBlank(character)) {
                plain.append(' ');
            } else if (!isUnseen(character)) {
                plain.append(character);
            }
        }
        return plain.toString();
    }

    private static boolean isPlain(char character) {
        return character < '\u00a0' ? character != ESCAPE : !isBlank(character) && !isUnseen(character);
    }

    private static boolean isBlank(char character) {
        return character == '\u00a0'
                || (character >= '\u2000' && character <= '\u200a')
                || character == '\u202f'
                || character == '\u205f'
                || character == '\u3000';
    }

    private static boolean isUnseen(char character) {
        return (character >= '\u200b' && character <= '\u200f')
                || (character >= '\u202a' && character <= '\u202e')
                || (character >= '\u2060' && character <= '\u2064')
                || character == '\u00ad'
                || character == '\ufeff';
    }

    /** The last character of a control sequence (ECMA-48 §5.4) that begins at {@code start}. */
    private static int endOfSequence(String line, int start) {
        int at = start + 1;
        if (at >= line.length() || line.charAt(at) != '[') {
            return Math.min(at, line.length() - 1);
        }
        at++;
        while (at < line.length() && (line.charAt(at) < '@' || line.charAt(at) > '~')) {
            at++;
        }
        return Math.min(at, line.length() - 1);
    }
}
