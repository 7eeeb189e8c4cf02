package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a batch on Spark as Spark reads them, held against the CSV and JSON of one by threads. */
class ParquetIndexTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasTheRowsOfBatch() throws IOException {
        Path spark = folder.resolve("spark");
        Path threads = folder.resolve("threads");
        assertThat(Batches.bySpark(Batches.TICKETS.toString(), spark.toString(), Map.of("spark.master", "local[2]")))
                .isZero();
        assertThat(Batches.byThreads(Batches.TICKETS, threads)).isZero();

        try (SparkSession session = SparkSession.builder()
                .master("local[1]")
                .config("spark.ui.enabled", "false")
                .getOrCreate()) {
            List<Row> cases = session.read()
                    .parquet(spark.resolve("index.parquet").toString())
                    .collectAsList();
            List<Row> findings = session.read()
                    .parquet(spark.resolve("findings.parquet").toString())
                    .collectAsList();

            assertThat(cases.stream().map(ParquetIndexTest::cells)).isEqualTo(csv(threads.resolve("index.csv")));
            assertThat(findings.stream().map(ParquetIndexTest::cells))
                    .hasSizeGreaterThan(20)
                    .isEqualTo(findings(threads.resolve("index.jsonl")));
        }
    }

    /** The index of a run by threads tells of no other run. */
    @Test
    void leavesWithARunByThreads() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        Path out = folder.resolve("reports");
        Files.copy(Batches.TICKETS.resolve("nat-t/capture.pcap"), tickets.resolve("one.pcap"));
        Batches.bySpark(tickets.toString(), out.toString(), Map.of("spark.master", "local[1]"));
        assertThat(out.resolve("index.parquet")).exists();

        // Nothing has changed.
        Batches.byThreads(tickets, out);
        assertThat(out.resolve("index.parquet")).exists();
        Files.copy(Batches.TICKETS.resolve("nat-t/capture.pcap"), tickets.resolve("two.pcap"));
        Batches.byThreads(tickets, out);

        assertThat(out.resolve("index.parquet")).doesNotExist();
        assertThat(out.resolve("findings.parquet")).doesNotExist();
    }

    /** What a row holds by column, as CSV has it: what is not known is empty, and lists are joined by blanks. */
    private static Map<String, String> cells(Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String name : row.schema().fieldNames()) {
            int place = row.fieldIndex(name);
            boolean isList = row.schema().fields()[place].dataType().typeName().equals("array");
            String text = row.isNullAt(place)
                    ? ""
                    : isList ? String.join(" ", row.<String>getList(place)) : String.valueOf(row.get(place));
            cells.put(name, text);
        }
        // CSV has no such column.
        cells.remove("remarks");
        return cells;
    }

    private static List<Map<String, String>> csv(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CSVParser records = CSVParser.parse(
                file,
                StandardCharsets.UTF_8,
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            for (CSVRecord record : records) {
                rows.add(record.toMap());
            }
        }
        return rows;
    }

    private static List<Map<String, String>> findings(Path lines) throws IOException {
        List<Map<String, String>> findings = new ArrayList<>();
        for (String line : Files.readAllLines(lines)) {
            JsonNode row = new ObjectMapper().readTree(line);
            for (JsonNode found : row.path("findings")) {
                Map<String, String> cells = new LinkedHashMap<>();
                cells.put("case", row.path("case").asText());
                for (String name : new String[] {"id", "severity", "title", "partner", "gateway"}) {
                    cells.put(name, found.path(name).asText());
                }
                findings.add(cells);
            }
        }
        return findings;
    }
}
