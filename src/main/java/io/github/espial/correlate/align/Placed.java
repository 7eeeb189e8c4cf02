package io.github.espial.correlate.align;

/**
 * A unit that went into a bin.
 *
 * @param first first of its packets that did
 * @param last last of them
 * @param score sum of log-likelihood ratios, less what is due to the choice of the stretch
 * @param packets how many packets it has there
 * @param found how many of them have an ESP packet of their own
 */
record Placed(int unit, int bin, int first, int last, double score, int packets, int found) {
    /** Whether {@code packet}, if it is the unit's, is in the stretch. */
    boolean covers(int packet) {
        return first <= packet && packet <= last;
    }

    /** The same with what was found. */
    Placed finding(int ofPackets, int esp) {
        return new Placed(unit, bin, first, last, score, ofPackets, esp);
    }
}
