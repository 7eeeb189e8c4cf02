package io.github.espial.report.sheet;

import java.awt.Font;

/** Text that a font can show: names and comments in a capture are a stranger's, and may hold anything. */
final class Legible {
    private static final int REPLACEMENT = 0xfffd;

    /** No writing needs more: Vietnamese has a vowel's mark and a tone's. */
    private static final int MOST_MARKS = 2;

    private Legible() {}

    /**
     * {@code text} with white space as single spaces, and U+FFFD for characters that control the layout or that the font
     * lacks; of combining marks no more than two stay with a character, as a tower of them draws through the whole picture.
     */
    static String text(String text, Font font) {
        StringBuilder legible = new StringBuilder(text.length());
        int marks = 0;
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            at += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                continue;
            }
            if (Character.isWhitespace(point) || point == ' ') {
                legible.append(' ');
            } else {
                legible.appendCodePoint(isShown(point) && font.canDisplay(point) ? point : replacement(font));
            }
        }
        return legible.toString();
    }

    /** Whether it is drawn above or below the character before it. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static int replacement(Font font) {
        return font.canDisplay(REPLACEMENT) ? REPLACEMENT : '?';
    }

    /** False for what changes the order or the place of other characters, and for what no font should show. */
    private static boolean isShown(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
