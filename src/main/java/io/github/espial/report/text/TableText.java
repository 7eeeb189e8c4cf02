package io.github.espial.report.text;

import io.github.espial.report.words.Listing;
import io.github.espial.report.words.Table;
import java.util.ArrayList;
import java.util.List;

/** Tables and lists: a part of a report each, with a title. */
final class TableText {
    private static final int INDENT = 2;
    private static final String BETWEEN = "  ";

    private final TextPage page;

    TableText(TextPage page) {
        this.page = page;
    }

    /** Writes a table, unless it has no rows. */
    void write(Table table) {
        if (table.rows().isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, table.title());
        rows(table);
    }

    /** Writes what stands below the title. */
    void rows(Table table) {
        List<List<String>> rows = said(table.rows());
        List<String> headings = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            headings.add(page.said(column.heading()));
        }
        List<Integer> widths = widths(table, headings, rows);
        row(table, headings, widths);
        for (List<String> row : rows) {
            row(table, row, widths);
        }
        lineIfAny(table.rest());
        if (!table.note().isEmpty()) {
            page.paragraph(INDENT, table.note());
        }
    }

    /**
     * Writes a list, unless it is empty.
     *
     * @param column where details stand
     */
    void write(Listing listing, int column) {
        if (listing.entries().isEmpty()) {
            return;
        }
        page.blank();
        page.line(0, Tone.HEADING, listing.title());
        for (Listing.Entry entry : listing.entries()) {
            page.paragraph(INDENT, entry.text());
            for (Listing.Detail detail : entry.details()) {
                detail(detail, column);
            }
        }
        lineIfAny(listing.rest());
    }

    private void detail(Listing.Detail detail, int column) {
        String label = detail.kind().label();
        if (label.isEmpty()) {
            page.paragraph(column, detail.text());
        } else {
            page.labelled(
                    column,
                    Tone.of(detail.kind()),
                    label,
                    column + page.said(label).length() + 2,
                    detail.text());
        }
    }

    private void lineIfAny(String text) {
        if (!text.isEmpty()) {
            page.line(INDENT, text);
        }
    }

    private List<List<String>> said(List<List<String>> rows) {
        List<List<String>> said = new ArrayList<>(rows.size());
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row.size());
            for (String cell : row) {
                cells.add(page.said(cell));
            }
            said.add(cells);
        }
        return said;
    }

    private static List<Integer> widths(Table table, List<String> headings, List<List<String>> rows) {
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int usual = table.columns().get(column).usual();
            int width = Math.max(usual, headings.get(column).length());
            for (List<String> row : rows) {
                width = Math.max(width, row.get(column).length());
            }
            widths.add(width);
        }
        return widths;
    }

    private void row(Table table, List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String value = row.get(column);
            String room = " ".repeat(widths.get(column) - value.length());
            boolean isCount = table.columns().get(column).isCount();
            line.append(isCount ? room + value : value + room).append(BETWEEN);
        }
        page.asIs(INDENT, line.toString().stripTrailing());
    }
}
