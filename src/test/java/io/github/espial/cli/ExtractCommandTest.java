package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Frame;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractCommandTest {
    /** What is said of the captures as files is another matter in a capture of parts. */
    private static final List<String> OF_FILES = List.of("capture-damaged", "capture-truncated", "capture-dropped");

    @TempDir
    Path folder;

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"), 2)) {
            return files.filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void anAnalysisOfTheEvidenceFindsTheSame(Path capture) {
        Path evidence = folder.resolve("evidence.pcapng");
        Run extract = Run.of("extract", capture, "-o", evidence);
        Run whole = Run.of("analyze", capture, "-f", "json");
        Run part = Run.of("analyze", evidence, "-f", "json");
        assertThat(extract.out()).isEmpty();
        assertThat(extract.status()).isEqualTo(whole.status());
        assertThat(part.json().get("verdict")).isEqualTo(whole.json().get("verdict"));
        assertThat(findings(part)).isEqualTo(findings(whole));
        assertThat(part.json().get("captures").get(0).get("interfaces"))
                .extracting(one -> one.path("name").asText() + one.get("linkType"))
                .isEqualTo(texts(whole.json().get("captures").get(0).get("interfaces")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testdata/two-nics", "testdata/hairpin-ikev2"})
    void capturesOfACaseBecomeOneThatFindsTheSame(Path files) {
        Path evidence = folder.resolve("evidence.pcapng");
        Run.of("extract", files, "-o", evidence);
        Run whole = Run.of("analyze", files, "-f", "json");
        Run part = Run.of("analyze", evidence, "-f", "json");
        assertThat(part.json().get("verdict")).isEqualTo(whole.json().get("verdict"));
        assertThat(wrongWays(part)).isEqualTo(wrongWays(whole)).isNotEmpty();
    }

    @Test
    void saysOnEachFrameWhatItProves() throws IOException {
        Path evidence = folder.resolve("evidence.pcapng");
        Run.of("extract", Run.MISROUTED, "-o", evidence);
        Map<Long, List<String>> comments = comments(evidence);
        String wrong = "esp-wrong-next-hop: handed to 192.0.2.1 (00:1b:21:aa:00:01), and should go to 192.0.2.254"
                + " (00:1b:21:bb:00:fe)";
        // 58 frames of ESP, as tshark counts them in this capture.
        assertThat(comments.values()).filteredOn(said -> said.contains(wrong)).hasSize(58);
        assertThat(comments.values())
                .anySatisfy(said -> assertThat(said)
                        .anyMatch(
                                text -> text.startsWith("esp-wrong-next-hop: IKE to 198.51.100.20 goes to 192.0.2.254"))
                        .contains("frame 673 of " + Run.MISROUTED));
        assertThat(comments.get(0L)).anyMatch(text -> text.startsWith("misrouted: ESP for 198.51.100.20"));
    }

    @Test
    void keepsTimesLengthsAndOctets() throws IOException {
        Path evidence = folder.resolve("evidence.pcapng");
        Run.of("extract", Run.MISROUTED, "-o", evidence);
        Map<List<Long>, Integer> original = new HashMap<>();
        CaptureReader.read(
                CaptureSource.file(Run.MISROUTED),
                frame -> original.merge(shape(frame), 1, Integer::sum),
                ReadProgress.NONE);
        CaptureReader.read(
                CaptureSource.file(evidence),
                frame -> original.merge(shape(frame), -1, Integer::sum),
                ReadProgress.NONE);
        assertThat(original.values()).allMatch(left -> left >= 0);
    }

    @Test
    void narrowsToOnePeerAndOneSa() throws IOException {
        Path all = folder.resolve("all.pcapng");
        Path peer = folder.resolve("peer.pcapng");
        Path sa = folder.resolve("sa.pcapng");
        Path capture = Path.of("testdata/two-peers/capture.pcap");
        Run.of("extract", capture, "-o", all);
        Run.of("extract", capture, "-o", peer, "--peer", "198.51.100.20");
        JsonNode associations = Run.of("analyze", capture, "-f", "json").json().get("securityAssociations");
        String spi = associations.get(0).get("spi").asText();
        Run.of("extract", capture, "-o", sa, "--spi", spi);
        assertThat(peersOf(all)).contains("198.51.100.20", "203.0.113.30");
        assertThat(peersOf(peer)).contains("198.51.100.20").doesNotContain("203.0.113.30");
        assertThat(Run.of("analyze", sa, "-f", "json").json().get("securityAssociations"))
                .extracting(one -> one.get("spi").asText())
                .containsExactly(spi);
    }

    @Test
    void writesFiltersAndColoringRules() throws IOException {
        Path filters = folder.resolve("filters.txt");
        Run.of("extract", Run.MISROUTED, "-o", filters);
        List<String> lines = Files.readAllLines(filters);
        List<String> told = new ArrayList<>();
        Run.of("analyze", Run.MISROUTED, "-f", "json")
                .json()
                .get("findings")
                .forEach(finding -> finding.get("evidence")
                        .forEach(evidence ->
                                told.add(evidence.get("displayFilter").asText())));
        assertThat(lines)
                .filteredOn(line -> !line.startsWith("#") && !line.isEmpty())
                .allMatch(line -> line.matches("@[a-z -]+@[^@]+@\\[\\d+,\\d+,\\d+]\\[\\d+,\\d+,\\d+]"))
                .extracting(line -> line.split("@", -1)[2])
                .containsExactlyElementsOf(told);
    }

    @Test
    void saysWhatItNeeds() {
        Run.of("extract", "-o", "x.pcapng").assertFailed(ExitStatus.USAGE, "no input");
        Run.of("extract", Run.MISROUTED)
                .assertFailed(ExitStatus.USAGE, "no file for the evidence", "-o EVIDENCE.pcapng");
        Run.of("extract", Run.MISROUTED, "-o", folder.resolve("x.pdf")).assertFailed(ExitStatus.USAGE, ".pcapng .txt");
        Run.of("extract", "-", "-o", folder.resolve("x.pcapng")).assertFailed(ExitStatus.USAGE, "read twice");
        Run.of("extract", Run.MISROUTED, "-o", folder.resolve("x.txt"), "--finding", "esp-wrong")
                .assertFailed(ExitStatus.USAGE, "--finding esp-wrong: there is no such finding");
        Run.of("extract", Run.MISROUTED, "-o", folder.resolve("x.txt"), "--peer", "x")
                .assertFailed(ExitStatus.USAGE, "--peer x: expected ADDRESS");
        Run.of("extract", Run.MISROUTED, "-o", folder.resolve("x.txt"), "--spi", "0x123456789")
                .assertFailed(ExitStatus.USAGE, "--spi 0x123456789: expected");
        Run.of("extract", Run.MISROUTED, "-o", folder.resolve("gone/x.pcapng"))
                .assertFailed(ExitStatus.UNREADABLE, "does not exist");
    }

    private static List<Long> shape(Frame frame) {
        byte[] octets = new byte[frame.capturedLength()];
        frame.octets().get(frame.start(), octets);
        return List.of(frame.nanos(), frame.originalLength(), (long) Arrays.hashCode(octets));
    }

    private static Map<Long, List<String>> comments(Path evidence) throws IOException {
        CaptureSummary summary = CaptureReader.read(CaptureSource.file(evidence), frame -> {}, ReadProgress.NONE);
        Map<Long, List<String>> comments = new HashMap<>();
        for (CaptureComment comment : summary.comments()) {
            comments.computeIfAbsent(comment.frame(), frame -> new ArrayList<>())
                    .add(comment.text());
        }
        return comments;
    }

    private static List<String> peersOf(Path capture) {
        List<String> peers = new ArrayList<>();
        Run.of("analyze", capture, "-f", "json")
                .json()
                .get("securityAssociations")
                .forEach(one -> {
                    peers.add(one.get("source").asText());
                    peers.add(one.get("destination").asText());
                });
        return peers;
    }

    private static List<String> findings(Run run) {
        List<String> findings = new ArrayList<>();
        run.json().get("findings").forEach(finding -> {
            if (!OF_FILES.contains(finding.get("id").asText())) {
                findings.add(finding.get("id") + " " + finding.get("severity") + " " + finding.get("confidence") + " "
                        + finding.path("peer") + finding.path("spis") + finding.path("frames") + finding.path("bytes"));
            }
        });
        return findings;
    }

    private static List<String> wrongWays(Run run) {
        List<String> findings = new ArrayList<>();
        run.json().get("findings").forEach(finding -> {
            if (finding.get("id").asText().equals("esp-wrong-next-hop")) {
                findings.add(finding.get("severity") + " " + finding.get("peer") + finding.get("actualNextHop")
                        + finding.get("expectedNextHop") + finding.get("spis"));
            }
        });
        return findings;
    }

    private static List<String> texts(JsonNode interfaces) {
        List<String> texts = new ArrayList<>();
        interfaces.forEach(one -> texts.add(one.path("name").asText() + one.get("linkType")));
        return texts;
    }
}
