package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.net.IpAddress;
import io.github.espial.redact.Tshark;
import io.github.espial.redact.mapping.Mapping;
import io.github.espial.redact.mapping.RedactionKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RedactOptionTest {
    private static final Path CASE = Path.of("testdata/misrouted-ikev2");

    @TempDir
    Path folder;

    /** Each capture alone, and each folder that has words of the machine or keys. */
    static List<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>(ExtractCommandTest.captures());
        try (Stream<Path> folders = Files.list(Path.of("testdata"))) {
            folders.filter(path ->
                            Files.exists(path.resolve("xfrm-state.txt")) || Files.exists(path.resolve("ip-route.txt")))
                    .forEach(cases::add);
        }
        return cases.stream().sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheSameAndTellsNothingOfTheOriginal(Path files) throws IOException {
        Run plain = Run.of("analyze", files, "-f", "json");
        Originals originals = Originals.of(files, plain.out());
        Path key = Files.writeString(folder.resolve("key"), originals.key());
        Path text = folder.resolve("report.txt");
        Path page = folder.resolve("report.html");
        Path evidence = folder.resolve("evidence.pcapng");
        Path filters = folder.resolve("filters.txt");
        Run redacted = Run.of("analyze", files, "--redact", key, "-f", "json", "-o", text, "-o", page);
        Run extract = Run.of("extract", files, "--redact", key, "-o", evidence, "-o", filters);

        assertThat(redacted.status()).isEqualTo(plain.status()).isEqualTo(extract.status());
        assertThat(redacted.json().get("verdict")).isEqualTo(plain.json().get("verdict"));
        assertThat(findings(redacted, mapping(originals), false)).isEqualTo(findings(plain, mapping(originals), true));
        for (String output : List.of(
                redacted.out(),
                Files.readString(text),
                withoutMeanings(Files.readString(page)),
                Files.readString(filters))) {
            assertThat(originals.in(output)).isEmpty();
            assertThat(output).doesNotContain("testdata");
        }
        assertThat(originals.in(Files.readAllBytes(evidence))).isEmpty();
        assertThat(Run.of("analyze", evidence, "-f", "json").json().get("verdict"))
                .isEqualTo(Run.of("analyze", plainEvidence(files), "-f", "json")
                        .json()
                        .get("verdict"));
    }

    /**
     * The oracle: tshark's own check sums. What a card was to fill in is right afterwards as well. A segment that is quoted
     * in part has one that cannot be checked.
     */
    @ParameterizedTest
    @MethodSource("io.github.espial.cli.ExtractCommandTest#captures")
    void checkSumsAreRightByTshark(Path capture) throws Exception {
        assumeTrue(Tshark.isInstalled(), "tshark is not installed");
        Path evidence = folder.resolve("evidence.pcapng");
        Run.of("extract", capture, "-o", evidence, "--redact");
        assertThat(Tshark.frames(
                        evidence,
                        "ip.checksum.status==0 || icmp.checksum.status==0 || icmpv6.checksum.status==0"
                                + " || (!icmp && !icmpv6 && (udp.checksum.status==0 || tcp.checksum.status==0))",
                        folder))
                .isEmpty();
    }

    @Test
    void theSameKeyGivesTheSameAcrossRunsCapturesAndWords() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "a key for tests only");
        Run first = Run.of("analyze", CASE, "--redact", key);
        assertThat(Run.of("analyze", CASE, "--redact", key)).isEqualTo(first);
        assertThat(first.err()).doesNotContain("a key for tests only");
        Mapping mapping = Mapping.of(RedactionKey.of(Files.readAllBytes(key)));
        // The capture tells the peer, words the route to it.
        String router = mapping.addresses().of(IpAddress.parse("192.0.2.254")).toString();
        String peer = mapping.addresses().of(IpAddress.parse("198.51.100.20")).toString();
        assertThat(first.out()).contains(router, peer);
        assertThat(Run.of("analyze", Run.FIXED, "--redact", key).out()).contains(router, peer);
        Run compared = Run.of("compare", Run.MISROUTED, Run.FIXED, "--redact", key);
        assertThat(compared.out()).contains(peer).doesNotContain("198.51.100.20", "192.0.2.254", "testdata");
    }

    /** Commands with addresses that stand for others would change other routes than those that are meant. */
    @Test
    void everyReportSaysThatItIsRedacted() throws IOException {
        Path page = folder.resolve("report.html");
        Path filters = folder.resolve("filters.txt");
        Run text = Run.of("analyze", Run.MISROUTED, "--redact", "-o", page);
        assertThat(text.out()).contains("redacted: addresses stand for others, so type none of this as it stands");
        assertThat(Files.readString(page)).contains("so type none of this as it stands");
        assertThat(Run.of("analyze", Run.MISROUTED, "--redact", "-f", "json")
                        .json()
                        .get("redacted")
                        .asBoolean())
                .isTrue();
        Run.of("extract", Run.MISROUTED, "--redact", "-o", filters);
        assertThat(Files.readString(filters)).contains("# redacted:");
        assertThat(Run.of("analyze", Run.MISROUTED).out()).doesNotContain("redacted");
        assertThat(Run.of("analyze", Run.MISROUTED, "-f", "json").json().has("redacted"))
                .isFalse();
    }

    @Test
    void explainsWithRedactedAddresses() throws IOException {
        // A key made for one run may map an address to itself, one time in 256.
        Path key = Files.writeString(folder.resolve("key"), "a key for tests only");
        Run run = Run.of("explain", "esp-wrong-next-hop", Run.MISROUTED, "--redact", key);
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out()).contains("ip.dst == 198.51.100.").doesNotContain("198.51.100.20 ", "198.51.100.20/32");
    }

    @Test
    void withoutAFileTheKeyIsForOneRunAndTheUserIsTold() {
        Run first = Run.of("analyze", Run.MISROUTED, "--redact");
        Run second = Run.of("analyze", Run.MISROUTED, "--redact");
        first.assertSaid(ExitStatus.FINDINGS, "--redact: under a key of this run only", "openssl rand -hex 32");
        assertThat(first.out()).isNotEqualTo(second.out()).contains("MISROUTED");
    }

    @Test
    void anInputBehindTheOptionIsNoKey() {
        Run first = Run.of("analyze", "--redact", Run.MISROUTED);
        first.assertSaid(ExitStatus.FINDINGS, "--redact: under a key of this run only");
        Run folder = Run.of("analyze", "--redact", "testdata/two-nics", "-f", "json");
        assertThat(folder.json().get("captures")).hasSize(3);
        Run words = Run.of("analyze", "--redact", "testdata/misrouted-ikev2/ip-route.txt", Run.MISROUTED, "-f", "json");
        assertThat(words.json().get("verdict").asText()).isEqualTo("misrouted");
    }

    @Test
    void statementsAndSelectionsAreOfTheOriginalAddresses() throws IOException {
        Path evidence = folder.resolve("evidence.pcapng");
        Path key = Files.writeString(folder.resolve("key"), "a key for tests only");
        Path peers = Path.of("testdata/two-peers/capture.pcap");
        Run.of("extract", peers, "-o", evidence, "--redact", key, "--peer", "198.51.100.20");
        Mapping mapping = Mapping.of(RedactionKey.of(Files.readAllBytes(key)));
        String peer = mapping.addresses().of(IpAddress.parse("198.51.100.20")).toString();
        String other = mapping.addresses().of(IpAddress.parse("203.0.113.30")).toString();
        assertThat(Run.of("analyze", evidence).out()).contains(peer).doesNotContain(other);
        Run stated = Run.of(
                "analyze", Run.MISROUTED, "--redact", key, "--next-hop", "198.51.100.20=192.0.2.254", "--details");
        assertThat(stated.out()).contains("stated").doesNotContain("192.0.2.254");
    }

    @Test
    void aBatchTellsNeitherAddressesNorNamesOfTickets() throws IOException {
        Path tickets = Files.createDirectories(folder.resolve("tickets"));
        Path oslo = Files.createDirectories(tickets.resolve("4711 Oslo is dead"));
        Files.copy(Run.MISROUTED, oslo.resolve("eth0.pcap"));
        Files.writeString(tickets.resolve("acme.pcap"), "no capture");
        Originals originals = Originals.of(Run.MISROUTED, "");
        Path key = Files.writeString(folder.resolve("key"), originals.key());
        Path out = folder.resolve("out");
        Run first = Run.of("batch", tickets, "-o", out, "--redact", key, "--reports", "json,txt,html");
        assertThat(first.err()).contains(": 4711 Oslo is dead", ": acme");
        assertThat(first.out()).contains("misrouted ", "failed ").containsPattern("case-[0-9a-f]{16}");
        List<String> told = new ArrayList<>(List.of(first.out()));
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                told.add(file.getFileName() + withoutMeanings(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(told).hasSizeGreaterThan(7).allSatisfy(text -> {
            assertThat(text).doesNotContain("Oslo", "acme", "eth0.pcap");
            // The index tells what may be searched for by an example.
            assertThat(originals.in(text.replace("e.g. misrouted 198.51.100.20", "")))
                    .isEmpty();
        });
        Run again = Run.of("batch", tickets, "-o", out, "--redact", key, "--reports", "json,txt,html");
        assertThat(again.out()).contains("unchanged since");
        Run plain = Run.of("batch", tickets, "-o", folder.resolve("plain"), "--redact");
        assertThat(plain.err()).contains("under a key of this run only");
    }

    @Test
    void refusesWhatIsNoKeyWithoutShowingIt() throws IOException {
        Path guessable = Files.writeString(folder.resolve("short"), "hunter2");
        Run run = Run.of("analyze", Run.MISROUTED, "--redact", guessable);
        run.assertFailed(ExitStatus.USAGE, "a key has 16 to 4096 octets");
        assertThat(run.err()).doesNotContain("hunter2");
        Run.of("analyze", Run.MISROUTED, "--redact", folder.resolve("gone"))
                .assertFailed(ExitStatus.USAGE, "no such file", "openssl rand -hex 32");
    }

    /** The pages on findings are the same for all, and have the laboratory's addresses for their examples. */
    private static String withoutMeanings(String page) {
        int meanings = page.indexOf("<section id=\"meanings\"");
        return meanings < 0 ? page : page.substring(0, meanings);
    }

    private Path plainEvidence(Path files) {
        Path evidence = folder.resolve("plain.pcapng");
        Run.of("extract", files, "-o", evidence);
        return evidence;
    }

    private static Mapping mapping(Originals originals) {
        return Mapping.of(RedactionKey.of(originals.key().getBytes(StandardCharsets.UTF_8)));
    }

    /** What is found of whom, by what evidence; addresses as they are redacted. */
    private static List<String> findings(Run run, Mapping mapping, boolean isPlain) {
        List<String> findings = new ArrayList<>();
        for (JsonNode finding : run.json().get("findings")) {
            String peer = finding.path("peer").asText();
            StringBuilder text = new StringBuilder();
            text.append(finding.get("id")).append(finding.get("severity")).append(finding.path("confidence"));
            text.append(isPlain && !peer.isEmpty() ? mapping.addresses().of(IpAddress.parse(peer)) : peer);
            text.append(finding.path("spis")).append(finding.path("frames")).append(finding.path("ongoing"));
            for (JsonNode evidence : finding.path("evidence")) {
                text.append(evidence.get("kind"))
                        .append(evidence.path("weight"))
                        .append(evidence.path("frames"));
            }
            findings.add(text.toString());
        }
        return findings.stream().sorted().toList();
    }
}
