package io.github.espial.context;

import java.util.Optional;

/**
 * A line of a name, a colon and a value, as many outputs have them: {@code IPv4 Address. . . : 192.0.2.10}.
 *
 * @param label without the dots and spaces before the colon
 * @param value empty text where nothing follows the colon
 */
public record LabelledLine(String label, String value) {
    /**
     * Splits at the first colon that nothing, or a space, follows: others are part of an address or a name. A name may
     * have one itself, if dots lead to the colon after it.
     */
    public static Optional<LabelledLine> of(String line) {
        int dots = line.indexOf(". .");
        Optional<LabelledLine> dotted = dots < 0 ? Optional.empty() : of(line, dots);
        return dotted.isPresent() ? dotted : of(line, 0);
    }

    private static Optional<LabelledLine> of(String line, int from) {
        for (int colon = line.indexOf(':', from); colon >= 0; colon = line.indexOf(':', colon + 1)) {
            if (colon + 1 == line.length() || isFiller(line.charAt(colon + 1))) {
                String label = stripped(line, 0, colon);
                return label.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LabelledLine(label, stripped(line, colon + 1, line.length())));
            }
        }
        return Optional.empty();
    }

    /** Whether dots lead from the name to the colon, as {@code ipconfig} prints it. */
    public static boolean isDotted(String line) {
        int dots = line.indexOf(". .");
        int colon = line.indexOf(':', dots);
        // Bits that tshark prints have dots too: .... ..1. .... = LG bit: Locally administered address.
        boolean areBits = line.lastIndexOf('=', colon) >= 0;
        return dots > 1 && Character.isWhitespace(line.charAt(0)) && colon > 0 && !areBits;
    }

    private static String stripped(String line, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isFiller(line.charAt(start))) {
            start++;
        }
        while (end > start && (isFiller(line.charAt(end - 1)) || (to < line.length() && line.charAt(end - 1) == '.'))) {
            end--;
        }
        return line.substring(start, end);
    }

    /** French sets a space that does not break before a colon. */
    private static boolean isFiller(char character) {
        return Character.isWhitespace(character) || character == '\u00a0';
    }
}
