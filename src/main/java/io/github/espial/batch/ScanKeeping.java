package io.github.espial.batch;

import io.github.espial.cases.CaseFiles;
import io.github.espial.scan.KeptScans;
import java.nio.file.Path;

/** Says where scans of a case's captures are kept, beside its reports, so that they serve another time. */
@FunctionalInterface
public interface ScanKeeping {
    /** Keeps nothing. */
    ScanKeeping NOTHING = (files, folder) -> KeptScans.NONE;

    /**
     * The scans that are kept of one case.
     *
     * @param folder of its reports; may not exist yet
     */
    KeptScans of(CaseFiles files, Path folder);
}
