package io.github.espial.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Has Ctrl-C and SIGTERM end a command in order: what it has to write at its end is written, and the process ends with its
 * status.
 */
final class StopSignal implements AutoCloseable {
    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile ExitStatus status = ExitStatus.UNREADABLE;

    private StopSignal(Runnable stop) {
        this.hook = new Thread(() -> await(stop), "stop");
    }

    /** Calls {@code stop} when the process is told to end, until this is closed. */
    static StopSignal calling(Runnable stop) {
        StopSignal signal = new StopSignal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** What a process that was told to end exits with. */
    void exitWith(ExitStatus known) {
        status = known;
    }

    /** What there was to do is done. */
    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is being ended: the hook ends it.
            return;
        }
    }

    private void await(Runnable stop) {
        stop.run();
        try {
            finished.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // The JVM would end with the number of the signal.
        Runtime.getRuntime().halt(status.code());
    }
}
