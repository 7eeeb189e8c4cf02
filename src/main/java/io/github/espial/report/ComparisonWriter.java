package io.github.espial.report;

import io.github.espial.compare.Comparison;
import java.io.IOException;
import java.io.OutputStream;

/** One output format of comparisons. */
public interface ComparisonWriter {
    /**
     * Writes {@code comparison}, leaves {@code out} open. Deterministic, as {@link ReportWriter} is.
     *
     * @throws IOException when {@code out} fails, or the format needs something this machine lacks, which it names
     */
    void write(Comparison comparison, OutputStream out) throws IOException;
}
