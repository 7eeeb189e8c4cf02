package io.github.espial.report.route;

/** What a next hop is for all traffic of a case together. */
public enum Standing {
    /** All that it took should have gone elsewhere. */
    WRONG,
    /** Proper next hop of every peer that used it, or should have. */
    PROPER,
    /** Wrong for a part of what it took; the rest was for it, or is not judged. */
    MIXED,
    /** Nothing says that any of it was wrong, nor that all of it was for it. */
    NEITHER
}
