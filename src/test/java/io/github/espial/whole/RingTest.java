package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.espial.Espial;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.Evidence;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.read.Recording;
import io.github.espial.report.json.JsonReport;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScanFolder;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A capture that was written in turns tells what it tells in one file. */
class RingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FILES = 7;
    /** Where a text tells frames: their numbers count within their file. */
    private static final String NUMBERS =
            "(frames?|frame is|first) \\d+( of capture \\d+)?( to (frame )?\\d+( of capture \\d+)?)?";
    /** Names the files. */
    private static final String OF_FILES = "no-link-addresses";

    @TempDir
    private Path folder = Path.of("");

    static List<Path> captures() throws IOException {
        return CutTest.cases().stream()
                .filter(captures -> captures.size() == 1)
                .map(captures -> captures.get(0))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void tellsWhatTheWholeCaptureTells(Path capture) throws Exception {
        Recording whole = Recording.of(capture);
        List<Integer> cuts = cuts(whole.size(), new Random(capture.hashCode()));
        CaseReport expected = Espial.usual().analyze(capture);

        CaseReport report = Espial.usual().analyze(ring(whole, cuts, folder, "eth0"));

        assertThat(report.inputs().captures())
                .extracting(file -> file.summary().frames())
                .containsExactlyElementsOf(lengths(cuts, whole.size()));
        assertThat(evidence(report, cuts)).isEqualTo(evidence(expected, List.of(0)));
        assertThat(told(report, cuts)).isEqualTo(told(expected, List.of(0)));
    }

    /** A file that an earlier run scanned, alone or in another place of a case, joins the stream all the same. */
    @Test
    void tellsTheSameWhereScansWereKept() throws Exception {
        Recording whole = Recording.of(Path.of("testdata/rekey-and-fix/capture.pcap"));
        List<Integer> cuts = cuts(whole.size(), new Random(1));
        Path files = Files.createDirectory(folder.resolve("ring"));
        List<CaptureSource> sources = sources(ring(whole, cuts, files, "eth0"));
        Path scans = Files.createDirectory(folder.resolve("scans"));
        KeptScans kept = new ScanFolder(scans, "test", source -> Optional.of("content of " + source.name()));
        for (CaptureSource source : sources) {
            CaseScan.of(List.of(source), Reading.USUAL.keeping(kept));
        }
        CaseScan read = CaseScan.of(sources, Reading.USUAL);

        CaseScan found = CaseScan.of(sources, Reading.USUAL.keeping(kept));

        assertThat(FactsInFull.of(found.observations())).isEqualTo(FactsInFull.of(read.observations()));
        assertThat(found.observations().sas())
                .isNotEmpty()
                .allMatch(talk -> talk.hop().point().capture() == 0);
    }

    private static List<CaptureSource> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(CaptureSource::file).toList();
        }
    }

    /** Files of another stem, of another folder, of another interface, and such as begin before the one before them. */
    @Test
    void staysApartWhereFilesAreNoTurnsOfOneRing() throws Exception {
        Path capture = Path.of("testdata/rekey-and-fix/capture.pcap");
        Recording whole = Recording.of(capture);
        int middle = whole.size() / 2;
        Recording first = whole.part(0, middle);
        Recording second = whole.part(middle, whole.size());
        String verdict = Espial.usual().analyze(capture).verdict().toString();

        Path one = first.write(folder.resolve("eth0_00001_20260101120000.pcap"));
        Path otherStem = second.write(folder.resolve("eth1_00002_20260101120100.pcap"));
        Path below = Files.createDirectory(folder.resolve("below"));
        Path otherFolder = second.write(below.resolve("eth0_00002_20260101120100.pcap"));
        Path sooner = second.write(folder.resolve("eth0_00002_20260101115900.pcap"));
        Path next = second.write(folder.resolve("eth0_00002_20260101120100.pcap"));

        assertThat(streams(one, otherStem)).containsExactly(0, 1);
        assertThat(streams(one, otherFolder)).containsExactly(0, 1);
        assertThat(streams(one, sooner)).containsExactly(0, 1);
        assertThat(streams(one, next)).containsExactly(0, 0);
        assertThat(Espial.usual().analyze(one, next).verdict()).hasToString(verdict);
    }

    /** What holds of all files alike is said once: that frames are cut short, and that they have no MACs. */
    @Test
    void saysOnceWhatHoldsOfAllFiles() throws Exception {
        Recording misrouted = Recording.of(Path.of("testdata/misrouted-ikev2/capture.pcap"));
        Recording cooked = Recording.of(Path.of("testdata/cooked/capture.pcap"));
        for (Recording whole : List.of(misrouted.snapped(60), misrouted.snapped(20), cooked)) {
            Path one = whole.write(folder.resolve("whole.pcap"));
            Path files = Files.createTempDirectory(folder, "ring");
            ring(whole, cuts(whole.size(), new Random(1)), files, "eth0");
            String first = files.resolve("eth0_00001_20260101120000.pcap").toString();

            List<String> expected = ofFiles(Espial.usual().analyze(one), one.toString());
            List<String> told =
                    ofFiles(Espial.usual().analyze(files), first + " and the " + (FILES - 1) + " files after it");

            assertThat(expected).isNotEmpty();
            assertThat(told).isEqualTo(expected);
        }
    }

    private static List<String> ofFiles(CaseReport report, String name) {
        return report.findings().stream()
                .filter(finding -> List.of(OF_FILES, "capture-truncated").contains(finding.id()))
                .map(finding -> (finding.title() + ": " + finding.text())
                        .replace(name + " holds", "FILES hold")
                        .replace(name, "FILES"))
                .toList();
    }

    /** The oracle of another program: editcap cuts the capture, and mergecap puts it together again. */
    @Test
    void tellsOfFilesThatEditcapCutWhatItTellsOfTheirMergedWhole() throws Exception {
        assumeTrue(
                runs("editcap", "--version") && runs("mergecap", "--version"),
                "editcap and mergecap are not installed");
        Path capture = Path.of("testdata/gateway-gcm/both.pcapng");
        run(
                "editcap",
                "-c",
                "1000",
                capture.toString(),
                folder.resolve("cut.pcapng").toString());
        List<Path> files;
        try (Stream<Path> cut = Files.list(folder)) {
            files = cut.sorted().toList();
        }
        Path merged = folder.resolve("merged.pcapng");
        List<String> command = new ArrayList<>(List.of("mergecap", "-a", "-w", merged.toString()));
        files.forEach(file -> command.add(file.toString()));
        run(command.toArray(String[]::new));
        List<Integer> cuts =
                IntStream.range(0, files.size()).map(i -> 1000 * i).boxed().toList();

        CaseReport report = Espial.usual().analyze(files.toArray(Path[]::new));

        assertThat(files)
                .hasSizeGreaterThan(4)
                .allMatch(file -> file.toString().matches(".*/cut_\\d{5}_\\d{14}.pcapng"));
        assertThat(told(report, cuts)).isEqualTo(told(Espial.usual().analyze(merged), List.of(0)));
    }

    private static Path ring(Recording whole, List<Integer> cuts, Path folder, String stem) throws IOException {
        for (int i = 0; i < cuts.size(); i++) {
            int end = i + 1 < cuts.size() ? cuts.get(i + 1) : whole.size();
            String name = "%s_%05d_202601011200%02d.pcap".formatted(stem, i + 1, i);
            whole.part(cuts.get(i), end).write(folder.resolve(name));
        }
        return folder;
    }

    /** Frames before each file; the third file is empty. */
    private static List<Integer> cuts(int frames, Random random) {
        List<Integer> cuts = new ArrayList<>(List.of(0));
        random.ints(FILES - 2L, 0, frames).sorted().forEach(cuts::add);
        cuts.add(2, cuts.get(2));
        return cuts;
    }

    private static List<Long> lengths(List<Integer> cuts, int frames) {
        return IntStream.range(0, cuts.size())
                .mapToObj(i -> (long) (i + 1 < cuts.size() ? cuts.get(i + 1) : frames) - cuts.get(i))
                .toList();
    }

    private static List<Integer> streams(Path... files) throws Exception {
        CaseReport report = Espial.usual().analyze(files);
        return report.inputs().captures().stream()
                .map(capture -> capture.points().get(0).point().capture())
                .toList();
    }

    /** Every piece of evidence with the numbers that its frames have in the whole capture. */
    private static List<List<Long>> evidence(CaseReport report, List<Integer> cuts) {
        return report.findings().stream()
                .filter(finding -> !finding.id().equals(OF_FILES))
                .flatMap(finding -> finding.proof().evidence().stream())
                .map(evidence -> numbers(evidence, cuts))
                .toList();
    }

    private static List<Long> numbers(Evidence evidence, List<Integer> cuts) {
        return evidence.frames().stream()
                .map((FrameReference frame) -> cuts.get(frame.capture()) + frame.number())
                .toList();
    }

    /** The JSON report without its captures, and with frames as they count in the whole capture. */
    private static JsonNode told(CaseReport report, List<Integer> cuts) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        new JsonReport("test").write(report, octets);
        ObjectNode json = (ObjectNode) MAPPER.readTree(octets.toByteArray());
        json.remove("captures");
        for (Iterator<JsonNode> findings = json.get("findings").elements(); findings.hasNext(); ) {
            if (findings.next().get("id").asText().equals(OF_FILES)) {
                findings.remove();
            }
        }
        inTheWhole(json, cuts);
        return json;
    }

    /** JSON names those frames only that are in the same file as the first: evidence is compared by {@link #evidence}. */
    private static void inTheWhole(JsonNode node, List<Integer> cuts) {
        if (node instanceof ObjectNode object) {
            if (object.has("capture")) {
                long before = cuts.get(object.get("capture").asInt());
                object.put("capture", 0);
                if (object.has("frame")) {
                    object.put("frame", before + object.get("frame").asLong());
                } else {
                    object.put("frames", before + object.get("frames").get(0).asLong());
                }
            }
            object.fieldNames().forEachRemaining(name -> {
                if (object.get(name).isTextual()) {
                    object.put(name, object.get(name).asText().replaceAll(NUMBERS, "frames"));
                }
            });
        }
        node.forEach(child -> inTheWhole(child, cuts));
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(runs(command)).as(String.join(" ", command)).isTrue();
    }
}
