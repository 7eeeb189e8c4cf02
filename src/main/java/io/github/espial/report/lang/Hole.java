package io.github.espial.report.lang;

/**
 * A place in a pattern that takes some of the text.
 *
 * @param number which it is, in the order of the other language's sentence
 * @param kind what it takes
 */
record Hole(int number, Kind kind) {
    /** What a hole takes. */
    enum Kind {
        /** A phrase, which is translated in its turn: {@code {1}}. */
        PHRASE,
        /** Digits: {@code {1#}}. */
        NUMBER,
        /** A word that stays as it is: {@code {1.}}. */
        WORD,
        /** Any text that stays as it is, such as a name or a command: {@code {1=}}. */
        VERBATIM,
        /** Commands with semicolons between them, which stay as they are: {@code {1;}}. */
        COMMANDS
    }

    /** Whether it takes {@code text} from {@code start} to before {@code end}, which is not empty. */
    boolean takes(String text, int start, int end) {
        return switch (kind) {
            case PHRASE, VERBATIM, COMMANDS ->
                !Character.isWhitespace(text.charAt(start)) && !Character.isWhitespace(text.charAt(end - 1));
            case NUMBER -> isNumber(text, start, end);
            case WORD -> isWord(text, start, end);
        };
    }

    private static boolean isNumber(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (Character.isWhitespace(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }
}
