package io.github.espial.report.words;

import java.util.List;

/**
 * Values in columns.
 *
 * @param title what it shows
 * @param columns from left to right
 * @param rows each with a value for each column
 * @param rest how many more rows there would be; empty where these are all
 * @param note what is to be said of it all; empty for nothing
 */
public record Table(String title, List<Column> columns, List<List<String>> rows, String rest, String note) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A column.
     *
     * @param heading empty where the values speak for themselves
     * @param isCount whether its values are numbers, the same digits of which belong below each other
     * @param usual characters of the longest value that is usual: tables of one kind are alike in that
     */
    public record Column(String heading, boolean isCount, int usual) {
        static Column of(String heading, int usual) {
            return new Column(heading, false, usual);
        }
    }
}
