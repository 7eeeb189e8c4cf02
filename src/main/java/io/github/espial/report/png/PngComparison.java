package io.github.espial.report.png;

import io.github.espial.compare.Comparison;
import io.github.espial.report.ComparisonWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.ComparisonSummary;
import java.io.IOException;
import java.io.OutputStream;

/** The summary of a comparison as one picture. */
public final class PngComparison implements ComparisonWriter {
    private final String tool;
    private final Translation translation;

    /** Comparisons that name the program and its version, {@code tool}. */
    public PngComparison(String tool) {
        this(tool, Translation.NONE);
    }

    /** The same in another language. */
    public PngComparison(String tool, Translation translation) {
        this.tool = tool;
        this.translation = translation;
    }

    @Override
    public void write(Comparison comparison, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load().in(translation);
        Raster.write(Raster.summary(ComparisonSummary.blocks(comparison, tool, fonts), fonts), out);
    }
}
