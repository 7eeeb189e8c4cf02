package io.github.espial.cli;

import io.github.espial.report.ReportWriter;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.pdf.PdfReport;
import io.github.espial.report.png.PngReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The report formats by file ending. Their writers are made when needed: most runs need no chart and no PDF class. */
enum ReportFormat {
    JSON("json", () -> new JsonReport(Version.current())),
    PDF("pdf", () -> new PdfReport("espial " + Version.current())),
    PNG("png", () -> new PngReport("espial " + Version.current())),
    TEXT("txt", () -> new TextReport(Palette.plain()));

    private final String ending;
    private final Supplier<ReportWriter> writer;

    ReportFormat(String ending, Supplier<ReportWriter> writer) {
        this.ending = ending;
        this.writer = writer;
    }

    ReportWriter writer() {
        return writer.get();
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
