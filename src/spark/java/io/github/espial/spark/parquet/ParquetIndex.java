package io.github.espial.spark.parquet;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Diagnosed;
import io.github.espial.batch.index.Failed;
import io.github.espial.batch.index.Found;
import io.github.espial.diagnose.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * {@code index.parquet}, a row for each case with the columns of {@code index.csv} and remarks, and {@code findings.parquet}, a
 * row for each finding.
 */
public final class ParquetIndex {
    private static final String CASES = "index";
    private static final String FINDINGS = "findings";
    private static final String ENDING = ".parquet";

    private static final List<Column<CaseRow>> OF_CASE = List.of(
            Column.text("case", row -> row.name().id()),
            Column.text("ticket", row -> row.name().ticket()),
            Column.text("title", row -> row.name().title()),
            Column.text("customer", row -> row.name().customer()),
            Column.text("verdict", CaseRow::verdict),
            number("errors", told -> told.count(Severity.ERROR)),
            number("warnings", told -> told.count(Severity.WARNING)),
            texts(
                    "findings",
                    told -> told.findings().stream().map(Found::id).distinct().toList()),
            texts("servers", told -> told.parties().servers()),
            texts("partners", told -> told.parties().partners()),
            texts("gateways", told -> told.parties().gateways()),
            text("first", told -> told.extent().first()),
            text("last", told -> told.extent().last()),
            number("captures", told -> told.extent().captures()),
            number("frames", told -> told.extent().frames()),
            number("bytes", told -> told.extent().octets()),
            Column.text("conclusion", CaseRow::conclusion),
            Column.text(
                    "failure",
                    row -> row.failed().map(Failed::kind).map(Object::toString).orElse("")),
            Column.text("notes", row -> row.name().notes()),
            Column.texts("reports", row -> Optional.of(row.reports())),
            Column.texts("remarks", row -> Optional.of(row.remarks())));

    private static final List<Column<OfCase>> OF_FINDING = List.of(
            Column.text("case", OfCase::id),
            Column.text("id", one -> one.found().id()),
            Column.text("severity", one -> one.found().severity().toString()),
            Column.text("title", one -> one.found().title()),
            Column.text("partner", one -> one.found().partner()),
            Column.text("gateway", one -> one.found().gateway()));

    private ParquetIndex() {}

    /** A finding of the case {@code id}. */
    private record OfCase(String id, Found found) {}

    /** Writes both files into a folder of this machine, which has none of them yet. */
    public static void write(List<CaseRow> rows, Path folder) throws IOException {
        ParquetRows.write(CASES, OF_CASE, rows, folder.resolve(CASES + ENDING));
        List<OfCase> findings = new ArrayList<>();
        for (CaseRow row : rows) {
            row.diagnosed()
                    .ifPresent(told -> told.findings()
                            .forEach(found -> findings.add(new OfCase(row.name().id(), found))));
        }
        ParquetRows.write(FINDINGS, OF_FINDING, findings, folder.resolve(FINDINGS + ENDING));
    }

    private static Column<CaseRow> number(String name, ToLongFunction<Diagnosed> value) {
        return Column.number(
                name,
                row -> row.diagnosed().isPresent()
                        ? OptionalLong.of(value.applyAsLong(row.diagnosed().get()))
                        : OptionalLong.empty());
    }

    private static Column<CaseRow> text(String name, Function<Diagnosed, String> value) {
        return Column.text(name, row -> row.diagnosed().map(value).orElse(""));
    }

    private static Column<CaseRow> texts(String name, Function<Diagnosed, List<String>> value) {
        return Column.texts(name, row -> row.diagnosed().map(value));
    }
}
