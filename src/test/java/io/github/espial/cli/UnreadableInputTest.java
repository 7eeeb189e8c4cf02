package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.capture.pcap.PcapBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that are no captures, damaged, or hard to name. */
class UnreadableInputTest {
    private static final int PCAP_HEADER = 24;

    @TempDir
    private Path folder;

    @Test
    void refusesAMissingFile() {
        Path missing = folder.resolve("missing.pcap");
        Run.of("analyze", missing).assertFailed(ExitStatus.UNREADABLE, missing + ": no such file");
        Run.of("analyze", Run.MISROUTED, missing, "-f", "json")
                .assertFailed(ExitStatus.UNREADABLE, missing + ": no such file");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Path empty = write("empty.pcap");
        Run.of("analyze", empty).assertFailed(ExitStatus.UNREADABLE, empty + ": empty");
    }

    @Test
    void refusesAText() throws IOException {
        Path text = write("text.pcap", "No.     Time           Source\n".getBytes(StandardCharsets.US_ASCII));
        Run.of("analyze", text).assertFailed(ExitStatus.UNREADABLE, text + ": not a capture", "text");
    }

    @Test
    void refusesEveryHeaderThatIsCutOff() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        for (int length = 1; length < PCAP_HEADER; length++) {
            Path cut = write("cut.pcap", Arrays.copyOf(capture, length));
            Run.of("analyze", cut).assertFailed(ExitStatus.UNREADABLE, cut + ": ");
        }
    }

    @Test
    void refusesAnEmptyFolder() {
        Run.of("analyze", folder).assertFailed(ExitStatus.UNREADABLE, folder + ": the folder is empty");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesWhatItHasNoPermissionFor() throws IOException {
        Path secret = Files.copy(Run.MISROUTED, folder.resolve("secret.pcap"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(secret)).as("root may read anything").isFalse();
        Run.of("analyze", secret).assertFailed(ExitStatus.UNREADABLE, secret + ": permission denied");
    }

    @Test
    void namesTheFirstOfSeveralThatCannotBeRead() throws IOException {
        Path one = write("one.pcap");
        Path other = write("other.pcap");
        for (String threads : List.of("1", "4")) {
            Run.of("analyze", Run.MISROUTED, one, other, "--threads", threads)
                    .assertFailed(ExitStatus.UNREADABLE, one + ": empty");
        }
    }

    @Test
    void analysesWhatComesBeforeTheEndOfACutFrame() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        Path cut = write("cut.pcap", Arrays.copyOf(capture, capture.length - 5));
        Run run = Run.of("analyze", cut, "-f", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        JsonNode report = run.json();
        assertThat(report.get("verdict").asText()).isEqualTo("misrouted");
        assertThat(report.at("/captures/0/frames").asInt()).isEqualTo(1018);
        assertThat(report.at("/captures/0/problems")).singleElement().satisfies(problem -> {
            assertThat(problem.get("frame").asInt()).isEqualTo(1019);
            assertThat(problem.get("text").asText()).contains("cut off");
        });
        assertThat(report.findValuesAsText("id")).contains("capture-damaged");
        assertThat(Run.of("analyze", cut).out()).contains("cut off: expected a frame of");
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 147, 189, 4095})
    void namesALinkTypeThatItDoesNotDecode(int linkType) throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        byte[] other = PcapBuilder.version2(ByteOrder.LITTLE_ENDIAN, 4, 262_144, linkType)
                .toOctets();
        System.arraycopy(other, 0, capture, 0, PCAP_HEADER);
        Path wireless = write("wireless.pcap", capture);
        Run run = Run.of("analyze", wireless, "-f", "json");
        run.assertSaid(ExitStatus.CLEAN, wireless + ": 1019 frames of link type ", String.valueOf(linkType));
        assertThat(run.json().get("verdict").asText()).isEqualTo("undetermined");
        Run.of("analyze", wireless, "-q").assertFailed(ExitStatus.CLEAN, "link type");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void showsHarmlesslyWhatANameHoldsThatATerminalWouldObey() throws IOException {
        Path missing = folder.resolve("a\n\u001b[31mb\r.pcap");
        Run.of("analyze", missing).assertFailed(ExitStatus.UNREADABLE, "/a\\u{a}\\u{1b}[31mb\\u{d}.pcap: no such file");
        Run.of("analyze", write(missing.getFileName().toString())).assertFailed(ExitStatus.UNREADABLE, ": empty");
        Path readable = Files.copy(Run.MISROUTED, folder.resolve("c\n\u001b[31md.pcap"));
        Run run = Run.of("analyze", readable);
        assertThat(run.out()).contains("c\\u{a}\\u{1b}[31md.pcap").doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(Run.of("analyze", readable, "-f", "json")
                        .json()
                        .at("/captures/0/file")
                        .asText())
                .isEqualTo(readable.toString());
    }

    @Test
    void saysThatANameCouldNotBeDecoded() {
        assumeThat(System.getProperty("sun.jnu.encoding"))
                .as("in other locales no name can hold it")
                .isEqualTo("UTF-8");
        Run.of("analyze", folder.resolve("capture-\ufffd.pcap"))
                .assertFailed(ExitStatus.UNREADABLE, "no such file (its name is not UTF-8");
        Run.of("analyze", Run.MISROUTED, "-o", folder.resolve("report-\ufffd.json"))
                .assertFailed(ExitStatus.USAGE, "its name is not UTF-8");
    }

    @Test
    void saysThatANameIsTooLong() {
        Run.of("analyze", folder.resolve("n".repeat(5000))).assertFailed(ExitStatus.UNREADABLE, "nnn");
    }

    @Test
    void refusesANameThatNoFileCanHave() {
        Run.of("analyze", "capture\0.pcap").assertFailed(ExitStatus.USAGE, "not a file name");
        Run.of("analyze", Run.MISROUTED, "-o", "report\0.json").assertFailed(ExitStatus.USAGE, "not a file name");
    }

    @Test
    void readsAThousandInputs() throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("analyze", "-f", "json", "--threads", "8"));
        for (int i = 0; i < 1000; i++) {
            byte[] capture = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN)
                    .frame(1_800_000_000L + i, 0, new byte[60])
                    .toOctets();
            arguments.add(write("capture-" + i + ".pcap", capture));
        }
        Run run = Run.of(arguments.toArray());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        JsonNode captures = run.json().get("captures");
        assertThat(captures).hasSize(1000).allMatch(one -> one.get("frames").asInt() == 1);
        assertThat(captures.get(999).get("file").asText()).endsWith("capture-999.pcap");
    }

    private Path write(String name, byte... octets) throws IOException {
        return Files.write(folder.resolve(name), octets);
    }
}
