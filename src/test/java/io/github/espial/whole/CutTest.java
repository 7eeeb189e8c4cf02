package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.PositionedOctets;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.KeptFrames;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.Division;
import io.github.espial.read.ReadCapture;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything rests on: a capture read in pieces gives the report that it gives when read at once. */
class CutTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final int MOST_PIECES = 20;

    /** Every capture of its own, and every folder that holds several as one case. */
    static List<List<Path>> cases() throws IOException {
        try (Stream<Path> folders = Files.list(TESTDATA)) {
            List<List<Path>> cases = new ArrayList<>();
            for (Path folder : folders.filter(Files::isDirectory).sorted().toList()) {
                List<Path> captures = captures(folder);
                captures.forEach(capture -> cases.add(List.of(capture)));
                if (captures.size() > 1) {
                    cases.add(captures);
                }
            }
            return cases;
        }
    }

    private static List<Path> captures(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyCutGivesTheSameReport(List<Path> captures) throws IOException {
        List<KeptFrames> kept = new ArrayList<>();
        for (Path capture : captures) {
            kept.add(ReadCapture.kept(CaptureSource.file(capture)));
        }
        CaseScan whole = scan(kept, new Random(0), 1);
        FactsInFull facts = FactsInFull.of(whole.observations());
        CaseReport report = report(whole);
        assertThat(facts.points()).isNotEmpty();

        for (int pieces = 1; pieces <= MOST_PIECES; pieces++) {
            CaseScan cut = scan(kept, new Random(pieces), pieces);

            assertThat(FactsInFull.of(cut.observations()))
                    .as("facts of %d pieces", pieces)
                    .isEqualTo(facts);
            assertThat(report(cut)).as("report of %d pieces", pieces).isEqualTo(report);
        }
    }

    /** Small pieces, most of which begin within a record: by two threads, which the reader verifies the seams of. */
    @ParameterizedTest
    @MethodSource("cases")
    void readingInPiecesGivesTheSameReport(List<Path> captures) throws Exception {
        List<CaptureSource> sources = captures.stream().map(CaptureSource::file).toList();
        CaseScan whole = CaseScan.of(sources, Reading.USUAL);
        FactsInFull facts = FactsInFull.of(whole.observations());
        CaseReport report = report(whole);
        Random random = new Random(captures.hashCode());
        for (int round = 0; round < 4; round++) {
            Division division = new Division(2, 0, 1 + random.nextInt(5000), 500 + random.nextInt(20_000));

            CaseScan pieces = CaseScan.of(sources, Reading.USUAL.divided(division));

            assertThat(pieces.captures()).as("%s", division).isEqualTo(whole.captures());
            assertThat(FactsInFull.of(pieces.observations())).as("%s", division).isEqualTo(facts);
            assertThat(report(pieces)).as("%s", division).isEqualTo(report);
        }
    }

    /** As {@link #readingInPiecesGivesTheSameReport}, of octets that are handed out a few at a time. */
    @ParameterizedTest
    @MethodSource("cases")
    void readingRangesInPiecesGivesTheSameReport(List<Path> captures) throws Exception {
        List<CaptureSource> files = captures.stream().map(CaptureSource::file).toList();
        CaseScan whole = CaseScan.of(files, Reading.USUAL);
        List<CaptureSource> sources = new ArrayList<>();
        for (Path capture : captures) {
            PositionedOctets octets = new Trickle(Files.readAllBytes(capture));
            sources.add(new CaptureSource.OfRanges(octets, capture.toString()));
        }

        CaseScan pieces = CaseScan.of(sources, Reading.USUAL.divided(new Division(3, 0, 3000, 9000)));

        assertThat(pieces.captures()).isEqualTo(whole.captures());
        assertThat(report(pieces)).isEqualTo(report(whole));
    }

    /** Gives what a server might of a request: less than was asked for. */
    private static final class Trickle implements PositionedOctets {
        private static final int MOST_AT_ONCE = 1999;

        private final byte[] octets;

        Trickle(byte[] octets) {
            this.octets = octets;
        }

        @Override
        public long size() {
            return octets.length;
        }

        @Override
        public int read(long position, ByteBuffer into) {
            int length = Math.min(Math.min(into.remaining(), MOST_AT_ONCE), (int) (octets.length - position));
            into.put(octets, (int) position, length);
            return length;
        }
    }

    private static CaseReport report(CaseScan scan) {
        return Diagnosis.of(scan, Statements.NONE, Checks.all());
    }

    /** Scans as {@link CaseScan} does, again where the first scan found pairs of ports, but each capture in pieces. */
    private static CaseScan scan(List<KeptFrames> captures, Random random, int pieces) {
        List<long[]> bounds = captures.stream()
                .map(capture -> bounds(capture, random, pieces))
                .toList();
        Observations first = observe(captures, bounds, new UdpPairs());
        List<CaptureSummary> summaries =
                captures.stream().map(KeptFrames::summary).toList();
        return new CaseScan(first.pairs().isEmpty() ? first : observe(captures, bounds, first.pairs()), summaries);
    }

    /** Numbers of the last frames of the pieces, from 0; some pieces may be empty. */
    private static long[] bounds(KeptFrames capture, Random random, int pieces) {
        long frames = capture.summary().frames();
        return LongStream.concat(LongStream.of(0, frames), random.longs(pieces - 1L, 0, frames + 1))
                .sorted()
                .toArray();
    }

    private static Observations observe(List<KeptFrames> captures, List<long[]> bounds, UdpPairs known) {
        Observations all = new Observations();
        for (int capture = 0; capture < captures.size(); capture++) {
            long[] ends = bounds.get(capture);
            for (int i = 1; i < ends.length; i++) {
                Observer observer = new Observer(capture, known);
                captures.get(capture).replay(ends[i - 1], ends[i], observer);
                all.merge(observer.observations(ends[i] - ends[i - 1]));
            }
        }
        return all;
    }
}
