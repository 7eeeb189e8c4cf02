package io.github.espial.batch;

import java.io.Serializable;
import java.nio.file.Path;

/** What is asked of a batch, in a form that travels from process to process. */
public interface AskedBatch extends Serializable {
    /** The same as options, where the cases and the reports are as this process knows them. */
    BatchOptions options(Path folder, Path out);
}
