package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    private static final Path PARTLY = Path.of("testdata/partly-fixed-two-sas");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0}, then {1}: {2}")
    @CsvSource(textBlock = """
            misrouted-ikev2,      fixed-ikev2,          mended,        0
            fixed-ikev2,          misrouted-ikev2,      worse,         1
            misrouted-ikev2,      misrouted-ikev2,      unchanged,     1
            fixed-ikev2,          fixed-ikev2,          unchanged,     0
            cooked,               cooked,               unchanged,     0
            no-ipsec,             no-ipsec,             unchanged,     0
            misrouted-ikev2,      partly-fixed-two-sas, partly mended, 1
            partly-fixed-two-sas, fixed-ikev2,          mended,        0
            partly-fixed-two-sas, misrouted-ikev2,      worse,         1
            fixed-ikev2,          partly-fixed-two-sas, worse,         1
            ikev1-3des,           fixed-ikev2,          mended,        0
            nat-t,                fixed-ikev2,          mended,        0
            fixed-ikev2,          nat-t,                worse,         1
            nat-t,                misrouted-ikev2,      unchanged,     1
            hairpin-ikev2,        fixed-ikev2,          mended,        0
            two-peers,            fixed-ikev2,          mended,        0
            rekey-and-fix,        fixed-ikev2,          mended,        0
            misrouted-ikev2,      rekey-and-fix,        partly mended, 1
            misrouted-ikev2,      cooked,               cannot tell,   4
            fixed-ikev2,          cooked,               cannot tell,   4
            cooked,               misrouted-ikev2,      cannot tell,   4
            misrouted-ikev2,      no-ipsec,             cannot tell,   4
            """)
    void saysWhatBecameOfACase(String before, String after, String verdict, int status) {
        Run run = Run.of("compare", capture(before), capture(after), "-f", "json");
        assertThat(run.json().get("verdict").asText()).isEqualTo(verdict);
        assertThat(run.status().code()).isEqualTo(status);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void putsTheVerdictFirst() {
        assertThat(Run.of("compare", Run.MISROUTED, Run.FIXED).out())
                .startsWith("MENDED  ESP for 198.51.100.20 now takes its proper next hop 192.0.2.254")
                .containsSubsequence(
                        "198.51.100.20: mended\n",
                        "before",
                        "after\n",
                        "next hop",
                        "192.0.2.1 (00:1b:21:aa:00:01), wrong",
                        "192.0.2.254 (00:1b:21:bb:00:fe), proper\n",
                        "58 frames",
                        "410 frames\n",
                        "none",
                        "237 frames\n",
                        "gone    error    ESP for 198.51.100.20 leaves for the wrong next hop",
                        "testdata/misrouted-ikev2/capture.pcap: 1019 frames, misrouted\n");
    }

    @Test
    void namesTheNetworksThatStillGoWrong() {
        Run run = Run.of("compare", "testdata/misrouted-ikev2", PARTLY, "-f", "json");
        JsonNode peer = run.json().at("/peers/0");
        assertThat(peer.get("text").asText()).contains("where it is for 10.30.0.0/16; mended for 10.20.0.0/16");
        JsonNode mended = peer.at("/networks/0");
        assertThat(mended.get("network").asText()).isEqualTo("10.20.0.0/16");
        assertThat(mended.at("/before/routing").asText()).isEqualTo("wrong");
        assertThat(mended.at("/before/sentFrames").asLong()).isEqualTo(39);
        assertThat(mended.at("/before/receivedFrames").asLong()).isZero();
        assertThat(mended.at("/after/routing").asText()).isEqualTo("proper");
        assertThat(mended.at("/after/nextHops/0/address").asText()).isEqualTo("192.0.2.254");
        assertThat(mended.at("/after/sentFrames").asLong()).isEqualTo(185);
        assertThat(mended.at("/after/receivedFrames").asLong()).isEqualTo(107);
        JsonNode wrong = peer.at("/networks/1");
        assertThat(wrong.get("network").asText()).isEqualTo("10.30.0.0/16");
        assertThat(wrong.at("/after/routing").asText()).isEqualTo("wrong");
        assertThat(wrong.at("/after/nextHops/0/address").asText()).isEqualTo("192.0.2.1");
        assertThat(wrong.at("/after/sentFrames").asLong()).isEqualTo(31);
    }

    @Test
    void takesKeysForBothCases() {
        String text = Run.of(
                        "compare",
                        Run.MISROUTED,
                        PARTLY.resolve("capture.pcap"),
                        "-k",
                        "testdata/misrouted-ikev2/xfrm-state.txt",
                        "-k",
                        PARTLY.resolve("xfrm-state.txt"))
                .out()
                .replaceAll("\\s+", " ");
        assertThat(text).contains("where it is for 10.30.7.0/24; mended for 10.20.1.0/24");
    }

    @Test
    void countsSasWhereNetworksAreNotKnown() {
        assertThat(Run.of("compare", Run.MISROUTED, PARTLY.resolve("capture.pcap"))
                        .out()
                        .replaceAll("\\s+", " "))
                .contains("still leaves for 192.0.2.1 (00:1b:21:aa:00:01) in 1 of 2 SAs (31 of 216 frames)");
    }

    @Test
    void takesStatementsForBothCases() {
        Run run =
                Run.of("compare", capture("no-arp"), Run.FIXED, "--next-hop", "198.51.100.20=192.0.2.1", "-f", "json");
        assertThat(run.json().get("verdict").asText()).isNotEqualTo("mended");
        assertThat(run.json().at("/after/verdict").asText()).isEqualTo("misrouted");
        assertThat(run.status()).isEqualTo(ExitStatus.CANNOT_TELL);
    }

    @Test
    void readsOneCaseFromStandardInput() throws IOException {
        Run run = Run.reading(Files.readAllBytes(Run.MISROUTED), "compare", "-", Run.FIXED);
        assertThat(run.out()).startsWith("MENDED").contains("standard input: 1019 frames, misrouted");
    }

    @Test
    void writesEveryFormat() throws IOException {
        Path json = folder.resolve("c.json");
        Path text = folder.resolve("c.txt");
        Path pdf = folder.resolve("c.pdf");
        Path png = folder.resolve("c.png");
        Run run = Run.of("compare", Run.MISROUTED, Run.FIXED, "-o", json, "-o", text, "-o", pdf, "-o", png);
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(text).hasContent(run.out());
        assertThat(json)
                .hasContent(Run.of("compare", Run.MISROUTED, Run.FIXED, "-f", "json")
                        .out());
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void isSilentWhenQuiet() {
        assertThat(Run.of("compare", Run.FIXED, Run.MISROUTED, "-q")).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
    }

    @Test
    void overwritesNeitherCase() throws IOException {
        Path after = Files.copy(Run.FIXED, folder.resolve("after.json"));
        Run.of("compare", Run.MISROUTED, after, "-o", after).assertFailed(ExitStatus.USAGE, "this is an input");
    }

    @Test
    void takesTwoCases() {
        Run.of("compare").assertFailed(ExitStatus.USAGE, "two cases, BEFORE and AFTER, not 0");
        Run.of("compare", Run.MISROUTED).assertFailed(ExitStatus.USAGE, "not 1");
        Run.of("compare", Run.MISROUTED, Run.FIXED, Run.FIXED)
                .assertFailed(ExitStatus.USAGE, "not 3", "put the files of one case into a folder");
        Run.of("compare", "-", "-").assertFailed(ExitStatus.USAGE, "read only once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--keys-before", "--verbose", "-x"})
    void namesItselfWhereAnOptionIsUnknown(String option) {
        Run.of("compare", Run.MISROUTED, Run.FIXED, option)
                .assertFailed(ExitStatus.USAGE, "unknown option " + option, "espial compare --help");
    }

    @Test
    void failsWhereACaseCannotBeRead() throws IOException {
        Path text = Files.writeString(folder.resolve("text.pcap"), "text");
        Run.of("compare", Run.MISROUTED, folder.resolve("missing.pcap"))
                .assertFailed(ExitStatus.UNREADABLE, "missing.pcap: no such file");
        Run.of("compare", text, Run.FIXED).assertFailed(ExitStatus.UNREADABLE, "text.pcap", "not a capture");
    }

    @Test
    void tellsItsOptions() {
        Run run = Run.of("compare", "--help");
        assertThat(run.out()).startsWith("usage: espial compare BEFORE AFTER").contains("--next-hop", ".json .pdf");
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    private static Path capture(String name) {
        return Path.of("testdata", name, "capture.pcap");
    }
}
