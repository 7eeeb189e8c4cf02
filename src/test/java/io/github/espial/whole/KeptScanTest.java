package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.report.json.JsonReport;
import io.github.espial.scan.CaptureScan;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScanFolder;
import io.github.espial.scan.ScanOctets;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scans that were written and read again give the report that the captures give, to the octet. */
class KeptScanTest {
    private static final int PIECES = 5;

    /** More than any capture of the lab: whatever place a capture was scanned for, it takes another in its case. */
    private static final int ELSEWHERE = 300;

    @TempDir
    private Path folder = Path.of("");

    static List<List<Path>> cases() throws IOException {
        return CutTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void piecesScannedApartGiveTheSameReport(List<Path> captures) throws Exception {
        CaseScan whole = scan(captures, KeptScans.NONE);
        UdpPairs known = whole.observations().pairs();
        List<CaptureScan> scans = new ArrayList<>();
        for (int place = 0; place < captures.size(); place++) {
            KeptFrames frames = ReadCapture.kept(CaptureSource.file(captures.get(place)));
            Observations merged = new Observations();
            for (long[] piece : pieces(frames.summary().frames(), new Random(place))) {
                Observer observer = new Observer(ELSEWHERE, known);
                frames.replay(piece[0], piece[1], observer);
                merged.merge(ScanOctets.moved(observer.observations(piece[1] - piece[0]), ELSEWHERE, place));
            }
            byte[] file = ScanOctets.of(new CaptureScan(place, merged, frames.summary()));
            scans.add(ScanOctets.read(file, place, captures.get(place).toString()));
        }

        CaseScan kept = CaseScan.of(scans);

        assertThat(kept.captures()).isEqualTo(whole.captures());
        assertThat(FactsInFull.of(kept.observations())).isEqualTo(FactsInFull.of(whole.observations()));
        assertThat(json(kept)).isEqualTo(json(whole));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aSecondRunReadsNoCapture(List<Path> captures) throws Exception {
        KeptScans scans = new ScanFolder(folder, "test", source -> Optional.of("content of " + source.name()));
        String whole = json(scan(captures, KeptScans.NONE));

        assertThat(json(scan(captures, scans))).isEqualTo(whole);
        assertThat(json(scan(captures, new OnlyFound(scans)))).isEqualTo(whole);

        List<Path> inAnotherOrder = new ArrayList<>(captures);
        Collections.reverse(inAnotherOrder);
        assertThat(json(scan(inAnotherOrder, new OnlyFound(scans))))
                .isEqualTo(json(scan(inAnotherOrder, KeptScans.NONE)));
    }

    /** Scans that are all there: a capture that would have to be read is a failure. */
    private record OnlyFound(KeptScans scans) implements KeptScans {
        @Override
        public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
            Optional<CaptureScan> found = scans.find(source, place, window, known);
            assertThat(found).as("%s", source.name()).isPresent();
            return found;
        }

        @Override
        public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
            throw new AssertionError("read again: " + source.name());
        }
    }

    private static CaseScan scan(List<Path> captures, KeptScans kept) throws Exception {
        List<CaptureSource> sources = captures.stream().map(CaptureSource::file).toList();
        return CaseScan.of(sources, Reading.USUAL.keeping(kept));
    }

    /** Numbers of the frame before each piece and of its last one; some pieces may be empty. */
    private static List<long[]> pieces(long frames, Random random) {
        long[] bounds = Stream.concat(
                        Stream.of(0L, frames),
                        random.longs(PIECES - 1L, 0, frames + 1).boxed())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        List<long[]> pieces = new ArrayList<>();
        for (int i = 1; i < bounds.length; i++) {
            pieces.add(new long[] {bounds[i - 1], bounds[i]});
        }
        return pieces;
    }

    private static String json(CaseScan scan) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonReport("test").write(Diagnosis.of(scan, Statements.NONE, Checks.all()), json);
        return json.toString(StandardCharsets.UTF_8);
    }
}
