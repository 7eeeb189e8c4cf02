package io.github.espial.report.png;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;

/** The answer as one card, {@value Raster#WIDTH} pixels wide, that can be read where a ticket shows it. */
public final class PngReport implements ReportWriter {
    private final String tool;
    private final Translation translation;

    /** Reports that name the program and its version, {@code tool}. */
    public PngReport(String tool) {
        this(tool, Translation.NONE);
    }

    /** The same in another language. */
    public PngReport(String tool, Translation translation) {
        this.tool = tool;
        this.translation = translation;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load().in(translation);
        Raster.write(Raster.summary(Summary.card(report, tool, fonts), fonts), out);
    }
}
