package io.github.espial.observe.table;

/** What becomes of two values of one fact when tables are merged; every fold is associative and commutative. */
public enum Fold {
    SUM(0),
    LEAST(Long.MAX_VALUE),
    GREATEST(Long.MIN_VALUE),
    /** The earlier time in nanoseconds since the epoch. */
    FIRST_TIME(Long.MAX_VALUE),
    /** The later time in nanoseconds since the epoch. */
    LAST_TIME(Long.MIN_VALUE),
    /** The bits of either side. */
    UNION(0),
    /** The earlier frame reference; see {@link FrameWord}. */
    FIRST_FRAME(Long.MAX_VALUE),
    /** The later frame reference; see {@link FrameWord}. */
    LAST_FRAME(Long.MIN_VALUE);

    /** What a fresh row holds: folding it with any value gives that value. */
    public final long empty;

    Fold(long empty) {
        this.empty = empty;
    }

    public long of(long left, long right) {
        return switch (this) {
            case SUM -> left + right;
            case LEAST, FIRST_TIME, FIRST_FRAME -> Math.min(left, right);
            case GREATEST, LAST_TIME, LAST_FRAME -> Math.max(left, right);
            case UNION -> left | right;
        };
    }

    public boolean isFrame() {
        return this == FIRST_FRAME || this == LAST_FRAME;
    }

    public boolean isTime() {
        return this == FIRST_TIME || this == LAST_TIME;
    }
}
