package io.github.espial.bytes;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When work is to end with what there is by then. Asked between steps; nothing is interrupted. */
public final class Deadline {
    /** Never. */
    public static final Deadline NONE = new Deadline(() -> 0, Long.MAX_VALUE);

    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    /**
     * The end of {@code time} from now.
     *
     * @param nanoTime a clock that never goes back, such as {@link System#nanoTime}
     */
    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    /** Whether the time is up. */
    public boolean isOver() {
        return nanoTime.getAsLong() - end >= 0;
    }
}
