package io.github.espial.infer;

/** How much of what was seen is judged. */
public enum Breadth {
    /** As many as a network has: of more than that, those that may matter. */
    BUSIEST(10_000, 5_000),
    /** However many there are, and however long it takes. */
    ALL(Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int pairs;
    private final int rows;

    Breadth(int pairs, int rows) {
        this.pairs = pairs;
        this.rows = rows;
    }

    /** Pairs of hosts that are judged at the most. */
    public int pairs() {
        return pairs;
    }

    /** Conversations of one pair, and SAs of one, that are judged at the most. */
    int rows() {
        return rows;
    }
}
