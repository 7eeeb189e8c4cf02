package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.CsvTable;
import io.github.espial.batch.index.HtmlPage;
import io.github.espial.batch.index.IndexFile;
import io.github.espial.batch.index.JsonLines;
import io.github.espial.batch.index.RunNote;
import io.github.espial.batch.index.SqliteTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the index. The one with all that is known of each case is written last, and tells whether the others hold. */
final class BatchIndex {
    private static final List<IndexFile> FILES = List.of(new CsvTable(), new SqliteTables());
    private static final IndexFile LAST = new JsonLines();

    /** What a run elsewhere may have left, which would contradict these files. */
    private static final List<String> OF_OTHER_ENGINES = List.of("index.parquet", "findings.parquet");

    /** The file that has all that is known of each case. */
    static final String ROWS = LAST.name();

    private final Path out;

    /** The index in the folder {@code out}. */
    BatchIndex(Path out) {
        this.out = out;
    }

    /**
     * Writes the page, which says {@code note} of the run, and of the others what does not hold {@code rows} already; tells
     * what could not be written: a line each.
     */
    List<String> write(List<CaseRow> rows, RunNote note) {
        List<String> unwritten = new ArrayList<>();
        write(new HtmlPage(note), rows, unwritten);
        if (isWritten(rows)) {
            return unwritten;
        }
        for (String other : OF_OTHER_ENGINES) {
            remove(out.resolve(other), unwritten);
        }
        for (IndexFile file : FILES) {
            write(file, rows, unwritten);
        }
        write(LAST, rows, unwritten);
        return unwritten;
    }

    private void write(IndexFile index, List<CaseRow> rows, List<String> unwritten) {
        Path target = out.resolve(index.name());
        try {
            WholeFile.write(target, file -> index.write(rows, file));
        } catch (UnwrittenException e) {
            unwritten.add(String.valueOf(e.getMessage()));
            remove(target, unwritten);
        }
    }

    /** What was left of an earlier run would contradict the other files. */
    private static void remove(Path target, List<String> unwritten) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            unwritten.add(target + ": of an earlier run, and cannot be removed: " + WholeFile.reason(e));
        }
    }

    private boolean isWritten(List<CaseRow> rows) {
        if (FILES.stream().anyMatch(file -> Files.notExists(out.resolve(file.name())))) {
            return false;
        }
        try (RowComparison before = new RowComparison(out.resolve(LAST.name()))) {
            return before.holds(rows);
        } catch (IOException e) {
            return false;
        }
    }
}
