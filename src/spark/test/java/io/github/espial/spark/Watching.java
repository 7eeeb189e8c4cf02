package io.github.espial.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageCompleted;

/** Sees which jobs there are, and what lies in Spark's own folder while they run. */
public final class Watching extends SparkListener {
    /** Descriptions of jobs. */
    static final Set<String> JOBS = new ConcurrentSkipListSet<>();
    /** Names of files that Spark wrote. */
    static final Set<String> FILES = new ConcurrentSkipListSet<>();
    /** Names of those which held a secret. */
    static final Set<String> TELLING = new ConcurrentSkipListSet<>();

    private static volatile Path folder = Path.of("");
    private static volatile List<byte[]> secrets = List.of();

    /**
     * Begins anew.
     *
     * @param local Spark's folder, spark.local.dir
     * @param unspeakable what no file may hold
     */
    static void begin(Path local, List<byte[]> unspeakable) {
        JOBS.clear();
        FILES.clear();
        TELLING.clear();
        folder = local;
        secrets = List.copyOf(unspeakable);
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        JOBS.add(String.valueOf(job.properties().getProperty("spark.job.description")));
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                look(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void look(Path file) throws IOException {
        try {
            String octets = Files.readString(file, StandardCharsets.ISO_8859_1);
            FILES.add(file.getFileName().toString());
            if (secrets.stream().anyMatch(secret -> octets.contains(new String(secret, StandardCharsets.ISO_8859_1)))) {
                TELLING.add(file.toString());
            }
        } catch (NoSuchFileException e) {
            // It was for a moment.
            FILES.remove(file.getFileName().toString());
        }
    }
}
