package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Everything that a customer sent, given as it came. */
class CaseInputsTest {
    private static final Path CASE = Path.of("testdata/misrouted-ikev2");
    private static final List<String> SENT =
            List.of("capture.pcap", "xfrm-state.txt", "ip-route.txt", "xfrm-policy.txt");

    @TempDir
    private Path folder = Path.of("");

    /** A folder with a capture, words of its machine, and a letter. */
    private Path ticket() throws IOException {
        Path ticket = Files.createDirectories(folder.resolve("ticket/from the customer"));
        for (String file : SENT) {
            Files.copy(CASE.resolve(file), ticket.resolve(file));
        }
        Files.writeString(ticket.resolve("letter.txt"), "Nothing has passed since Monday.\n");
        return folder.resolve("ticket");
    }

    private static List<String> inner(JsonNode report) {
        return texts(report.at("/findings/0/innerDestinations"));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void takesAFolderForOneCase() throws IOException {
        Run run = Run.of("analyze", "-f", "json", ticket());

        JsonNode report = run.json();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(report.get("verdict").asText()).isEqualTo("misrouted");
        assertThat(report.get("captures")).hasSize(1);
        assertThat(inner(report)).containsExactly("10.20.0.0/16", "10.30.0.0/16");
        assertThat(report.get("contexts").findValuesAsText("kind"))
                .contains("ip route", "ip xfrm policy", "ip xfrm state");
        assertThat(texts(report.get("notRecognised")))
                .singleElement()
                .asString()
                .contains("letter.txt");
        assertThat(run.err()).contains("passed over").contains("letter.txt");
    }

    @Test
    void takesAnArchiveForTheSame() throws IOException {
        Path archive = folder.resolve("ticket.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (String file : SENT) {
                zip.putNextEntry(new ZipEntry("case/" + file));
                zip.write(Files.readAllBytes(CASE.resolve(file)));
            }
        }

        JsonNode zipped = Run.of("analyze", "-f", "json", archive).json();
        JsonNode unpacked = Run.of("analyze", "-f", "json", ticket()).json();

        assertThat(zipped.get("findings")).isEqualTo(unpacked.get("findings"));
        assertThat(zipped.get("contexts")).hasSize(SENT.size() - 1);
    }

    @Test
    void takesFilesOneByOneForTheSame() throws IOException {
        Object[] arguments = {
            "analyze",
            "-f",
            "json",
            CASE.resolve(SENT.get(0)),
            CASE.resolve(SENT.get(1)),
            CASE.resolve(SENT.get(2)),
            CASE.resolve(SENT.get(3))
        };

        JsonNode given = Run.of(arguments).json();

        assertThat(given.get("findings"))
                .isEqualTo(Run.of("analyze", "-f", "json", ticket()).json().get("findings"));
    }

    @Test
    void doesWithoutACapture() {
        Run run = Run.of("analyze", "-f", "json", CASE.resolve("xfrm-policy.txt"));

        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.json().get("captures")).isEmpty();
        assertThat(run.json().get("verdict").asText()).isEqualTo("undetermined");
    }

    @Test
    void refusesAFolderWithNothingThatItKnows() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Good morning.\n", StandardCharsets.UTF_8);

        Run.of("analyze", folder)
                .assertFailed(
                        ExitStatus.UNREADABLE,
                        folder + ": the folder holds no capture and no output that Espial knows",
                        letter.toString());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void followsNoLinkOutOfAFolder() throws IOException {
        Path ticket = ticket();
        Files.createSymbolicLink(ticket.resolve("loop"), ticket);
        Files.createSymbolicLink(ticket.resolve("else.pcap"), Run.FIXED.toAbsolutePath());

        JsonNode report = Run.of("analyze", "-f", "json", ticket).json();

        assertThat(report.get("captures")).hasSize(1);
        assertThat(texts(report.get("notRecognised")))
                .anySatisfy(line -> assertThat(line).contains("else.pcap: a link"));
    }
}
