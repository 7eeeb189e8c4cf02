package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.capture.KeptFrames;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.scan.CaseScan;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever frames a capture holds, they are judged, and the same way when it is scanned in pieces. */
class DiagnosisFuzzTest {
    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void frames(byte[] input) throws IOException {
        KeptFrames kept = ReadCapture.kept(
                new CaptureSource.OfStream(new ByteArrayInputStream(Frames.capture(Work.bounded(input))), "frames"));
        long frames = kept.summary().frames();
        UdpPairs known = scan(kept, 0, frames, new UdpPairs()).pairs();
        Observations whole = scan(kept, 0, frames, known);

        long cut = frames / 2;
        Observations pieces = new Observations();
        pieces.merge(scan(kept, 0, cut, known));
        pieces.merge(scan(kept, cut, frames, known));
        assertThat(FactsInFull.of(pieces)).isEqualTo(FactsInFull.of(whole));

        CaseReport report = Diagnosis.of(new CaseScan(whole, List.of(kept.summary())), Statements.NONE, Checks.all());
        new JsonReport("test").write(report, OutputStream.nullOutputStream());
        new TextReport(Palette.plain()).write(report, OutputStream.nullOutputStream());
    }

    static Stream<byte[]> frames() {
        return Frames.several();
    }

    private static Observations scan(KeptFrames kept, long after, long last, UdpPairs known) {
        Observer observer = new Observer(0, known);
        kept.replay(after, last, observer);
        return observer.observations(last - after);
    }
}
