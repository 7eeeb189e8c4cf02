package io.github.espial.spark;

import io.github.espial.batch.index.Failed;
import org.apache.spark.TaskContext;

/**
 * Which attempt at a task this is. Spark ends a job when a task has failed four times (spark.task.maxFailures), as it does
 * where a capture costs each executor its life: so a task that failed twice does nothing any more, and says so.
 */
final class Attempt {
    /** Executors that may be lost for other reasons. */
    private static final int MOST = 2;

    private Attempt() {}

    static boolean isHopeless() {
        return TaskContext.get() != null && TaskContext.get().attemptNumber() >= MOST;
    }

    /** What is told of a case at which executors ended. */
    static Told hopeless(ListedCase listed) {
        return Told.undone(
                listed.index(),
                new Failed(
                        Failed.Kind.MEMORY,
                        listed.name() + ": executors ended " + MOST
                                + " times while they read it, perhaps for want of memory (spark.executor.memory)"));
    }

    /** Threads that a task may use. */
    static int threads() {
        return TaskContext.get() == null ? 1 : Math.max(1, TaskContext.get().cpus());
    }
}
