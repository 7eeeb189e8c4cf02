package io.github.espial.report.route;

/** What a next hop is for all traffic of a case together. */
public enum Standing {
    /** All that it took should have gone elsewhere. */
    WRONG(", not the proper next hop"),
    /** Proper next hop of every peer that used it, or should have. */
    PROPER(", proper next hop"),
    /** Wrong for a part of what it took; the rest was for it, or is not judged. */
    MIXED(", wrong for some peers"),
    /** Nothing says that any of it was wrong, nor that all of it was for it. */
    NEITHER("");

    private final String suffix;

    Standing(String suffix) {
        this.suffix = suffix;
    }

    /** What to add to the name of a next hop; empty where there is nothing to say. */
    public String suffix() {
        return suffix;
    }
}
