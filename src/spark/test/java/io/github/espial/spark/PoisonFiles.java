package io.github.espial.spark;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.SparkEnv;

/**
 * The files of this machine, some of which do harm: whoever opens one with {@code poison} in its name is dead at once, with
 * {@code venom} if it is there to diagnose the case, which threads beside that of the task do. Where Spark runs within one process, it is an exception of a kind that
 * nobody expects.
 */
public final class PoisonFiles extends RawLocalFileSystem {
    static final String SCHEME = "poison";

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        boolean isDeadly = path.getName().contains("poison")
                || (path.getName().contains("venom")
                        && !Thread.currentThread().getName().startsWith("Executor task"));
        if (isDeadly && SparkEnv.get() != null) {
            if (!SparkEnv.get().executorId().equals("driver")) {
                Runtime.getRuntime().halt(137);
            }
            throw new IllegalStateException("poisoned");
        }
        return super.open(path, buffer);
    }
}
