package io.github.espial.report.sheet;

import java.awt.Font;

/** Text that a font can show: names and comments in a capture are a stranger's, and may hold anything. */
final class Legible {
    private static final int REPLACEMENT = 0xfffd;

    private Legible() {}

    /**
     * {@code text} with white space as single spaces, and U+FFFD for characters that control the layout or that the font
     * lacks.
     */
    static String text(String text, Font font) {
        StringBuilder legible = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isWhitespace(point) || point == ' ') {
                legible.append(' ');
            } else {
                legible.appendCodePoint(isShown(point) && font.canDisplay(point) ? point : replacement(font));
            }
        });
        return legible.toString();
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
