package io.github.espial.compare;

/** What became of the fault that a case showed, as a later case tells. */
public enum Outcome {
    /** What went wrong before goes right now. */
    MENDED("mended"),
    /** A part of it does, or it could be told of a part only. */
    PARTLY_MENDED("partly mended"),
    /** What went right goes right, and what went wrong still goes wrong. */
    UNCHANGED("unchanged"),
    /** Something goes wrong now that went right before. */
    WORSE("worse"),
    /** One of the cases does not show enough. */
    CANNOT_TELL("cannot tell");

    private final String text;

    Outcome(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
