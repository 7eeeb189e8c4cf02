package io.github.espial.batch;

import io.github.espial.store.ReadProgress;
import java.util.OptionalLong;

/** Tells how far one case has been read, each octet of it once: a second reading tells nothing new. */
final class CaseMeter implements ReadProgress {
    private final String caseName;
    private final long all;
    private final BatchListener listener;
    private long told;

    /** @param all octets that the case is expected to have */
    CaseMeter(String caseName, long all, BatchListener listener) {
        this.caseName = caseName;
        this.all = all;
        this.listener = listener;
    }

    @Override
    public synchronized void advanced(long octets, OptionalLong total) {
        long reached = Math.min(octets, all);
        if (reached > told) {
            listener.advanced(caseName, reached - told);
            told = reached;
        }
    }

    /** Octets that were not told of. */
    synchronized long left() {
        return all - told;
    }
}
