package io.github.espial.report.pdf;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;

/** The summary on A4 pages: vector graphics, and text that can be selected, in embedded fonts. */
public final class PdfReport implements ReportWriter {
    private final String tool;

    /** Reports that name the program and its version, {@code tool}. */
    public PdfReport(String tool) {
        this.tool = tool;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load();
        new PagedDocument(Summary.title(report), tool, fonts).write(Summary.blocks(report, tool, fonts), out);
    }
}
