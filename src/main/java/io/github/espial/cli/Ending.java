package io.github.espial.cli;

/**
 * How the process ends. Since Java 21 {@link System#exit} asks for a logger, and for one that somebody brings every jar of the
 * class path is searched, which takes longer than the judgement of a small case. The process ends as well when its main thread
 * does: with 0, or with 1 if that ended by something thrown, as the {@code java} command has it.
 */
final class Ending {
    private Ending() {}

    /** Left to itself, the JVM would end with 1 on a defect, which says that something was found. */
    static void handleDefects() {
        Thread.currentThread().setUncaughtExceptionHandler(new DefectHandler());
    }

    /**
     * Ends the process with a status, where the calling thread is the main one and {@link #handleDefects} was called; hooks of
     * the JVM run as ever. Nothing may be done after it.
     */
    static void with(ExitStatus status) {
        if (status.code() > 1 || isAwaited()) {
            System.exit(status.code());
        }
        if (status.code() == 1) {
            throw new Found();
        }
    }

    /** Whether another thread would keep the process from ending. */
    private static boolean isAwaited() {
        Thread[] threads = new Thread[2 * Thread.activeCount() + 1];
        int count = Thread.enumerate(threads);
        for (int i = 0; i < count; i++) {
            if (!threads[i].isDaemon() && threads[i] != Thread.currentThread()) {
                return true;
            }
        }
        return false;
    }

    /** Says that findings of severity error are what the process ends with 1 for, and no defect. */
    private static final class Found extends Error {
        private static final long serialVersionUID = 1;

        Found() {
            super("findings of severity error", null, false, false);
        }
    }

    private static final class DefectHandler implements Thread.UncaughtExceptionHandler {
        @Override
        public void uncaughtException(Thread thread, Throwable defect) {
            if (!(defect instanceof Found)) {
                defect.printStackTrace();
                System.exit(ExitStatus.UNREADABLE.code());
            }
        }
    }
}
