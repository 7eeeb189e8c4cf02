package io.github.espial.spark;

import java.io.Serializable;

/**
 * How large captures are cut into pieces.
 *
 * @param octets of a piece
 * @param isAsked whether somebody wants them so, whatever else there is to do
 */
record Pieces(long octets, boolean isAsked) implements Serializable {
    /** Octets of the largest capture that is left to one processor, whatever else there is to do: half a minute from a store. */
    private static final long MOST_WHOLE = 8L << 30;

    /** Parts of what a processor has to do, of which a capture may take one before others wait for its end. */
    private static final int PARTS = 4;

    /**
     * Octets from which a capture is cut. What is scanned whole gets to know its flows once, and nothing is put together, which
     * saves a third of the time: so none is cut where there are enough others to keep all processors busy.
     *
     * @param all octets of all cases
     */
    long divided(long all, int processors) {
        long least = 2 * octets;
        return isAsked ? least : Math.max(least, Math.min(MOST_WHOLE, all / ((long) PARTS * processors)));
    }
}
