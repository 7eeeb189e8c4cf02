package io.github.espial.context.paste;

import java.util.List;
import java.util.Optional;

/** {@code >} before each line, once or several times, as mail and Markdown quote. */
final class Quotes {
    private static final int PERCENT = 60;

    private Quotes() {}

    static Optional<Peel> of(List<String> start) {
        if (!Shares.isMost(start, PERCENT, Quotes::isQuoted)) {
            return Optional.empty();
        }
        List<String> inside = start.stream()
                .filter(Quotes::isQuoted)
                .map(line -> line.substring(marks(line)))
                .toList();
        int blanks = Math.min(1, Shares.indent(inside));
        return Optional.of(lines -> new PeeledLines(
                lines, line -> isQuoted(line) ? Shares.without(line.substring(marks(line)), blanks) : line));
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    /** How far the marks reach, with blanks between them. */
    private static int marks(String line) {
        int last = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
            if (line.charAt(i) == '>') {
                last = i + 1;
            }
        }
        return last;
    }
}
