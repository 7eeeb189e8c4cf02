package io.github.espial.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.Espial;
import io.github.espial.compare.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvComparisonTest {
    /** The lab mended the first case by the route that the second one has. */
    @Test
    void tellsWhatBecameOfThePeerAndOfTheFinding() throws Exception {
        Espial espial = Espial.usual();
        Comparison comparison = Comparison.of(
                espial.analyze(Path.of("testdata/misrouted-ikev2/capture.pcap")),
                espial.analyze(Path.of("testdata/fixed-ikev2/capture.pcap")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvComparison().write(comparison, out);
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(rows).allSatisfy(row -> assertThat(row.get("outcome")).isEqualTo("mended"));
        assertThat(rows)
                .filteredOn(row -> row.get("kind").equals("peer"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("peer")).isEqualTo("198.51.100.20");
                    assertThat(row.get("text")).contains("192.0.2.254");
                });
        assertThat(rows)
                .filteredOn(row -> row.get("finding").equals("esp-wrong-next-hop"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("change")).isEqualTo("gone"));
    }
}
