package io.github.espial.spark;

import io.github.espial.batch.index.Failed;
import org.apache.spark.TaskContext;

/**
 * Which attempt at a task this is. Spark ends a job when a task has failed four times (spark.task.maxFailures), and when a
 * stage has begun four times because what it reads was lost with executors (spark.stage.maxConsecutiveAttempts): either
 * happens where a capture costs each executor its life. So a task that failed twice does nothing any more, and says so; nor
 * does any task of a stage that begins for the last time.
 */
final class Attempt {
    /** Executors that may be lost for other reasons. */
    private static final int MOST = 2;

    /** The last time that a stage begins, counted from 0. */
    private static final int LAST_OF_STAGE = 3;

    private Attempt() {}

    static boolean isHopeless() {
        TaskContext task = TaskContext.get();
        return task != null && isHopeless(task.attemptNumber(), task.stageAttemptNumber());
    }

    /**
     * Whether to do nothing any more.
     *
     * @param ofTask attempts at the task before, since its stage began
     * @param ofStage times that the stage began before
     */
    static boolean isHopeless(int ofTask, int ofStage) {
        return ofTask >= MOST || ofStage >= LAST_OF_STAGE;
    }

    /** What is told of a case at which executors ended. */
    static Told hopeless(ListedCase listed) {
        return Told.undone(
                listed.index(),
                new Failed(
                        Failed.Kind.MEMORY,
                        listed.name()
                                + ": executors ended again and again while they read it, perhaps for want of memory"
                                + " (spark.executor.memory)"));
    }

    /** Threads that a task may use. */
    static int threads() {
        return TaskContext.get() == null ? 1 : Math.max(1, TaskContext.get().cpus());
    }
}
