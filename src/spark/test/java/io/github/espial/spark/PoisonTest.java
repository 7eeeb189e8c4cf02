package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captures that cost each process its life that reads them, beside others. */
class PoisonTest {
    private static final int OCTETS = 5 << 20;
    private static final int PCAP_HEADER = 24;

    @TempDir
    private Path folder = Path.of("");

    private Path tickets = Path.of("");

    @BeforeEach
    void makeTickets() throws IOException {
        tickets = Files.createDirectory(folder.resolve("tickets"));
        byte[] large = repeated(Files.readAllBytes(Batches.TICKETS.resolve("nat-t/capture.pcap")));
        for (String name : new String[] {"good", "poison", "venom"}) {
            Files.write(tickets.resolve(name + ".pcap"), large);
        }
        Files.copy(Batches.TICKETS.resolve("two-peers/capture.pcap"), tickets.resolve("other.pcap"));
    }

    /** A capture with the records of another again and again: of one as large as this nobody keeps the octets. */
    private static byte[] repeated(byte[] capture) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(capture);
        while (all.size() < OCTETS) {
            all.write(capture, PCAP_HEADER, capture.length - PCAP_HEADER);
        }
        return all.toByteArray();
    }

    private Map<String, String> poisoned(Map<String, String> settings) throws IOException {
        Map<String, String> all = new TreeMap<>(settings);
        all.put("spark.hadoop.fs." + PoisonFiles.SCHEME + ".impl", PoisonFiles.class.getName());
        all.put(SparkEngine.PIECE, "2m");
        Path out = folder.resolve("spark");
        assertThat(Batches.bySpark(PoisonFiles.SCHEME + "://" + tickets, out.toString(), all))
                .isZero();
        return Batches.results(out);
    }

    private void isAsWithoutPoison(Map<String, String> reports) throws IOException {
        Files.delete(tickets.resolve("poison.pcap"));
        Files.delete(tickets.resolve("venom.pcap"));
        Path out = folder.resolve("threads");
        assertThat(Batches.byThreads(tickets, out)).isZero();
        Map<String, String> expected = Batches.results(out);
        expected.keySet().removeIf(name -> name.startsWith("index."));
        Map<String, String> found = new TreeMap<>(reports);
        found.keySet().removeIf(name -> name.startsWith("index."));
        assertThat(found).hasSizeGreaterThan(4).isEqualTo(expected);
    }

    private List<String> rows() throws IOException {
        return Files.readAllLines(folder.resolve("spark/index.jsonl"));
    }

    @Test
    void failsNoJobByTheLossOfExecutors() throws IOException {
        Map<String, String> reports = poisoned(LocalClusterTest.executors(2));

        assertThat(rows()).hasSize(4);
        assertThat(rows().get(2)).contains("poison: executors ended");
        assertThat(rows().get(3)).contains("venom: executors ended");
        isAsWithoutPoison(reports);
    }

    @Test
    void tellsOfAnExceptionThatNobodyExpects() throws IOException {
        Map<String, String> reports = poisoned(Map.of("spark.master", "local[2]"));

        assertThat(rows()).hasSize(4);
        assertThat(rows().get(2)).contains("poison: ").contains("poisoned");
        assertThat(rows().get(3)).contains("venom: ").contains("poisoned");
        isAsWithoutPoison(reports);
    }
}
