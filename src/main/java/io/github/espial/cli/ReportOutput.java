package io.github.espial.cli;

import io.github.espial.compare.Comparison;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.lang.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What {@code --output} asks for: a report, or a folder of charts. */
sealed interface ReportOutput permits OutputFile, ChartFolder {
    /** Fails now rather than after the work: it must be possible to write it, and no input may be overwritten. */
    void checkBefore(List<Path> inputs) throws IOException, UsageException;

    /** Whether it shows frames of the case, which then have to be read once more. */
    boolean showsFrames();

    /**
     * Writes the report on a case.
     *
     * @param frames those that evidence names; empty unless any output shows them
     */
    void write(CaseReport report, List<FrameTree> frames, Language language) throws IOException;

    void write(Comparison comparison, Language language) throws IOException;

    /** Reads the value of {@code --output}. */
    static ReportOutput parse(String text) throws UsageException {
        return text.endsWith("/") ? ChartFolder.parse(text) : OutputFile.parse(text);
    }
}
