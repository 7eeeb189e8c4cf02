package io.github.espial.report;

/**
 * Text from captures made harmless to show.
 *
 * <p>File names, comments and interface names come from strangers: a control character may drive the terminal that
 * shows it, a bidirectional control may reorder what a reader sees (Unicode TR 36 §2.10).
 */
public final class Printable {
    private Printable() {}

    /** {@code text} with each character that is not for reading as its code, ESC as <code>&#92;u{1b}</code>. */
    public static String of(String text) {
        int readable = readableFrom(text, 0);
        if (readable == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int from = 0;
        while (readable < text.length()) {
            int codePoint = text.codePointAt(readable);
            shown.append(text, from, readable)
                    .append("\\u{")
                    .append(Integer.toHexString(codePoint))
                    .append('}');
            from = readable + Character.charCount(codePoint);
            readable = readableFrom(text, from);
        }
        return shown.append(text, from, readable).toString();
    }

    /**
     * Whether {@code codePoint} stands for itself when shown: no control character of C0 or C1, no line break, no
     * invisible format character (which the bidirectional controls are), no half of a surrogate pair.
     */
    public static boolean isReadable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Where the readable text that begins at {@code from} ends. A loop: at start-up a stream costs more than all else. */
    private static int readableFrom(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            if (!isReadable(codePoint)) {
                return at;
            }
            at += Character.charCount(codePoint);
        }
        return at;
    }
}
