package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;

/**
 * What came of one case in this run.
 *
 * @param row for the index
 * @param isUnchanged whether it was not diagnosed anew
 */
public record CaseResult(CaseRow row, boolean isUnchanged) {}
