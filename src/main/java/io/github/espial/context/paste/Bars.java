package io.github.espial.context.paste;

import java.util.List;
import java.util.Optional;

/** Rows of a table as Markdown and Jira have them: a bar at both ends, and between cells. */
final class Bars {
    private static final int PERCENT = 60;

    private Bars() {}

    static Optional<Peel> of(List<String> start) {
        return Shares.isMost(start, PERCENT, Bars::isRow)
                ? Optional.of(lines -> new PeeledLines(lines, line -> isRow(line) ? cells(line) : line))
                : Optional.empty();
    }

    private static boolean isRow(String line) {
        String row = line.strip();
        return row.length() > 1 && row.charAt(0) == '|' && row.charAt(row.length() - 1) == '|';
    }

    /** The cells, apart by blanks as wide as the bar; nothing of a row that only divides. */
    private static String cells(String line) {
        String row = line.strip();
        int start = row.startsWith("||") ? 2 : 1;
        int end = row.length() - (row.endsWith("||") && row.length() > 3 ? 2 : 1);
        String inside = row.substring(start, Math.max(start, end));
        if (isDivider(inside)) {
            return "";
        }
        // A row within a row is what was pasted: its bars are its own.
        String cells = isRow(inside) ? inside : inside.replace(" || ", "    ").replace(" | ", "   ");
        int first = cells.startsWith(" ") ? 1 : 0;
        int last = cells.endsWith(" ") && cells.length() > first ? cells.length() - 1 : cells.length();
        return cells.substring(first, last);
    }

    private static boolean isDivider(String inside) {
        return inside.indexOf('-') >= 0
                && inside.indexOf('|') >= 0
                && inside.chars().allMatch(character -> "|-: ".indexOf(character) >= 0);
    }
}
