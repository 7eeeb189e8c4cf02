package io.github.espial.cli;

import io.github.espial.batch.AskedBatch;
import io.github.espial.batch.BatchEngine;
import io.github.espial.batch.BatchOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;

/** {@code --engine spark}: who runs a batch. Spark's part is a jar of its own, which no other run loads a class of. */
final class EngineOption {
    private static final String ENGINE = "engine";
    private static final String MASTER = "master";
    private static final String THREADS = "threads";
    private static final String SPARK = "spark";
    private static final String CLASS = "io.github.espial.spark.SparkEngine";

    /** What belongs to this process, or to a file of this machine, and why or what stands in its place. */
    private static final Map<String, String> OF_THIS_PROCESS = Map.of(
            "redact", "its key would have to travel to other machines; make copies of the captures with espial redact",
            "memory", "spark.executor.memory says it",
            "threads", "spark.executor.cores and spark.task.cpus say it, and local[N] here");

    private EngineOption() {}

    static Options addTo(Options options) {
        return options.addOption(AnalyzeOptions.valued(
                        null, ENGINE, "ENGINE", "who runs it: threads of this process (default), or spark"))
                .addOption(
                        AnalyzeOptions.valued(null, MASTER, "URL", "of Spark, for --engine spark (default local[*])"));
    }

    /** The engine that is asked for; empty where threads of this process do the work. */
    static Optional<BatchEngine> engine(CommandLine line) throws UsageException, IOException {
        String engine = AnalyzeOptions.value(line, ENGINE).orElse(THREADS);
        Optional<String> master = AnalyzeOptions.value(line, MASTER);
        if (engine.equals(THREADS)) {
            if (master.isPresent()) {
                throw new UsageException("--master is for --engine spark");
            }
            return Optional.empty();
        }
        if (!engine.equals(SPARK)) {
            throw new UsageException("--engine " + engine + ": expected threads or spark");
        }
        for (Map.Entry<String, String> option : OF_THIS_PROCESS.entrySet()) {
            if (line.hasOption(option.getKey())) {
                throw new UsageException("--" + option.getKey() + " is not for --engine spark: " + option.getValue());
            }
        }
        return Optional.of(spark(master));
    }

    private static BatchEngine spark(Optional<String> master) throws UsageException, IOException {
        try {
            Object made = Class.forName(CLASS).getConstructor(Optional.class).newInstance(master);
            return (BatchEngine) made;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof LinkageError) {
                throw notHere();
            }
            throw new IOException("--engine spark: " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw notHere();
        }
    }

    private static UsageException notHere() {
        return new UsageException("--engine spark: espial-spark.jar and Spark are not here: mvn -Pspark package puts"
                + " them into target/espial/lib/spark");
    }

    /**
     * A batch in the words of its command line.
     *
     * @param words that were parsed once, without a mistake
     */
    record InWords(List<String> words) implements AskedBatch {
        InWords {
            words = List.copyOf(words);
        }

        @Override
        public BatchOptions options(Path folder, Path out) {
            try {
                CommandLine line = AnalyzeOptions.commandLine("batch", BatchArguments.options(), words);
                return BatchArguments.asked(line, folder, out);
            } catch (UsageException e) {
                throw new IllegalArgumentException("words that were no mistake elsewhere", e);
            }
        }
    }
}
