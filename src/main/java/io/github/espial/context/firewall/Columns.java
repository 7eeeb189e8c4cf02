package io.github.espial.context.firewall;

import io.github.espial.context.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A heading of a table that was copied from a web page. Browsers put tabs between cells, so that empty ones are kept;
 * text that lost its tabs has spaces, and then only cells of one word, of which none is empty, can be told apart.
 */
record Columns(List<String> names, boolean hasTabs) {
    /** Reads the heading; empty if the table has not all of {@code wanted}. */
    static Optional<Columns> of(String line, List<String> wanted) {
        if (!line.contains(wanted.get(0))) {
            return Optional.empty();
        }
        boolean hasTabs = line.contains("\t");
        List<String> names = hasTabs ? cells(line) : split(line, wanted);
        return names.containsAll(wanted) ? Optional.of(new Columns(names, hasTabs)) : Optional.empty();
    }

    /** The cell of a row in a column; empty if it has none, or nothing stands in it. */
    Optional<String> cell(String row, String... anyOf) {
        List<String> cells = hasTabs ? cells(row) : Words.of(row);
        for (String name : anyOf) {
            int column = names.indexOf(name);
            if (column >= 0 && column < cells.size() && !cells.get(column).isEmpty()) {
                return Optional.of(cells.get(column));
            }
        }
        return Optional.empty();
    }

    /** Whether a row is long enough to have a cell in a column, empty or not. */
    boolean reaches(String row, String name) {
        return (hasTabs ? cells(row) : Words.of(row)).size() > names.indexOf(name);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.split("\t", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }

    /** Names of several words stay together where they are wanted ones. */
    private static List<String> split(String line, List<String> wanted) {
        String joined = line;
        for (String name : wanted) {
            joined = joined.replace(name, name.replace(' ', '\u00a0'));
        }
        return Words.of(joined).stream()
                .map(name -> name.replace('\u00a0', ' '))
                .toList();
    }
}
