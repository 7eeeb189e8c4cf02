package io.github.espial.compare;

import java.util.Collection;

/** Where packets went that are for one peer, or for one network behind it, in one case. */
public enum Routing {
    /** All to the proper next hop. */
    PROPER("proper"),
    /** Some to the proper next hop and some to another. */
    PARTLY_WRONG("partly wrong"),
    /** All to another next hop than the proper one. */
    WRONG("wrong"),
    /** The case does not show which next hop they took, or which is the proper one. */
    OPEN("undetermined"),
    /** There were none. */
    NONE("none seen");

    private final String text;

    Routing(String text) {
        this.text = text;
    }

    /** Whether some are known to have gone wrong. */
    public boolean isWrong() {
        return this == WRONG || this == PARTLY_WRONG;
    }

    /** Whether it is known of all whether they went right. */
    public boolean isTold() {
        return this == PROPER || isWrong();
    }

    /** Of parts, what they are as a whole: one that is known to be wrong makes that known of the whole. */
    static Routing of(Collection<Routing> parts) {
        boolean hasWrong = parts.stream().anyMatch(Routing::isWrong);
        if (hasWrong) {
            boolean isSplit = parts.contains(PROPER) || parts.contains(PARTLY_WRONG);
            return isSplit ? PARTLY_WRONG : WRONG;
        }
        if (parts.contains(OPEN)) {
            return OPEN;
        }
        return parts.contains(PROPER) ? PROPER : NONE;
    }

    @Override
    public String toString() {
        return text;
    }
}
