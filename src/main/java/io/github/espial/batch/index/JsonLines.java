package io.github.espial.batch.index;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code index.jsonl}: a line of JSON for each case. */
public final class JsonLines implements IndexFile {
    @Override
    public String name() {
        return "index.jsonl";
    }

    @Override
    public void write(List<CaseRow> rows, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (CaseRow row : rows) {
                RowWriter.write(row, out);
                out.write('\n');
            }
        }
    }
}
