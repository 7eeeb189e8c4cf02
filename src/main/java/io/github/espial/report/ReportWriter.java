package io.github.espial.report;

import io.github.espial.diagnose.CaseReport;
import java.io.IOException;
import java.io.OutputStream;

/** One output format. */
public interface ReportWriter {
    /**
     * Writes {@code report}, leaves {@code out} open. Deterministic: no clock, locale, host name or map order.
     *
     * @throws IOException when {@code out} fails, or the format needs something this machine lacks, which it names
     */
    void write(CaseReport report, OutputStream out) throws IOException;
}
