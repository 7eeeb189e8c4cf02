package io.github.espial.observe;

/** What becomes of two values of one fact when tables are merged; every fold is associative and commutative. */
enum Fold {
    SUM(0) {
        @Override
        long of(long left, long right) {
            return left + right;
        }
    },
    LEAST(Long.MAX_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.min(left, right);
        }
    },
    GREATEST(Long.MIN_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.max(left, right);
        }
    },
    /** The earlier time in nanoseconds since the epoch. */
    FIRST_TIME(Long.MAX_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.min(left, right);
        }
    },
    /** The later time in nanoseconds since the epoch. */
    LAST_TIME(Long.MIN_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.max(left, right);
        }
    },
    /** The bits of either side. */
    UNION(0) {
        @Override
        long of(long left, long right) {
            return left | right;
        }
    },
    /** The earlier frame reference; see {@link FrameReference}. */
    FIRST_FRAME(Long.MAX_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.min(left, right);
        }
    },
    /** The later frame reference; see {@link FrameReference}. */
    LAST_FRAME(Long.MIN_VALUE) {
        @Override
        long of(long left, long right) {
            return Math.max(left, right);
        }
    };

    /** What a fresh row holds: folding it with any value gives that value. */
    final long empty;

    Fold(long empty) {
        this.empty = empty;
    }

    abstract long of(long left, long right);

    boolean isFrame() {
        return this == FIRST_FRAME || this == LAST_FRAME;
    }

    boolean isTime() {
        return this == FIRST_TIME || this == LAST_TIME;
    }
}
