package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.RowWriter;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Compares the lines of a file with rows, neither of which need be in memory as a whole text. */
final class RowComparison implements Closeable {
    private final BufferedReader lines;

    RowComparison(Path file) throws IOException {
        lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    /** Whether the file holds exactly {@code rows}. */
    boolean holds(List<CaseRow> rows) throws IOException {
        for (CaseRow row : rows) {
            if (!RowWriter.line(row).equals(lines.readLine())) {
                return false;
            }
        }
        return lines.readLine() == null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
