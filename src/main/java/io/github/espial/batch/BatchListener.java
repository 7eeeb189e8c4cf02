package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;

/** What is told how a batch goes. */
public interface BatchListener {
    /** Told of each case that reports have another name for. */
    default void called(String name, String inReports) {}

    /**
     * Told once, before the first case.
     *
     * @param cases all of them
     * @param unchanged how many need not be diagnosed anew, as far as is known now
     * @param octets of the files of the others, as stored
     */
    void planned(int cases, int unchanged, long octets);

    /** Told while a case is read, by several threads: how many octets more of its files have been. */
    void advanced(String caseName, long octets);

    /**
     * Told once for each case, in the order in which they end.
     *
     * @param octets of its files that were never told of
     */
    void finished(CaseRow row, boolean isUnchanged, long octets);
}
