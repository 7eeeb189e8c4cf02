package io.github.espial.report.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table with a heading (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula has an apostrophe before it,
 * since much of what is in there was written by strangers.
 */
public final class CsvRows {
    /** How formulas begin, here or there; a tab or line break may be passed over before one. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n|\uff1d\uff0b\uff0d\uff20";

    private CsvRows() {}

    /** Writes a table, and leaves {@code out} open. */
    public static void write(List<String> columns, Iterable<List<String>> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter table = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get()
                .print(text);
        for (List<String> row : rows) {
            table.printRecord(row.stream().map(CsvRows::harmless));
        }
        text.flush();
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
