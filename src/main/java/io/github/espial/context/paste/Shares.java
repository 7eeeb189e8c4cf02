package io.github.espial.context.paste;

import java.util.List;
import java.util.function.Predicate;

/** How many lines of the start of a file look alike. */
final class Shares {
    private Shares() {}

    /** Whether there are lines, and of those that are not blank at least so many in a hundred are such ones. */
    static boolean isMost(List<String> start, int percent, Predicate<String> is) {
        int all = 0;
        int such = 0;
        for (String line : start) {
            if (!line.isBlank()) {
                all++;
                such += is.test(line) ? 1 : 0;
            }
        }
        return such > 0 && such * 100L >= (long) all * percent;
    }

    /** How many blanks or tabs each line that is not blank begins with at least; 0 where all are blank. */
    static int indent(List<String> lines) {
        int least = Integer.MAX_VALUE;
        for (String line : lines) {
            if (!line.isBlank()) {
                least = Math.min(least, indent(line));
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }

    /** Without so many characters at its start, as far as they are blank. */
    static String without(String line, int indent) {
        return line.substring(Math.min(indent, indent(line)));
    }
}
