package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.espial.report.json.JsonReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs from the command line to the report, over every case of the lab. */
class WholeRunTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = schema();

    @TempDir
    private Path folder;

    /**
     * A case with what is known of it.
     *
     * @param name of its truth
     * @param captures its inputs
     */
    record KnownCase(String name, List<Path> captures, JsonNode truth) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<KnownCase> cases() throws IOException {
        try (Stream<Path> files = Files.walk(TESTDATA)) {
            return files.filter(file -> file.getFileName().toString().matches("truth(-\\d+)?\\.json"))
                    .sorted()
                    .map(WholeRunTest::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsTrue(KnownCase known) throws Exception {
        Run run = analyze(known.captures, "-f", "json");
        assertThat(run.err()).isEmpty();
        JsonNode report = run.json();
        assertThat(SCHEMA.validate(report)).isEmpty();
        assertThat(report.get("verdict")).isEqualTo(known.truth.get("verdict"));
        JsonNode capture = report.at("/captures/0");
        assertThat(capture.get("frames")).isEqualTo(known.truth.get("frames"));
        assertThat(capture.get("problems")).isEmpty();
        byte[] octets = Files.readAllBytes(known.captures.get(0));
        assertThat(capture.get("bytes").asLong()).isEqualTo(octets.length);
        assertThat(capture.get("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(octets)));
        assertThat(report.get("securityAssociations"))
                .hasSize(known.truth.get("esp").size());
        assertThat(sum(report.get("securityAssociations"))).isEqualTo(sum(known.truth.get("esp")));
        assertThat(misrouted(report))
                .isEqualTo(sum(known.truth.path("misrouted").path("spis")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void exitsWithOneForErrorsOnly(KnownCase known) {
        Run run = analyze(known.captures, "-f", "json");
        boolean hasErrors =
                run.json().get("findings").findValuesAsText("severity").contains("error");
        assertThat(hasErrors).isEqualTo(known.truth.get("verdict").asText().equals("misrouted"));
        assertThat(run.status()).isEqualTo(hasErrors ? ExitStatus.FINDINGS : ExitStatus.CLEAN);
        assertThat(analyze(known.captures, "-q")).isEqualTo(new Run(run.status(), "", ""));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSameAgainHoweverManyThreadsRead(KnownCase known) {
        for (String format : List.of("text", "json")) {
            Run once = analyze(known.captures, "-f", format, "--threads", "1");
            assertThat(analyze(known.captures, "-f", format, "--threads", "1")).isEqualTo(once);
            assertThat(analyze(known.captures, "-f", format, "--threads", "4")).isEqualTo(once);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysTheSameOfACompressedCopy(KnownCase known) throws IOException {
        List<Path> copies = new ArrayList<>();
        for (Path capture : known.captures) {
            Path copy = folder.resolve(capture.getFileName());
            try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(copy))) {
                Files.copy(capture, gzip);
            }
            copies.add(copy);
        }
        assertThat(withoutFiles(analyze(copies, "-f", "json"), copies))
                .isEqualTo(withoutFiles(analyze(known.captures, "-f", "json"), known.captures));
    }

    @ParameterizedTest
    @CsvSource({
        "two-nics/eth0.pcap, two-nics/eth2.pcap",
        "cooked/capture.pcap, cooked/sll1.pcap",
        "hairpin-ikev2/capture.pcap, hairpin-ikev2/lan-span.pcap",
        "misrouted-ikev2/capture.pcap, fixed-ikev2/capture.pcap",
        "misrouted-ikev2/capture.pcap, control-via-gw/capture.pcap"
    })
    void saysTheSameInWhateverOrderInputsCome(Path one, Path other) {
        Run forward = analyze(List.of(TESTDATA.resolve(one), TESTDATA.resolve(other)), "-f", "json");
        Run backward = analyze(List.of(TESTDATA.resolve(other), TESTDATA.resolve(one)), "-f", "json");
        assertThat(backward.json().get("verdict")).isEqualTo(forward.json().get("verdict"));
        assertThat(essence(backward.json())).containsExactlyInAnyOrderElementsOf(essence(forward.json()));
        assertThat(backward.json().get("nextHops")).isEqualTo(forward.json().get("nextHops"));
        assertThat(backward.status()).isEqualTo(forward.status());
    }

    /** As a ring buffer leaves it. */
    @ParameterizedTest
    @CsvSource({"misrouted-ikev2", "fixed-ikev2", "rekey-and-fix", "partly-fixed-two-sas", "l2tp-ipsec", "nat-t"})
    void saysTheSameOfACaptureInSeveralFiles(String name) throws IOException {
        Path whole = TESTDATA.resolve(name).resolve("capture.pcap");
        List<Path> parts = cut(whole, 3);
        JsonNode expected = analyze(List.of(whole), "-f", "json").json();
        for (int turn = 0; turn < parts.size(); turn++) {
            JsonNode report = analyze(parts, "-f", "json").json();
            assertThat(report.get("verdict")).isEqualTo(expected.get("verdict"));
            assertThat(essence(report)).isEqualTo(essence(expected));
            assertThat(associations(report)).containsExactlyInAnyOrderElementsOf(associations(expected));
            Collections.rotate(parts, 1);
        }
    }

    /**
     * ESP goes to 00:1b:21:aa:00:01 in the first two, and to 00:1b:21:bb:00:fe in the last, where no ARP tells whose
     * address is whose but for what is stated.
     */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "after-negotiation, --next-hop, 198.51.100.20=192.0.2.254, misrouted",
        "after-negotiation, --next-hop, 198.51.100.20=192.0.2.254=00:1b:21:bb:00:fe, misrouted",
        "after-negotiation, --next-hop, 198.51.100.20=192.0.2.1, healthy",
        "after-negotiation, --next-hop, 198.51.100.20=192.0.2.1=00-1B-21-AA-00-01, healthy",
        "after-negotiation, --next-hop, 203.0.113.30=192.0.2.254, undetermined",
        "after-negotiation, --gateway, 192.0.2.1, undetermined",
        "after-negotiation, --server, 192.0.2.10, undetermined",
        "no-arp, --next-hop, 198.51.100.20=192.0.2.254=00:1b:21:bb:00:fe, misrouted",
        "no-arp, --next-hop, 198.51.100.20=192.0.2.254, undetermined",
        "no-arp, --next-hop, 198.51.100.20=192.0.2.1, undetermined",
        "outbound-only, --next-hop, 198.51.100.20=192.0.2.254=00:1b:21:bb:00:fe, healthy",
        "outbound-only, --next-hop, 198.51.100.20=192.0.2.1=00:1b:21:aa:00:01, misrouted",
        "outbound-only, --next-hop, 198.51.100.20=192.0.2.254, undetermined",
        "outbound-only, --next-hop, 198.51.100.20=192.0.2.1, undetermined",
        "misrouted-ikev2, --server, 192.0.2.10, misrouted",
        "misrouted-ikev2, --server, 00:0c:29:5e:10:0a, misrouted",
        "misrouted-ikev2, --server, 192.0.2.99, undetermined",
        "fixed-ikev2, --server, 198.51.100.20, healthy",
        "two-peers, --next-hop, 203.0.113.30=192.0.2.1, misrouted"
    })
    void takesWhatIsStatedForTrue(String name, String option, String statement, String verdict) {
        Path capture = TESTDATA.resolve(name).resolve("capture.pcap");
        Run run = analyze(List.of(capture), "-f", "json", option, statement);
        assertThat(SCHEMA.validate(run.json())).isEmpty();
        assertThat(run.json().get("verdict").asText()).isEqualTo(verdict);
    }

    @Test
    void readsAFileOnceThatIsGivenTwice() {
        Path again = Path.of("testdata/fixed-ikev2/../misrouted-ikev2/capture.pcap");

        Run run = Run.of("analyze", Run.MISROUTED, again, "-f", "json");

        assertThat(run.err()).isEqualTo("espial: " + again + ": given twice, read once\n");
        assertThat(run.out())
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json").out());
    }

    @Test
    void saysWhenTwoFilesAreTheSame() throws IOException {
        Path copy = Files.copy(Run.FIXED, folder.resolve("copy.pcap"));

        Run run = Run.of("analyze", Run.FIXED, copy, "-f", "json");

        assertThat(run.err())
                .isEqualTo("espial: " + copy + ": the same octets as " + Run.FIXED
                        + ", so every frame of it counts twice; give it once\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.77", "00:00:5e:00:53:01"})
    void saysWhenTheStatedServerSentNothing(String server) {
        Run run = Run.of("analyze", Run.FIXED, "--server", server);

        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("no frame that " + server + " sent is in the captures; look for a typing error");
    }

    @Test
    void showsAStatementAsSuch() {
        Path capture = TESTDATA.resolve("after-negotiation/capture.pcap");
        Run run = analyze(List.of(capture), "--next-hop", "198.51.100.20=192.0.2.254");
        assertThat(run.out()).contains("you stated that the next hop of 198.51.100.20 is 192.0.2.254");
    }

    @Test
    void joinsWhatTwoGatewaysAreStatedToBe() {
        Path capture = TESTDATA.resolve("no-arp/capture.pcap");
        Run run = analyze(
                List.of(capture),
                "-f",
                "json",
                "--gateway",
                "192.0.2.1=00:1b:21:aa:00:01",
                "--next-hop",
                "198.51.100.20=192.0.2.254=00:1b:21:bb:00:fe");
        JsonNode finding = run.json().at("/findings/0");
        assertThat(finding.get("id").asText()).isEqualTo("esp-wrong-next-hop");
        assertThat(finding.at("/actualNextHop/address").asText()).isEqualTo("192.0.2.1");
        assertThat(finding.at("/expectedNextHop/mac").asText()).isEqualTo("00:1b:21:bb:00:fe");
    }

    private static Run analyze(List<Path> captures, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("analyze"));
        arguments.addAll(captures);
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray());
    }

    /** What a finding says, but for where in which file its evidence is. */
    private static List<String> essence(JsonNode report) {
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : report.get("findings")) {
            ObjectNode essence = finding.deepCopy();
            essence.remove("evidence");
            findings.add(essence.toString());
        }
        return findings;
    }

    /** The SAs, each with its links in an order that does not depend on that of files. */
    private static List<String> associations(JsonNode report) {
        List<String> associations = new ArrayList<>();
        for (JsonNode association : report.get("securityAssociations")) {
            List<String> links = new ArrayList<>();
            association.get("links").forEach(link -> links.add(link.toString()));
            Collections.sort(links);
            ObjectNode others = association.deepCopy();
            others.remove("links");
            associations.add(others + " " + links);
        }
        return associations;
    }

    /** The report without what a file's name, place and compression make different. */
    private static String withoutFiles(Run run, List<Path> captures) {
        ObjectNode report = (ObjectNode) run.json();
        for (JsonNode capture : report.get("captures")) {
            ((ObjectNode) capture).remove(List.of("file", "compression", "bytes", "sha256"));
        }
        String text = report.toPrettyString();
        for (Path capture : captures) {
            text = text.replace(capture.toString(), capture.getFileName().toString());
        }
        return text;
    }

    private static long sum(JsonNode counted) {
        long frames = 0;
        for (JsonNode one : counted) {
            frames += one.get("frames").asLong();
        }
        return frames;
    }

    private static long misrouted(JsonNode report) {
        long frames = 0;
        for (JsonNode finding : report.get("findings")) {
            boolean isIt = finding.get("id").asText().equals("esp-wrong-next-hop")
                    && finding.get("severity").asText().equals("error");
            frames += isIt ? finding.get("frames").asLong() : 0;
        }
        return frames;
    }

    /** Cuts a little-endian pcap file between records into files of about the same size. */
    private List<Path> cut(Path capture, int count) throws IOException {
        int headerLength = 24;
        int recordHeaderLength = 16;
        ByteBuffer octets = ByteBuffer.wrap(Files.readAllBytes(capture)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[headerLength];
        octets.get(header);
        List<Path> parts = new ArrayList<>();
        for (int part = 1; part <= count; part++) {
            Path file = folder.resolve("part-" + part + ".pcap");
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(header);
                while (octets.hasRemaining() && octets.position() < (long) octets.limit() * part / count) {
                    byte[] frame = new byte[recordHeaderLength + octets.getInt(octets.position() + 8)];
                    octets.get(frame);
                    out.write(frame);
                }
            }
            parts.add(file);
        }
        return parts;
    }

    private static KnownCase read(Path file) {
        try {
            JsonNode truth = JSON.readTree(file.toFile());
            List<Path> captures = new ArrayList<>();
            captures.add(file.resolveSibling(truth.get("capture").asText()));
            truth.path("inputs").forEach(input -> captures.add(file.resolveSibling(input.asText())));
            return new KnownCase(TESTDATA.relativize(file).toString(), captures, truth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema() {
        try (InputStream in = JsonReport.class.getResourceAsStream("report-1.schema.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
