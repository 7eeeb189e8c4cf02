package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.store.ReadProgress;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One case of a batch for an engine that has it diagnosed wherever there is room: what earlier runs left of it is read from
 * one folder, and what is written goes to another, from where the engine takes it.
 */
public final class CaseTask {
    private final BatchOptions options;
    private final CasePlace place;
    private final InputState inputs;

    private CaseTask(BatchOptions options, CasePlace place) {
        this.options = options;
        this.place = place;
        this.inputs = InputState.of(place);
    }

    /** Looks at the files in {@code place}, and opens none. */
    public static CaseTask of(BatchOptions options, CasePlace place) {
        return new CaseTask(options, place);
    }

    /** Octets of its files, as stored. */
    public long octets() {
        return inputs.octets();
    }

    /** A digest of the names, sizes and times of its files. */
    public String stamp() {
        return inputs.stamp();
    }

    /** What an earlier run left of it whose files have not been touched since, and whose reports are as they were written. */
    public Optional<CaseRow> untouched() {
        return options.reuse().isForced()
                ? Optional.empty()
                : KeptCase.in(options.folderOf(place.id()))
                        .filter(kept -> kept.stamp().equals(inputs.stamp()) && CaseRun.isUsable(options, kept))
                        .map(KeptCase::row);
    }

    /**
     * What comes of it, within the time that a case may take. Of one that was copied and is the same, the mark alone is
     * written anew that it is whole.
     *
     * @param into a folder of this machine that takes {@code cases/ID}
     * @param scans of its captures that are known already
     * @param threads that read its captures at the same time, at least 1
     */
    public CaseResult diagnose(Path into, ScanKeeping scans, int threads) throws InterruptedException {
        return new CaseRun(options.into(into, scans), options, place, threads, ReadProgress.NONE, System::nanoTime)
                .run();
    }
}
