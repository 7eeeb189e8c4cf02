package io.github.espial.batch.index;

import io.github.espial.diagnose.Severity;
import io.github.espial.report.csv.CsvRows;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code index.csv}: a row for each case. */
public final class CsvTable implements IndexFile {
    private static final List<String> COLUMNS = List.of(
            "case",
            "ticket",
            "title",
            "customer",
            "verdict",
            "errors",
            "warnings",
            "findings",
            "servers",
            "partners",
            "gateways",
            "first",
            "last",
            "captures",
            "frames",
            "bytes",
            "conclusion",
            "failure",
            "notes",
            "reports");

    @Override
    public String name() {
        return "index.csv";
    }

    @Override
    public void write(List<CaseRow> rows, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            CsvRows.write(
                    COLUMNS, () -> rows.stream().map(row -> cells(row).toList()).iterator(), out);
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
}
