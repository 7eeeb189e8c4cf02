package io.github.espial.batch;

import io.github.espial.report.ReportWriter;
import java.util.function.Supplier;

/**
 * A report to write of every case.
 *
 * @param ending of its file, without the dot
 * @param language of its texts, as a tag (BCP 47)
 * @param writer makes what writes it
 */
public record ReportKind(String ending, String language, Supplier<ReportWriter> writer) {}
