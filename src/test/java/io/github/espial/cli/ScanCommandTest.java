package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.store.Compression;
import io.github.espial.store.Packed;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scan takes the place of its captures, and says what it cannot do. */
class ScanCommandTest {
    private static final Path ETH0 = Path.of("testdata/two-nics/eth0.pcap");
    private static final Path ETH2 = Path.of("testdata/two-nics/eth2.pcap");
    private static final Path ROUTES = Path.of("testdata/misrouted-ikev2/ip-route.txt");

    /** Nothing is encrypted in it, so that its frames tell more than a scan. */
    private static final Path CLEAR = Path.of("testdata/esp-null/capture.pcap");

    /** Both sides of a gateway are in it, so that its frames tell which flow went into which SA. */
    private static final Path BOTH_SIDES = Path.of("testdata/gateway-gcm/both.pcapng");

    private static final int VERSION_AT = 7;

    @TempDir
    private Path folder = Path.of("");

    private Path scan(String name, Object... captures) {
        Path file = folder.resolve(name);
        Object[] arguments = new Object[captures.length + 3];
        arguments[0] = "scan";
        System.arraycopy(captures, 0, arguments, 1, captures.length);
        arguments[captures.length + 1] = "-o";
        arguments[captures.length + 2] = file;
        Run run = Run.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        return file;
    }

    static List<Path> captures() throws IOException {
        return ExtractCommandTest.captures().stream()
                .filter(capture -> !capture.equals(CLEAR) && !capture.equals(BOTH_SIDES))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void givesTheReportOfItsCapture(Path capture) {
        Path scan = scan("capture.scan", capture);

        for (String format : List.of("text", "json")) {
            Run ofCapture = Run.of("analyze", capture, "-f", format);
            Run ofScan = Run.of("analyze", scan, "-f", format);

            assertThat(ofScan.out()).doesNotContain("looksLike", "What SAs look like");
            assertThat(Estimates.leftOutOf(ofScan)).isEqualTo(Estimates.leftOutOf(ofCapture));
        }
    }

    @Test
    void holdsSeveralCapturesAndMixesWithCapturesAndWords() {
        Run ofCaptures = Run.of("analyze", ETH0, ETH2, ROUTES, "-f", "json");
        Path both = scan("both.scan", ETH0, ETH2);
        Path first = scan("first.scan", ETH0);
        Path second = scan("second.scan", ETH2);
        Path again = scan("again.scan", first, ETH2);

        assertThat(Run.of("analyze", both, ROUTES, "-f", "json")).isEqualTo(ofCaptures);
        assertThat(Run.of("analyze", first, second, ROUTES, "-f", "json")).isEqualTo(ofCaptures);
        assertThat(Run.of("analyze", ETH0, ROUTES, second, "-f", "json")).isEqualTo(ofCaptures);
        assertThat(Run.of("analyze", ROUTES, again, "-f", "json")).isEqualTo(ofCaptures);
    }

    @Test
    void saysWhatItsFramesWouldHaveTold() {
        Path scan = scan("clear.scan", CLEAR);

        Run run = Run.of("analyze", scan, "-o", folder.resolve("report.html"));

        assertThat(run.err())
                .contains(
                        "missing: what was inside ESP: of " + CLEAR + " there is only a scan; give the capture itself")
                .contains(CLEAR + ": only a scan of it is at hand, so the page shows no frames of it");
        assertThat(run.out()).contains("of " + CLEAR + " there is only a scan");
    }

    @Test
    void saysThatItCannotBeAligned() {
        Run run = Run.of("analyze", scan("both.scan", BOTH_SIDES), "-f", "json");

        assertThat(run.err())
                .contains("missing: which flow went into which SA: of " + BOTH_SIDES
                        + " there is only a scan; give the capture itself");
        assertThat(run.json().get("verdict"))
                .isEqualTo(Run.of("analyze", BOTH_SIDES, "-f", "json").json().get("verdict"));
    }

    /** Of two captures the one that is at hand is opened, though it is not the first. */
    @Test
    void opensTheCapturesThatAreAtHand() {
        Path scan = scan("other.scan", Run.FIXED);
        JsonNode flows =
                Run.of("analyze", Run.FIXED, CLEAR, "-f", "json").json().get("flows");

        Run mixed = Run.of("analyze", scan, CLEAR, "-f", "json");

        assertThat(flows).isNotEmpty();
        assertThat(mixed.json().get("flows")).isEqualTo(flows);
        assertThat(mixed.err()).contains("of " + Run.FIXED + " there is only a scan");
    }

    @Test
    void isComparedAsItsCaptureIs() {
        Path scan = scan("before.scan", Run.MISROUTED);

        assertThat(Run.of("compare", scan, Run.FIXED)).isEqualTo(Run.of("compare", Run.MISROUTED, Run.FIXED));
    }

    @Test
    void isACaseOfABatch() throws IOException {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        Files.copy(scan("alone.scan", Run.MISROUTED), cases.resolve("alone.scan"));
        Path ticket = Files.createDirectories(cases.resolve("ticket"));
        Files.copy(scan("part.scan", ETH0), ticket.resolve("part.scan"));
        Files.copy(ETH2, ticket.resolve("eth2.pcap"));
        Path out = folder.resolve("out");

        Run run = Run.of("batch", cases, "-o", out);

        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        JsonNode alone = new ObjectMapper()
                .readTree(out.resolve("cases/alone/report.json").toFile());
        assertThat(alone.get("findings").findValuesAsText("id"))
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json")
                        .json()
                        .get("findings")
                        .findValuesAsText("id"));
        JsonNode mixed = new ObjectMapper()
                .readTree(out.resolve("cases/ticket/report.json").toFile());
        assertThat(mixed.get("captures")).hasSize(2);
        assertThat(mixed.get("verdict"))
                .isEqualTo(Run.of("analyze", ETH0, ETH2, "-f", "json").json().get("verdict"));
    }

    @Test
    void isFoundInFoldersAndArchives() throws IOException {
        Path scan = scan("capture.scan", Run.MISROUTED);
        Path zip = folder.resolve("case.zip");
        try (ZipOutputStream members = new ZipOutputStream(Files.newOutputStream(zip))) {
            members.putNextEntry(new ZipEntry("inside/capture.scan"));
            members.write(Files.readAllBytes(scan));
        }
        Path inside = Files.createDirectories(folder.resolve("inside"));
        Files.copy(scan, inside.resolve("renamed"));
        Run expected = Estimates.leftOutOf(Run.of("analyze", Run.MISROUTED, "-f", "json"));

        assertThat(Estimates.leftOutOf(Run.of("analyze", zip, "-f", "json"))).isEqualTo(expected);
        assertThat(Estimates.leftOutOf(Run.of("analyze", inside, "-f", "json"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void isReadCompressed(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, Files.readAllBytes(scan("capture.scan", Run.MISROUTED)));
        Path file = Files.write(folder.resolve("packed"), packed);

        assertThat(Estimates.leftOutOf(Run.of("analyze", file, "-f", "json")))
                .isEqualTo(Estimates.leftOutOf(Run.of("analyze", Run.MISROUTED, "-f", "json")));
    }

    @Test
    void refusesWhatIsDamagedOrOfAnotherVersionInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(scan("capture.scan", Run.MISROUTED));
        Path file = folder.resolve("bad.scan");

        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(file, damaged);
        Run.of("analyze", file).assertFailed(ExitStatus.UNREADABLE, file + ": damaged or cut off");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Run.of("analyze", file).assertFailed(ExitStatus.UNREADABLE, file + ": damaged or cut off");
        Files.write(file, Arrays.copyOf(whole, VERSION_AT));
        Run.of("analyze", file).assertFailed(ExitStatus.UNREADABLE, file + ": no scan of a capture");
        byte[] newer = whole.clone();
        newer[VERSION_AT]++;
        Files.write(file, newer);
        Run.of("analyze", file)
                .assertFailed(
                        ExitStatus.UNREADABLE, file + ": a scan of version 2, expected 1: another Espial made it");
    }

    /** The form of the facts has a version of its own, which stands in front of each scan. */
    @Test
    void refusesFactsOfAnotherVersion() throws IOException {
        byte[] octets = Files.readAllBytes(scan("capture.scan", Run.MISROUTED));
        int name = indexOf(octets, Run.MISROUTED.toString().getBytes(StandardCharsets.UTF_8));
        octets[name - 2]++;
        CRC32C sum = new CRC32C();
        sum.update(octets, 0, octets.length - Integer.BYTES);
        ByteBuffer.wrap(octets).putInt(octets.length - Integer.BYTES, (int) sum.getValue());
        Path file = Files.write(folder.resolve("newer.scan"), octets);

        Run.of("analyze", file).assertFailed(ExitStatus.UNREADABLE, file + ": a scan of version ", "another Espial");
    }

    private static int indexOf(byte[] octets, byte[] part) {
        for (int at = 0; at + part.length <= octets.length; at++) {
            if (Arrays.equals(octets, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not in it");
    }

    @Test
    void tellsWhatNeedsTheFramesThemselves() {
        Path scan = scan("capture.scan", Run.MISROUTED);

        Run.of("extract", scan, "-o", folder.resolve("evidence.pcapng"))
                .assertFailed(ExitStatus.USAGE, Run.MISROUTED + ": there is only a scan of it");
        Run.of("analyze", scan, "--from", "+1s")
                .assertFailed(ExitStatus.USAGE, "--from and --to need the frames of " + Run.MISROUTED);
        Run.of("analyze", scan, "--redact").assertFailed(ExitStatus.USAGE, "make it with espial scan --redact");
    }

    @Test
    void isRedactedWhereItIsMade() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "sixteen octets and more");
        Path scan = scan("redacted.scan", Run.MISROUTED, "--redact", key);
        Run expected = Estimates.leftOutOf(Run.of("analyze", Run.MISROUTED, "--redact", key, "-f", "json"));

        assertThat(Estimates.leftOutOf(Run.of("analyze", scan, "-f", "json"))).isEqualTo(expected);
        assertThat(Estimates.leftOutOf(Run.of("analyze", scan, "--redact", key, "-f", "json")))
                .isEqualTo(expected);
        assertThat(new String(Files.readAllBytes(scan), StandardCharsets.ISO_8859_1))
                .doesNotContain("misrouted");
    }

    @Test
    void replacesNoInputAndSaysWhatItNeeds() throws IOException {
        Path scan = scan("capture.scan", Run.MISROUTED);
        byte[] before = Files.readAllBytes(scan);

        Run.of("scan", scan, Run.FIXED, "-o", scan).assertFailed(ExitStatus.USAGE, "this is an input");
        assertThat(Files.readAllBytes(scan)).isEqualTo(before);
        Run.of("scan", Run.MISROUTED).assertFailed(ExitStatus.USAGE, "give -o FILE.scan");
        Run.of("scan", "-o", scan).assertFailed(ExitStatus.USAGE, "no input");
        Run.of("scan", Run.MISROUTED, "-o", folder.resolve("x.pcap"))
                .assertFailed(ExitStatus.USAGE, "a scan ends in .scan");
        Run.of("scan", folder.resolve("none.pcap"), "-o", scan).assertFailed(ExitStatus.UNREADABLE, "no such file");
        Run words = Run.of("scan", ROUTES, "-o", scan);
        assertThat(words.status()).isEqualTo(ExitStatus.UNREADABLE);
        assertThat(words.err()).contains(ROUTES + ": words of a machine are not in a scan", "no capture among");
        Run.of("scann").assertFailed(ExitStatus.USAGE, "did you mean scan");
    }

    @Test
    void takesAStream() throws IOException {
        Path scan = folder.resolve("stream.scan");

        Run run = Run.reading(Files.readAllBytes(Run.MISROUTED), "scan", "-", "-o", scan);

        assertThat(run).isEqualTo(new Run(ExitStatus.CLEAN, "", ""));
        assertThat(Run.of("analyze", scan, "-f", "json").out())
                .isEqualTo(Run.reading(Files.readAllBytes(Run.MISROUTED), "analyze", "-", "-f", "json")
                        .out());
    }
}
