package io.github.espial.batch.index;

import io.github.espial.diagnose.Severity;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code index.csv}: a row for each case (RFC 4180). A cell that a spreadsheet would take for a formula has an apostrophe
 * before it, since much of what is in there was written by strangers.
 */
public final class CsvTable implements IndexFile {
    private static final String[] COLUMNS = {
        "case", "ticket", "title", "customer", "verdict", "errors", "warnings", "findings", "servers", "partners",
        "gateways", "first", "last", "captures", "frames", "bytes", "conclusion", "failure", "notes", "reports"
    };

    /** How formulas begin, here or there; a tab or line break may be passed over before one. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n|\uff1d\uff0b\uff0d\uff20";

    @Override
    public String name() {
        return "index.csv";
    }

    @Override
    public void write(List<CaseRow> rows, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter table =
                        CSVFormat.RFC4180.builder().setHeader(COLUMNS).get().print(out)) {
            for (CaseRow row : rows) {
                table.printRecord(cells(row).map(CsvTable::harmless));
            }
        }
    }

    private static Stream<String> cells(CaseRow row) {
        CaseName name = row.name();
        Optional<Diagnosed> told = row.diagnosed();
        return Stream.of(
                name.id(),
                name.ticket(),
                name.title(),
                name.customer(),
                row.verdict(),
                told.map(all -> Long.toString(all.count(Severity.ERROR))).orElse(""),
                told.map(all -> Long.toString(all.count(Severity.WARNING))).orElse(""),
                told.map(all -> joined(all.findings().stream()
                                .map(Found::id)
                                .distinct()
                                .toList()))
                        .orElse(""),
                told.map(all -> joined(all.parties().servers())).orElse(""),
                told.map(all -> joined(all.parties().partners())).orElse(""),
                told.map(all -> joined(all.parties().gateways())).orElse(""),
                told.map(one -> one.extent().first()).orElse(""),
                told.map(one -> one.extent().last()).orElse(""),
                told.map(all -> Integer.toString(all.extent().captures())).orElse(""),
                told.map(all -> Long.toString(all.extent().frames())).orElse(""),
                told.map(all -> Long.toString(all.extent().octets())).orElse(""),
                row.conclusion(),
                row.failed().map(failed -> failed.kind().toString()).orElse(""),
                name.notes(),
                joined(row.reports()));
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }

    private static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
