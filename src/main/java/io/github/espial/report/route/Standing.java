package io.github.espial.report.route;

/** What a next hop is for all traffic of a case together. */
public enum Standing {
    /** Took traffic that was not for it, and no other. */
    WRONG,
    /** Proper next hop of every peer that used it, or should have. */
    PROPER,
    /** Proper for one peer, wrong for another. */
    BOTH,
    /** Nothing says either. */
    NEITHER
}
