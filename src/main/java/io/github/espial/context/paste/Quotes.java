package io.github.espial.context.paste;

import java.util.List;
import java.util.Optional;

/**
 * {@code >} before each line, once or several times, as mail and Markdown quote. As many as all lines have: what a line has
 * beyond that may be its own, as of routers that mark a chosen route so.
 */
final class Quotes {
    private static final int PERCENT = 60;

    private Quotes() {}

    static Optional<Peel> of(List<String> start) {
        if (!Shares.isMost(start, PERCENT, Quotes::isQuoted)) {
            return Optional.empty();
        }
        List<String> quoted = start.stream().filter(Quotes::isQuoted).toList();
        int depth = Integer.MAX_VALUE;
        for (String line : quoted) {
            depth = Math.min(depth, depth(line));
        }
        int marks = depth;
        List<String> inside =
                quoted.stream().map(line -> line.substring(end(line, marks))).toList();
        int blanks = Math.min(1, Shares.indent(inside));
        return Optional.of(lines -> new PeeledLines(
                lines, line -> isQuoted(line) ? Shares.without(line.substring(end(line, marks)), blanks) : line));
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    /** How many marks there are, with blanks between them. */
    private static int depth(String line) {
        int depth = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
            depth += line.charAt(i) == '>' ? 1 : 0;
        }
        return depth;
    }

    /** How far that many marks reach, or all if there are fewer. */
    private static int end(String line, int marks) {
        int end = 0;
        int seen = 0;
        for (int i = 0; i < line.length() && seen < marks && (line.charAt(i) == '>' || line.charAt(i) == ' '); i++) {
            if (line.charAt(i) == '>') {
                seen++;
                end = i + 1;
            }
        }
        return end;
    }
}
