package io.github.espial.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Traffic;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every capture of the lab against what tshark counted in it and what the lab knows of it. */
class LabTruthTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> truths() throws IOException {
        try (Stream<Path> files = Files.walk(TESTDATA)) {
            return files.filter(file -> file.getFileName().toString().matches("truth(-\\d+)?\\.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("truths")
    void verdictAndFindingsAreThoseOfTheLab(Path file) throws Exception {
        JsonNode truth = JSON.readTree(file.toFile());
        CaseReport report = report(file, truth);

        assertThat(report.verdict()).hasToString(truth.get("verdict").asText());
        List<String> ids = report.findings().stream().map(Finding::id).toList();
        truth.path("required").forEach(id -> assertThat(ids).contains(id.asText()));
        truth.path("forbidden").forEach(id -> assertThat(ids).doesNotContain(id.asText()));
    }

    @ParameterizedTest
    @MethodSource("truths")
    void everyEspFrameIsCountedOnItsLink(Path file) throws Exception {
        JsonNode truth = JSON.readTree(file.toFile());
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode sa : truth.get("esp")) {
            Map<String, Long> links = new TreeMap<>();
            sa.path("links")
                    .forEach(link -> links.put(
                            link.get("sourceMac").asText() + ">"
                                    + link.get("destinationMac").asText(),
                            link.get("frames").asLong()));
            String key = sa.get("source").asText() + ">" + sa.get("destination").asText() + " "
                    + sa.get("spi").asText() + " " + sa.get("encapsulation").asText();
            expected.put(key, sa.get("frames").asLong() + " " + links);
        }
        CaseReport report = report(file, truth);

        assertThat(report.inputs().captures().get(0).summary().frames())
                .isEqualTo(truth.get("frames").asLong());
        Map<String, String> counted = new TreeMap<>();
        report.topology()
                .associations()
                .forEach(sa -> counted.put(key(sa), sa.span().frames() + " " + links(sa)));
        assertThat(counted).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("truths")
    void misroutedFramesAndTheirProperNextHopAreNamed(Path file) throws Exception {
        JsonNode truth = JSON.readTree(file.toFile());
        List<Finding> wrong = report(file, truth).findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop") && finding.severity() == Severity.ERROR)
                .toList();
        if (!truth.has("misrouted")) {
            assertThat(wrong).isEmpty();
            return;
        }
        JsonNode misrouted = truth.get("misrouted");
        TreeSet<String> spis = new TreeSet<>();
        long frames = 0;
        for (JsonNode spi : misrouted.get("spis")) {
            spis.add(spi.get("spi").asText());
            frames += spi.get("frames").asLong();
        }
        TreeSet<String> found = new TreeSet<>();
        wrong.forEach(finding -> finding.subject().spis().forEach(spi -> found.add(spi.toString())));
        assertThat(found).isEqualTo(spis);
        assertThat(wrong.stream()
                        .mapToLong(
                                finding -> finding.extent().orElseThrow().span().frames())
                        .sum())
                .isEqualTo(frames);
        assertThat(wrong).allSatisfy(finding -> {
            assertThat(mac(finding.subject().actualNextHop()))
                    .isEqualTo(misrouted.get("actualNextHop").asText());
            assertThat(mac(finding.subject().expectedNextHop()))
                    .isEqualTo(misrouted.get("expectedNextHop").asText());
        });
    }

    @ParameterizedTest
    @MethodSource("truths")
    void everyPeerHasItsProperNextHop(Path file) throws Exception {
        JsonNode truth = JSON.readTree(file.toFile());
        Map<String, String> expected = new TreeMap<>();
        truth.path("expectedNextHops")
                .properties()
                .forEach(hop -> expected.put(hop.getKey(), hop.getValue().asText()));
        CaseReport report = report(file, truth);

        expected.forEach((peer, hop) -> assertThat(report.topology().peers())
                .filteredOn(one -> one.address().toString().equals(peer))
                .singleElement()
                .satisfies(one -> assertThat(mac(one.expected().map(named -> named.nextHop())))
                        .isEqualTo(hop)));
    }

    private static CaseReport report(Path file, JsonNode truth) throws Exception {
        List<CaptureSource> inputs = new ArrayList<>();
        inputs.add(CaptureSource.file(file.resolveSibling(truth.get("capture").asText())));
        truth.path("inputs").forEach(name -> inputs.add(CaptureSource.file(file.resolveSibling(name.asText()))));
        CaseScan scan = CaseScan.of(inputs, Reading.USUAL);
        return Diagnosis.of(scan, Statements.NONE, Checks.all());
    }

    private static String key(SecurityAssociation sa) {
        return sa.source() + ">" + sa.destination() + " " + sa.spi() + " "
                + (sa.traffic() == Traffic.UDP_ESP ? "udp" : "none");
    }

    private static Map<String, Long> links(SecurityAssociation sa) {
        Map<String, Long> links = new TreeMap<>();
        sa.links().stream()
                .filter(link -> link.hop().destination().isPresent())
                .forEach(link -> links.put(
                        link.hop().source().orElseThrow() + ">"
                                + link.hop().destination().orElseThrow(),
                        link.span().frames()));
        return links;
    }

    private static String mac(Optional<Station> station) {
        return station.flatMap(Station::mac).map(MacAddress::toString).orElse("none");
    }
}
