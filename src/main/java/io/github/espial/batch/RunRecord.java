package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.ticket.Discovery;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a run keeps over all of its cases: the index, and for the next run, what was told. */
public final class RunRecord {
    private final Instant began = Instant.now();
    private final Path into;
    private final EarlierRun earlier;
    private final BatchIndex index;

    /**
     * The record of a run that begins now.
     *
     * @param out the folder of the reports, where the run before left its record
     * @param into a folder of this machine that takes this one: {@code out} or another
     */
    public RunRecord(Path out, Path into) {
        this.into = into;
        this.earlier = EarlierRun.of(out, out.resolve(BatchIndex.ROWS));
        this.index = new BatchIndex(into);
    }

    /** Writes the index of a run that goes on; whatever is wrong with that is told at the end, if it still is. */
    public void write(List<CaseRow> rows) {
        index.write(rows, earlier.note(rows, began, false));
    }

    /**
     * Writes all that is left of a run.
     *
     * @param rows of all cases in the order of the folder; where it was stopped, of those that were diagnosed
     * @param unchanged how many of them were not diagnosed anew
     * @param isStopped whether it was told to stop before the last case
     */
    public BatchResult end(Discovery found, List<CaseRow> rows, int unchanged, boolean isStopped) {
        List<String> unwritten = new ArrayList<>(index.write(rows, earlier.note(rows, began, !isStopped)));
        if (!isStopped) {
            keep(rows, unwritten);
        }
        return new BatchResult(
                EarlierRun.told(began), rows, unchanged, found.passedOver(), unwritten, earlier, isStopped);
    }

    private void keep(List<CaseRow> rows, List<String> unwritten) {
        try {
            WholeFile.write(into.resolve(EarlierRun.FILE), file -> EarlierRun.keep(rows, Instant.now(), file));
        } catch (UnwrittenException e) {
            unwritten.add(String.valueOf(e.getMessage()));
        }
    }
}
