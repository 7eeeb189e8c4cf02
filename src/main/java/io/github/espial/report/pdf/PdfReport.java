package io.github.espial.report.pdf;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.lang.Translation;
import io.github.espial.report.sheet.Block;
import io.github.espial.report.sheet.Typefaces;
import io.github.espial.report.summary.Details;
import io.github.espial.report.summary.Summary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The summary on A4 pages, the tables of the text report, and what the findings mean: vector graphics, and text that can be selected, in embedded fonts. */
public final class PdfReport implements ReportWriter {
    private final String tool;
    private final Translation translation;

    /** Reports that name the program and its version, {@code tool}. */
    public PdfReport(String tool) {
        this(tool, Translation.NONE);
    }

    /** The same in another language. */
    public PdfReport(String tool, Translation translation) {
        this.tool = tool;
        this.translation = translation;
    }

    @Override
    public void write(CaseReport report, OutputStream out) throws IOException {
        Typefaces fonts = Typefaces.load().in(translation);
        List<Block> blocks = new ArrayList<>(Summary.blocks(report, tool, fonts));
        blocks.addAll(Details.of(report, fonts));
        blocks.addAll(Summary.meanings(report, fonts));
        new PagedDocument(Summary.title(report), tool, fonts).write(blocks, out);
    }
}
