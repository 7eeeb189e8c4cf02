package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches by three executors, each a process of its own, held against those by threads. */
class LocalClusterTest {
    @TempDir
    private Path folder = Path.of("");

    private Path tickets = Path.of("");

    @BeforeEach
    void makeTickets() throws IOException {
        tickets = Files.createDirectory(folder.resolve("tickets"));
        Files.copy(Batches.TICKETS.resolve("rekey-and-fix/capture.pcap"), tickets.resolve("one.pcap"));
    }

    /** Settings for so many executors. */
    static Map<String, String> executors(int number) throws IOException {
        // Executors look for what an installation has, and find it on the class path of this process.
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        Map<String, String> settings = new TreeMap<>();
        settings.put("spark.master", "local-cluster[" + number + ",1,1024]");
        settings.put("spark.executor.memory", "512m");
        settings.put("spark.executor.extraClassPath", classPath());
        settings.put("spark.ui.enabled", "false");
        // Whoever does not answer for a while is not lost on a busy machine.
        settings.put("spark.network.timeout", "600s");
        settings.put("spark.worker.timeout", "600");
        return settings;
    }

    /** Of this process, for others that run in another folder. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Map<String, String> byThreads() throws IOException {
        Path out = folder.resolve("threads");
        assertThat(Batches.byThreads(tickets, out)).isZero();
        return Batches.results(out);
    }

    private Map<String, String> bySpark(Map<String, String> settings) throws IOException {
        Path out = folder.resolve("spark");
        assertThat(Batches.bySpark(tickets.toString(), out.toString(), settings))
                .isZero();
        return Batches.results(out);
    }

    @Test
    void scansHundredsOfPiecesAsOneThreadScansAll() throws IOException {
        Map<String, String> settings = executors(3);
        // 663 105 octets.
        settings.put(SparkEngine.PIECE, "2k");

        assertThat(bySpark(settings)).isEqualTo(byThreads());
    }

    @Test
    void bearsTheLossOfAnExecutor() throws IOException {
        Map<String, String> settings = executors(3);
        settings.put(SparkEngine.PIECE, "4k");
        settings.put("spark.extraListeners", Killing.class.getName());
        Killing.KILLED.set(0);

        Map<String, String> reports = bySpark(settings);

        assertThat(Killing.KILLED).hasValue(1);
        assertThat(reports).isEqualTo(byThreads());
    }

    /** Kills an executor when some pieces have been scanned. */
    public static final class Killing extends SparkListener {
        static final AtomicInteger KILLED = new AtomicInteger();
        private static final int TASKS = 40;

        private int ended;

        @Override
        public void onTaskEnd(SparkListenerTaskEnd task) {
            if (++ended == TASKS) {
                // Executors are the only children that this process has.
                ProcessHandle.current()
                        .children()
                        .filter(process -> process.info()
                                .command()
                                .filter(command -> command.endsWith("java"))
                                .isPresent())
                        .findFirst()
                        .ifPresent(executor -> {
                            executor.destroyForcibly();
                            KILLED.incrementAndGet();
                        });
            }
        }
    }
}
