package io.github.espial.observe.tally;

/**
 * What of each kind of facts is too much to keep, so that it need not be gathered: it only grows while a capture is read.
 * Holds for the other pieces of the same capture.
 */
public final class Sampling {
    /** Nothing is left out. */
    public static final Sampling NONE = new Sampling(new long[ObservedTable.ALL.size()]);

    /** By table, as each tells it; 0 where nothing is left out. */
    private final long[] levels;

    Sampling(long[] levels) {
        this.levels = levels.clone();
    }

    long of(int table) {
        return levels[table];
    }
}
