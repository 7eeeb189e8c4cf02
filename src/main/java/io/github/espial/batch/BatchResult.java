package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import java.util.List;

/**
 * What came of a batch.
 *
 * @param began when, in UTC
 * @param rows of all cases in the order of the folder; where it was stopped, of those that were diagnosed
 * @param unchanged how many of them were not diagnosed anew
 * @param passedOver what in the folder is no case, and why: a line each
 * @param unwritten files of the index that could not be written, and why: a line each
 * @param earlier what the run before had told
 * @param isStopped whether it was told to stop before the last case
 */
public record BatchResult(
        String began,
        List<CaseRow> rows,
        int unchanged,
        List<String> passedOver,
        List<String> unwritten,
        EarlierRun earlier,
        boolean isStopped) {
    public BatchResult {
        rows = List.copyOf(rows);
        passedOver = List.copyOf(passedOver);
        unwritten = List.copyOf(unwritten);
    }
}
