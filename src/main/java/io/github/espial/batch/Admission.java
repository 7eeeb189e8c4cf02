package io.github.espial.batch;

import java.util.concurrent.Semaphore;

/** Lets as many cases in at the same time as there is memory for. */
final class Admission {
    /** What any case takes: windows over its captures, and tables. */
    private static final long LEAST = 24L << 20;

    private static final long UNIT = 1L << 20;

    private final int most;
    private final Semaphore units;

    /** @param memory octets for all cases together */
    Admission(long memory) {
        most = (int) Math.min(Integer.MAX_VALUE, Math.max(1, memory / UNIT));
        units = new Semaphore(most, true);
    }

    /**
     * Waits until there is room for a case.
     *
     * @param octets of its files: its tables hold fewer
     * @return what to hand back to {@link #leave}
     */
    int enter(long octets) throws InterruptedException {
        int taken = (int) Math.min(most, (LEAST + octets) / UNIT);
        units.acquire(taken);
        return taken;
    }

    void leave(int taken) {
        units.release(taken);
    }
}
