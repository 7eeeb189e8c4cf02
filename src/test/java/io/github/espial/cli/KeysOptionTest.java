package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --keys}: what comes of them, and that they never come out. */
class KeysOptionTest {
    private static final Path CASE = Path.of("testdata/misrouted-ikev2");
    private static final Path CAPTURE = CASE.resolve("capture.pcap");
    private static final Path KEYS = CASE.resolve("xfrm-state.txt");
    private static final Path LOG = CASE.resolve("charon-srv.log");
    private static final Pattern KEY = Pattern.compile("0x([0-9a-f]{20,})");

    @TempDir
    private Path scratch = Path.of("");

    @Test
    void namesTheSmallestInnerNetworksWithoutARoute() {
        JsonNode report = Run.of("analyze", CAPTURE, "-k", KEYS, "-f", "json").json();

        assertThat(inner(report)).containsExactly("10.20.1.0/24", "10.30.7.0/24");
        assertThat(commands(report)).contains("route -p add 10.30.7.0 mask 255.255.255.0 192.0.2.254");
        assertThat(report.get("securityAssociations")).isNotEmpty().allSatisfy(sa -> {
            assertThat(sa.get("mode").asText()).isEqualTo("tunnel");
            assertThat(sa.get("cipher").asText()).isEqualTo("AES-GCM-16");
        });
        assertThat(report.get("flows")).hasSize(56).allSatisfy(flow -> {
            assertThat(flow.get("match").asText()).isEqualTo("decrypted");
            assertThat(flow.get("nextHopMac").asText()).isEqualTo("00:1b:21:aa:00:01");
        });
    }

    @Test
    void namesTheNetworksOfThePolicyWhereThereIsOne() {
        Path policy = CASE.resolve("xfrm-policy.txt");
        List<String> networks = List.of("10.20.0.0/16", "10.30.0.0/16");

        assertThat(inner(Run.of("analyze", CAPTURE, "-k", KEYS, "-k", policy, "-f", "json")
                        .json()))
                .isEqualTo(networks);
        assertThat(inner(Run.of("analyze", CAPTURE, "-k", policy, "-f", "json").json()))
                .isEqualTo(networks);
    }

    /** The log holds the keys of ESP as well; what it lacks are the networks, which IKE agreed on. */
    @Test
    void namesTheNetworksThatIkeAgreedOn() {
        JsonNode report = Run.of("analyze", CAPTURE, "-k", LOG, "-f", "json").json();

        assertThat(inner(report)).containsExactly("10.20.0.0/16", "10.30.0.0/16");
        assertThat(report.get("ikeSas")).singleElement().satisfies(sa -> {
            assertThat(sa.get("access").asText()).isEqualTo("decrypted");
            assertThat(sa.get("children")).hasSize(2).allSatisfy(child -> {
                assertThat(child.get("initiatorSelectors").get(0).asText()).isEqualTo("10.1.0.0/16");
                assertThat(child.get("keysDerived").asBoolean()).isTrue();
            });
        });
        assertThat(report.get("securityAssociations"))
                .isNotEmpty()
                .allSatisfy(sa -> assertThat(sa.get("pairedSpi").asText()).isNotEmpty());
    }

    @Test
    void tellsIkeInTheClearWithoutAnyKey() {
        JsonNode report = Run.of("analyze", CAPTURE, "-f", "json").json();

        assertThat(report.get("missing").toString()).doesNotContain("IKE SA");
        assertThat(report.get("ikeSas")).singleElement().satisfies(sa -> {
            assertThat(sa.get("access").asText()).isEqualTo("no-key");
            assertThat(sa.get("algorithms").get(0).asText()).isEqualTo("AES-CBC-256");
            assertThat(sa.get("natAt")).isEmpty();
            assertThat(sa.get("children")).isEmpty();
        });
    }

    @Test
    void callsNetworksGuessedThatNobodyStated() {
        String guessed = Run.of("analyze", CAPTURE, "-k", KEYS).out().replaceAll("\\s+", " ");
        String stated = Run.of("analyze", CAPTURE, "-k", KEYS, "-k", CASE.resolve("xfrm-policy.txt"))
                .out()
                .replaceAll("\\s+", " ");

        assertThat(guessed)
                .contains("10.30.7.0/24 (guessed from the destinations seen)")
                .contains("take their true length from the IPsec policy before you run it");
        assertThat(stated).contains("10.30.0.0/16").doesNotContain("guessed");
    }

    @Test
    void readsWhatIsNotEncryptedWithoutAnyKey() {
        JsonNode report = Run.of("analyze", "testdata/esp-null/capture.pcap", "-f", "json")
                .json();

        assertThat(inner(report)).containsExactly("10.20.1.0/24", "10.30.7.0/24");
        assertThat(report.get("flows"))
                .isNotEmpty()
                .allSatisfy(flow -> assertThat(flow.get("match").asText()).isEqualTo("plain"));
    }

    @Test
    void saysOfAWrongKeyThatItIsWrong() throws IOException {
        Path wrong = scratch.resolve("wrong.txt");
        Files.writeString(wrong, KEY.matcher(Files.readString(KEYS)).replaceAll(key -> "0x" + reversed(key)));
        Run run = Run.of("analyze", CAPTURE, "-k", wrong, "-f", "json");

        assertThat(run.json().get("flows")).isEmpty();
        assertThat(run.json().get("missing").toString())
                .contains("the key given does not open it (ICV mismatch in 39 of 39 packets)");
        assertThat(run.err()).contains("0xcd1d3508", "ICV mismatch in 39 of 39 packets");
        assertNoKeyOf(wrong, run);
    }

    @Test
    void saysOfAKeyOfTheWrongLengthThatItIsThat() throws IOException {
        Path cut = scratch.resolve("cut.txt");
        Files.writeString(
                cut,
                KEY.matcher(Files.readString(KEYS))
                        .replaceAll(key -> key.group().substring(0, 40)));
        Run run = Run.of("analyze", CAPTURE, "-k", cut, "-f", "json");

        assertThat(run.json().get("flows")).isEmpty();
        assertThat(run.json().get("missing").toString())
                .contains("the key given does not open it (key of the wrong length)")
                .contains("what was inside ESP 0xcd1d3508");
        assertNoKeyOf(cut, run);
    }

    @Test
    void saysWhichSaHasNoKey() {
        Run run = Run.of("analyze", CAPTURE, "-k", "testdata/nat-t/xfrm-state.txt", "-f", "json");

        assertThat(run.json().get("missing").toString())
                .contains("what was inside ESP 0xcd1d3508 (192.0.2.10 > 198.51.100.20): no key was given for it");
    }

    @Test
    void showsNoKeyAnywhere() throws IOException {
        assertNoKeyOf(KEYS, Run.of("analyze", CAPTURE, "-k", KEYS, "-f", "json"));
        assertNoKeyOf(KEYS, Run.of("analyze", CAPTURE, "-k", KEYS));
        assertNoKeyOf(KEYS, Run.of("analyze", CAPTURE, "-k", LOG, "-f", "json"));
        assertNoKeyOf(KEYS, Run.of("analyze", CAPTURE, "-k", LOG));
        Path broken = scratch.resolve("broken.txt");
        Files.writeString(broken, Files.readString(KEYS).replace(" 128\n", "zz 128\n"));
        assertNoKeyOf(KEYS, Run.of("analyze", CAPTURE, "-k", broken));
    }

    @Test
    void saysWhenAFileHoldsNoKeys() throws IOException {
        Path other = scratch.resolve("notes.txt");
        Files.writeString(other, "nothing of interest\n");

        assertThat(Run.of("analyze", CAPTURE, "-k", other, "-q").err())
                .contains("notes.txt: no keys in it that Espial knows");
    }

    @Test
    void failsWithoutTheFile() {
        Run.of("analyze", CAPTURE, "-k", scratch.resolve("none.txt"))
                .assertFailed(ExitStatus.UNREADABLE, "none.txt: no such file");
    }

    @Test
    void saysThatStandardInputCannotBeReadTwice() throws IOException {
        Run run = Run.reading(Files.readAllBytes(CAPTURE), "analyze", "-", "-k", KEYS, "-f", "json");

        assertThat(run.json().get("flows")).isEmpty();
        assertThat(run.err()).contains("standard input and pipes can be read only once; give a file");
    }

    @Test
    void showsFlowsAndTheirNetworksAsText() {
        String text = Run.of("analyze", CAPTURE, "-k", KEYS).out();

        assertThat(text)
                .contains("Inner flows", "10.1.0.1 > 10.20.1.6:1433")
                .contains("route -p add 10.20.1.0 mask 255.255.255.0 192.0.2.254");
    }

    private static String reversed(MatchResult key) {
        return new StringBuilder(key.group(1)).reverse().toString();
    }

    private static void assertNoKeyOf(Path file, Run run) throws IOException {
        assertThat(KEY.matcher(Files.readString(file)).results().toList())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(run.out() + run.err()).doesNotContain(key.group(1)));
    }

    private static List<String> inner(JsonNode report) {
        List<String> inner = new ArrayList<>();
        report.get("findings")
                .forEach(finding -> finding.path("innerDestinations").forEach(network -> inner.add(network.asText())));
        return inner;
    }

    private static List<String> commands(JsonNode report) {
        List<String> commands = new ArrayList<>();
        report.get("findings")
                .forEach(finding -> finding.get("fixes")
                        .forEach(fix -> commands.add(fix.path("command").asText())));
        return commands;
    }
}
