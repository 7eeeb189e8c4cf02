package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.espial.Espial;
import io.github.espial.cases.TimeBound;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.read.Recording;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScanFolder;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Captures of several points tell what they tell by one clock, however far their clocks are apart. */
class ClocksTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SERVER = Path.of("testdata/hairpin-ikev2/capture.pcap");
    /** The same minute on the LAN's switch; by tshark, its packets are 13 to 150 microseconds from the server's. */
    private static final Path SWITCH = Path.of("testdata/hairpin-ikev2/lan-span.pcap");

    private static final long TRANSIT = 150_000;
    private static final long MICRO = 1_000;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"2500000000, 2.500 s ahead of", "-3600000000000, 3600.000 s behind", "-47123456000, 47.123 s behind"})
    void setsAClockByPacketsThatBothSaw(long offset, String told) throws Exception {
        CaseReport expected = Espial.usual().analyze(SERVER, SWITCH);

        CaseReport report = Espial.usual().analyze(SERVER, later(SWITCH, offset));

        assertThat(report.inputs().captures().get(1).firstNanos())
                .isCloseTo(expected.inputs().captures().get(1).firstNanos(), within(TRANSIT));
        assertThat(report.inputs().captures().get(1).remarks())
                .singleElement()
                .asString()
                .startsWith("its clock is " + told + " that of " + SERVER + ", as ");
        assertThat(report.inputs().captures().get(0).remarks()).isEmpty();
        assertThat(withoutTimes(report)).isEqualTo(withoutTimes(expected));
        List<Instant> right = times(expected);
        List<Instant> shown = times(report);
        assertThat(shown).hasSameSizeAs(right);
        for (int i = 0; i < shown.size(); i++) {
            assertThat(Duration.between(right.get(i), shown.get(i)).toNanos()).isCloseTo(0, within(TRANSIT));
        }
        assertThat(text(report)).contains("its clock is " + told);
        assertThat(json(report).at("/captures/1/remarks/0").asText()).startsWith("its clock is " + told);
        assertThat(json(report).at("/captures/0").has("remarks")).isFalse();
    }

    /** As tshark's times of both captures show, that is less than the packets take on the way. */
    @ParameterizedTest
    @ValueSource(longs = {0, 200 * MICRO, -9_000 * MICRO})
    void leavesAClockThatDiffersByNoMoreThanHostsDo(long offset) throws Exception {
        Path shifted = later(SWITCH, offset);

        CaseReport report = Espial.usual().analyze(SERVER, shifted);

        assertThat(report.inputs().captures())
                .allMatch(capture -> capture.remarks().isEmpty());
        assertThat(report.inputs().captures().get(1).firstNanos())
                .isEqualTo(Espial.usual()
                        .analyze(shifted)
                        .inputs()
                        .captures()
                        .get(0)
                        .firstNanos());
    }

    /** The second point misses every tenth packet; what happened in which order is told by the clock of the first. */
    @ParameterizedTest
    @ValueSource(strings = {"rekey-and-fix", "two-peers", "nat-t", "fixed-ikev2", "ikev1-3des", "esp-null"})
    void putsEventsInOrder(String name) throws Exception {
        Path capture = Path.of("testdata", name, "capture.pcap");
        Recording whole = Recording.of(capture);
        Random random = new Random(name.hashCode());
        Recording other = whole.only(IntStream.range(0, whole.size())
                .filter(frame -> random.nextInt(10) > 0)
                .boxed()
                .toList());
        Path right = other.write(folder.resolve("right.pcap"));
        CaseReport expected = Espial.usual().analyze(capture, right);

        CaseReport report =
                Espial.usual().analyze(capture, other.later(-3_600_000_000_000L).write(right));

        assertThat(withoutTimes(report)).isEqualTo(withoutTimes(expected));
        assertThat(times(report)).isEqualTo(times(expected));
    }

    @Test
    void looksAtAPartByTheClockOfTheFirstCapture() throws Exception {
        Path shifted = later(SWITCH, -3_600_000_000_000L);
        TimeBound from = TimeBound.parse("+4.5s");
        TimeBound to = TimeBound.parse("2026-11-23T08:52:57.5Z");
        CaseReport expected = Espial.usual().from(from).to(to).analyze(SERVER, SWITCH);

        CaseReport report = Espial.usual().from(from).to(to).analyze(SERVER, shifted);

        assertThat(expected.inputs().captures().get(1).points().get(0).frames()).isBetween(100L, 1_500L);
        assertThat(report.inputs().captures().get(1).points().get(0).frames())
                .isEqualTo(expected.inputs().captures().get(1).points().get(0).frames());
        assertThat(withoutTimes(report)).isEqualTo(withoutTimes(expected));
        assertThat(report.inputs().captures().get(1).remarks()).hasSize(1);
    }

    /** A kept scan is by its capture's own clock, whatever case it was made for. */
    @Test
    void setsTheClockOfScansThatWereKept() throws Exception {
        Path scans = Files.createDirectory(folder.resolve("scans"));
        KeptScans kept = new ScanFolder(scans, "test", source -> Optional.of("content of " + source.name()));
        CaptureSource server = CaptureSource.file(SERVER);
        CaptureSource shifted = CaptureSource.file(later(SWITCH, -3_600_000_000_000L));
        TimeWindow window = new TimeWindow(1_795_423_975_000_000_000L, 1_795_423_977_000_000_000L);
        for (TimeWindow part : List.of(TimeWindow.EVERYTHING, window)) {
            CaseScan read = CaseScan.of(List.of(server, shifted), Reading.USUAL.in(part));
            CaseScan.of(List.of(shifted), Reading.USUAL.keeping(kept));
            CaseScan.of(List.of(server, shifted), Reading.USUAL.in(part).keeping(kept));

            CaseScan found =
                    CaseScan.of(List.of(server, shifted), Reading.USUAL.in(part).keeping(kept));

            assertThat(found.observations().addedNanos(1)).isCloseTo(3_600_000_000_000L, within(TRANSIT));
            assertThat(FactsInFull.of(found.observations())).isEqualTo(FactsInFull.of(read.observations()));
            assertThat(found.discrepancies()).isEqualTo(read.discrepancies());
        }
    }

    /** A ring has one clock. */
    @Test
    void setsTheClockOfAWholeStream() throws Exception {
        Recording other = Recording.of(SWITCH).later(60_000_000_000L);
        Path one = other.part(0, 700).write(folder.resolve("span_00001_20261123085250.pcap"));
        Path next = other.part(700, other.size()).write(folder.resolve("span_00002_20261123085300.pcap"));
        CaseReport expected = Espial.usual().analyze(SERVER, SWITCH);

        CaseReport report = Espial.usual().analyze(SERVER, one, next);

        assertThat(report.inputs().captures())
                .extracting(capture -> capture.remarks().size())
                .containsExactly(0, 1, 0);
        assertThat(report.inputs().captures().get(2).lastNanos())
                .isCloseTo(expected.inputs().captures().get(1).lastNanos(), within(TRANSIT));
        assertThat(report.verdict()).isEqualTo(expected.verdict());
    }

    /** By {@code tshark -Y "esp || isakmp"}, eth0.pcap has 55 frames of IPsec and eth2.pcap 6; both.pcapng has all. */
    @Test
    void saysThatFramesCountTwice() throws Exception {
        Path two = Path.of("testdata/two-nics");
        Path both = two.resolve("both.pcapng");

        CaseReport report = Espial.usual().analyze(both, two.resolve("eth0.pcap"), two.resolve("eth2.pcap"));
        CaseReport once = Espial.usual().analyze(two.resolve("eth0.pcap"), two.resolve("eth2.pcap"));

        assertThat(report.inputs().captures())
                .extracting(CaseCapture::remarks)
                .containsExactly(List.of(), List.of(twice(55, both)), List.of(twice(6, both)));
        assertThat(once.inputs().captures())
                .allMatch(capture -> capture.remarks().isEmpty());
        assertThat(report.verdict()).isEqualTo(once.verdict());
    }

    private static String twice(int frames, Path other) {
        return frames + " of its IPsec frames are in " + other
                + " too, at the same times: they count twice unless one of both is left out";
    }

    @Test
    void claimsNothingWhereNothingWasSeenByBoth() throws Exception {
        Path other = Path.of("testdata/two-peers/capture.pcap");

        CaseReport report = Espial.usual().analyze(SERVER, other);

        assertThat(report.inputs().captures())
                .allMatch(capture -> capture.remarks().isEmpty());
        assertThat(report.inputs().captures().get(1).firstNanos())
                .isEqualTo(
                        Espial.usual().analyze(other).inputs().captures().get(0).firstNanos());
    }

    /** A clock that was set while it captured has no offset. */
    @Test
    void saysThatAnOffsetCouldNotBeTold() throws Exception {
        Recording whole = Recording.of(SWITCH);
        Path first = whole.part(0, 700).write(folder.resolve("span_00001_20261123085250.pcap"));
        Path second = whole.part(700, whole.size())
                .later(30_000_000_000L)
                .write(folder.resolve("span_00002_20261123085300.pcap"));

        CaseReport report = Espial.usual().analyze(SERVER, first, second);

        assertThat(report.inputs().captures().get(1).remarks())
                .singleElement()
                .asString()
                .startsWith("how far its clock is from that of " + SERVER + " could not be told");
        assertThat(report.inputs().captures().get(2).lastNanos())
                .isEqualTo(Espial.usual()
                        .analyze(second)
                        .inputs()
                        .captures()
                        .get(0)
                        .lastNanos());
    }

    private Path later(Path capture, long offset) throws IOException {
        return Recording.of(capture).later(offset).write(folder.resolve("shifted.pcap"));
    }

    /** The JSON report without the captures and all times; and which of two captures saw a notify first, by microseconds. */
    private static JsonNode withoutTimes(CaseReport report) throws IOException {
        ObjectNode json = json(report);
        json.remove("captures");
        json.get("ikeSas")
                .findParents("frame")
                .forEach(parent -> ((ObjectNode) parent).remove(List.of("capture", "frame")));
        json.findParents("first").forEach(parent -> ((ObjectNode) parent).remove(List.of("first", "last")));
        return json;
    }

    private static List<Instant> times(CaseReport report) throws IOException {
        JsonNode json = json(report);
        List<Instant> times = new ArrayList<>();
        json.findValuesAsText("first").forEach(time -> times.add(Instant.parse(time)));
        json.findValuesAsText("last").forEach(time -> times.add(Instant.parse(time)));
        return times;
    }

    /** The text report with its lines put together. */
    private static String text(CaseReport report) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new TextReport(Palette.plain()).write(report, octets);
        return octets.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private static ObjectNode json(CaseReport report) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new JsonReport("test").write(report, octets);
        return (ObjectNode) MAPPER.readTree(octets.toByteArray());
    }
}
