package io.github.espial.report.png;

import io.github.espial.compare.Comparison;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.ComparisonSummary;
import java.io.IOException;
import java.io.OutputStream;

/** The summary of a comparison as one picture. */
public final class PngComparison implements ComparisonWriter {
    private final String tool;

    /** Comparisons that name the program and its version, {@code tool}. */
    public PngComparison(String tool) {
        this.tool = tool;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load();
        Raster.write(Raster.summary(ComparisonSummary.blocks(comparison, tool, fonts), fonts), out);
    }
}
