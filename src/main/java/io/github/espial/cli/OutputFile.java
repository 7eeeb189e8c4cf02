package io.github.espial.cli;

import io.github.espial.compare.Comparison;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.report.lang.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A report that is to be written.
 *
 * @param file where
 * @param format what
 */
record OutputFile(WholeFile file, ReportFormat format) implements ReportOutput {
    /** Reads the value of {@code --output}. */
    static OutputFile parse(String text) throws UsageException {
        ReportFormat format = ReportFormat.of(text)
                .orElseThrow(() -> new UsageException("--output " + text
                        + ": its ending tells the format, and must be one of " + ReportFormat.endings()
                        + ", or / for a folder of charts"));
        return new OutputFile(WholeFile.parse(text), format);
    }

    @Override
    public void checkBefore(List<Path> inputs) throws IOException, UsageException {
        file.checkBefore(inputs);
    }

    @Override
    public boolean showsFrames() {
        return format == ReportFormat.HTML;
    }

    @Override
    public void write(CaseReport report, List<FrameTree> frames, Language language) throws IOException {
        file.write(out -> format.writer(frames, language).write(report, out));
    }

    @Override
    public void write(Comparison comparison, Language language) throws IOException {
        file.write(out -> format.comparisonWriter(language).write(comparison, out));
    }
}
