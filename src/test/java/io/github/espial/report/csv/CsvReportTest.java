package io.github.espial.report.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.Espial;
import io.github.espial.report.SampleCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    private static List<CSVRecord> read(ByteArrayOutputStream out) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
    }

    /** The lab knows of each SA which frames went where, by its own count. */
    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "l2tp-ipsec"})
    void tellsOfEachLinkWhatTheLabKnows(String name) throws Exception {
        Path folder = Path.of("testdata", name);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvReport().write(Espial.usual().analyze(folder.resolve("capture.pcap")), out);
        Set<String> told = new TreeSet<>();
        for (CSVRecord row : read(out)) {
            told.add(String.join(
                    " ",
                    row.get("source"),
                    row.get("destination"),
                    row.get("spi"),
                    row.get("sourceMac"),
                    row.get("destinationMac"),
                    row.get("frames")));
        }
        Set<String> known = new TreeSet<>();
        JsonNode truth =
                new ObjectMapper().readTree(folder.resolve("truth.json").toFile());
        for (JsonNode sa : truth.get("esp")) {
            for (JsonNode link : sa.get("links")) {
                known.add(String.join(
                        " ",
                        sa.get("source").asText(),
                        sa.get("destination").asText(),
                        sa.get("spi").asText(),
                        link.get("sourceMac").asText(),
                        link.get("destinationMac").asText(),
                        link.get("frames").asText()));
            }
        }
        assertThat(told).isNotEmpty().isEqualTo(known);
    }

    @Test
    void namesWhereMisroutedFramesWentAndShouldGo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvReport().write(Espial.usual().analyze(Path.of("testdata/misrouted-ikev2/capture.pcap")), out);
        assertThat(read(out)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("verdict")).isEqualTo("misrouted");
            assertThat(row.get("nextHop")).isEqualTo("192.0.2.1");
            assertThat(row.get("expectedNextHop")).isEqualTo("192.0.2.254");
            assertThat(row.get("findings")).contains("esp-wrong-next-hop");
        });
    }

    @Test
    void hasOneRowForACaseWithoutAssociations() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CsvReport().write(SampleCases.noIpsec(), out);
        assertThat(read(out)).singleElement().satisfies(row -> {
            assertThat(row.get("verdict")).isEqualTo("no-ipsec");
            assertThat(row.get("spi")).isEmpty();
        });
    }
}
