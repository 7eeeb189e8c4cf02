package io.github.espial.cli;

import io.github.espial.batch.AskedBatch;
import io.github.espial.batch.BatchEngine;
import io.github.espial.batch.BatchOptions;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
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

    /** What belongs to this process, or to a file of this machine. */
    private static final List<String> OF_THIS_PROCESS = List.of("redact", "memory", "threads");

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
        for (String option : OF_THIS_PROCESS) {
            if (line.hasOption(option)) {
                throw new UsageException("--" + option + " is not for --engine spark");
            }
        }
        return Optional.of(spark(master));
    }

    private static BatchEngine spark(Optional<String> master) throws UsageException, IOException {
        try {
            Object made = Class.forName(CLASS).getConstructor(Optional.class).newInstance(master);
            return (BatchEngine) made;
        } catch (InvocationTargetException e) {
            throw new IOException("--engine spark: " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UsageException("--engine spark: espial-spark.jar and Spark are not here: mvn -Pspark package puts"
                    + " them into target/espial/lib/spark");
        }
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
