package io.github.espial.report.pdf;

import io.github.espial.compare.Comparison;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.ComparisonSummary;
import java.io.IOException;
import java.io.OutputStream;

/** The summary of a comparison on A4 pages, a single one where few peers are compared. */
public final class PdfComparison implements ComparisonWriter {
    private final String tool;
    private final Translation translation;

    /** Comparisons that name the program and its version, {@code tool}. */
    public PdfComparison(String tool) {
        this(tool, Translation.NONE);
    }

    /** The same in another language. */
    public PdfComparison(String tool, Translation translation) {
        this.tool = tool;
        this.translation = translation;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load().in(translation);
        new PagedDocument(ComparisonSummary.title(comparison), tool, fonts)
                .write(ComparisonSummary.blocks(comparison, tool, fonts), out);
    }
}
