package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.KeptFrames;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.scan.CaseScan;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An observer that hands over window by window tells what one that sees the capture at once tells. */
class WindowedReportTest {
    private static final int ROUNDS = 4;
    private static final int MOST_WINDOWS = 12;

    static List<Path> captures() throws IOException {
        return FrozenReportTest.captures();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void mergeToWhatOneScanGives(Path file) throws IOException {
        KeptFrames capture = ReadCapture.kept(CaptureSource.file(file));
        Observations whole = windows(capture, capture.summary().frames()).get(0);
        FactsInFull facts = FactsInFull.of(whole);
        String json = json(capture.summary(), whole);

        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(31 * file.hashCode() + round);
            long[] ends = ends(capture.summary().frames(), random);

            Observations windows = merged(windows(capture, ends));

            assertThat(FactsInFull.of(windows)).as("%s", ends).isEqualTo(facts);
            assertThat(json(capture.summary(), windows)).as("%s", ends).isEqualTo(json);
        }
    }

    /** A capture that is running has no digest, no compression and no size. */
    @Test
    void areReportedWithoutAFile() throws IOException {
        KeptFrames capture = ReadCapture.kept(CaptureSource.file(Path.of("testdata/two-nics/eth0.pcap")));
        CaptureSummary of = capture.summary();
        CaptureSummary running = new CaptureSummary(
                "eth0", Optional.empty(), of.frames(), of.interfaces(), of.names(), of.comments(), of.problems());
        Observations seen = windows(capture, of.frames()).get(0);

        JsonNode reported = new ObjectMapper().readTree(json(running, seen)).at("/captures/0");

        assertThat(reported.get("file").asText()).isEqualTo("eth0");
        assertThat(reported.get("frames").asLong()).isEqualTo(of.frames());
        assertThat(reported.fieldNames()).toIterable().doesNotContain("format", "compression", "bytes", "sha256");
    }

    /** Numbers of the last frames of windows; some may be empty. */
    private static long[] ends(long frames, Random random) {
        return LongStream.concat(random.longs(random.nextInt(MOST_WINDOWS), 0, frames + 1), LongStream.of(frames))
                .sorted()
                .toArray();
    }

    /** What one observer hands over at each of {@code ends}; its frames are numbered on. */
    private static List<Observations> windows(KeptFrames capture, long... ends) {
        List<Observations> windows = new ArrayList<>();
        Observer observer = new Observer(0, new UdpPairs());
        capture.replay(0, capture.summary().frames(), frame -> {
            while (frame.number() > ends[windows.size()]) {
                windows.add(observer.observations(ends[windows.size()]));
            }
            observer.frame(frame);
        });
        while (windows.size() < ends.length) {
            windows.add(observer.observations(ends[windows.size()]));
        }
        return windows;
    }

    private static Observations merged(List<Observations> windows) {
        Observations merged = new Observations();
        windows.forEach(merged::merge);
        return merged;
    }

    private static String json(CaptureSummary capture, Observations seen) throws IOException {
        CaseScan scan = new CaseScan(seen, List.of(capture));
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonReport("test").write(Diagnosis.of(scan, Statements.NONE, Checks.all()), json);
        return json.toString(StandardCharsets.UTF_8);
    }
}
