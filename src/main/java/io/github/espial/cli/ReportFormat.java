package io.github.espial.cli;

import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.csv.CsvComparison;
import io.github.espial.report.csv.CsvReport;
import io.github.espial.report.json.JsonComparison;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.lang.Language;
import io.github.espial.report.page.PageComparison;
import io.github.espial.report.page.PageReport;
import io.github.espial.report.pdf.PdfComparison;
import io.github.espial.report.pdf.PdfReport;
import io.github.espial.report.png.PngComparison;
import io.github.espial.report.png.PngReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextComparison;
import io.github.espial.report.text.TextReport;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The report formats by file ending. Their writers are made when needed: most runs need no chart and no PDF class. */
enum ReportFormat {
    CSV("csv"),
    HTML("html"),
    JSON("json"),
    PDF("pdf"),
    PNG("png"),
    TEXT("txt");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    ReportWriter writer(Language language) {
        return writer(List.of(), language);
    }

    /** The same; formats that show frames show {@code frames}. */
    ReportWriter writer(List<FrameTree> frames, Language language) {
        return switch (this) {
            case CSV -> new CsvReport();
            case HTML -> new PageReport("espial " + Version.current(), frames, language.translation());
            case JSON -> new JsonReport(Version.current());
            case PDF -> new PdfReport("espial " + Version.current(), language.translation());
            case PNG -> new PngReport("espial " + Version.current(), language.translation());
            case TEXT -> new TextReport(Palette.plain(), language.translation());
        };
    }

    /** The same for a comparison of two cases. */
    ComparisonWriter comparisonWriter(Language language) {
        return switch (this) {
            case CSV -> new CsvComparison();
            case HTML -> new PageComparison("espial " + Version.current(), language.translation());
            case JSON -> new JsonComparison(Version.current());
            case PDF -> new PdfComparison("espial " + Version.current(), language.translation());
            case PNG -> new PngComparison("espial " + Version.current(), language.translation());
            case TEXT -> new TextComparison(Palette.plain(), language.translation());
        };
    }

    /** The ending of its files, without the dot. */
    String ending() {
        return ending;
    }

    /** The endings of all, without the dot. */
    static List<String> names() {
        return Arrays.stream(values()).map(ReportFormat::ending).toList();
    }

    /** The format that the ending of {@code fileName} names. */
    static Optional<ReportFormat> of(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.ending))
                .findFirst();
    }

    /** All endings, for messages. */
    static String endings() {
        return Arrays.stream(values()).map(format -> "." + format.ending).collect(Collectors.joining(" "));
    }
}
