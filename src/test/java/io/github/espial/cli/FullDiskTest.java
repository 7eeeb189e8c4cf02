package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.report.SampleComparisons;
import io.github.espial.report.SampleReports;
import io.github.espial.report.lang.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the format: where a disk is full, one line names the file and says why. */
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");
    private static final String REASON = "No space left on device";

    @TempDir
    Path folder;

    static boolean hasFullDevice() {
        return Files.exists(FULL);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAReportWasNotWritten(ReportFormat format) {
        assertThatThrownBy(() -> format.writer(Language.ENGLISH).write(SampleReports.misrouted(), new FullDisk()))
                .isInstanceOf(IOException.class)
                .hasMessage(REASON);
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyAComparisonWasNotWritten(ReportFormat format) {
        assertThatThrownBy(() ->
                        format.comparisonWriter(Language.ENGLISH).write(SampleComparisons.mended(), new FullDisk()))
                .isInstanceOf(IOException.class)
                .hasMessage(REASON);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIf("hasFullDevice")
    void namesTheFile(ReportFormat format) throws Exception {
        Path file = folder.resolve("report." + format.ending());
        Files.createSymbolicLink(file, FULL);
        OutputFile output = OutputFile.parse(file.toString());
        assertThatThrownBy(() -> output.write(SampleReports.misrouted(), List.of(), Language.ENGLISH))
                .hasMessage(file + ": cannot be written: " + REASON);
        assertThatThrownBy(() -> output.write(SampleComparisons.mended(), Language.ENGLISH))
                .hasMessage(file + ": cannot be written: " + REASON);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException(REASON);
        }
    }
}
