package io.github.espial.infer;

/** How many pairs of hosts with IPsec between them are judged. */
public enum Breadth {
    /** As many as a network has: of more than that, those that may matter. */
    BUSIEST(10_000),
    /** However many there are, and however long it takes. */
    ALL(Integer.MAX_VALUE);

    private final int pairs;

    Breadth(int pairs) {
        this.pairs = pairs;
    }

    /** Pairs of hosts that are judged at the most. */
    public int pairs() {
        return pairs;
    }
}
