package io.github.espial.batch;

import java.io.IOException;
import java.nio.file.Path;

/** Runs batches elsewhere than in threads of this process. */
public interface BatchEngine {
    /**
     * The folder that a user means by {@code word}, on whatever file system this engine knows.
     *
     * @throws IOException when there is no such file system; the message names the word
     */
    Path folder(String word) throws IOException;

    /**
     * Diagnoses all cases of {@code folder} that are new or have changed, and writes the index over all, as {@link BatchRun}
     * does.
     *
     * @param folder holds the cases, and {@code out} takes the reports: both of {@link #folder(String)}
     * @param stoppings is given what stops the run
     * @throws IOException when the folder cannot be read, or nothing can be written
     */
    BatchResult run(AskedBatch asked, Path folder, Path out, BatchListener listener, BatchRun.StoppingTaker stoppings)
            throws IOException, InterruptedException;
}
