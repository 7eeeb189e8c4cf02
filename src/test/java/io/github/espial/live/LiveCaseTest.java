package io.github.espial.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.diagnose.CaseCapture;
import io.github.espial.diagnose.CaseInputs;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.text.Palette;
import io.github.espial.report.text.TextReport;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LiveCaseTest {
    private static final String NAME = "standard input";
    private static final CaseQuestion PLAIN = CaseQuestion.plain(1);
    private static final int ROUNDS = 3;
    private static final int MOST_LOOKS = 12;

    /** None leaves. */
    private static final int MANY_WINDOWS = 1000;

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    /** A capture that is watched tells at its end what it tells when it is read at once, but which file it was. */
    @ParameterizedTest
    @MethodSource("captures")
    void endsWithTheReportOfOneReading(Path file) throws Exception {
        byte[] octets = Files.readAllBytes(file);
        CaseReport expected = ofNoFile(CaseAnalysis.of(
                new CaseFiles(
                        List.of(new CaptureSource.OfStream(new ByteArrayInputStream(octets), NAME)),
                        List.of(),
                        List.of(),
                        Set.of()),
                PLAIN,
                ReadProgress.NONE));
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(31 * file.hashCode() + round);
            LiveCase live = new LiveCase(NAME, List.of(), PLAIN, MANY_WINDOWS);

            live.read(arriving(octets, live, random), FrameRecorder.NONE);
            Moment last = live.look().orElseThrow();

            assertThat(written(last.report(), new JsonReport("test")))
                    .isEqualTo(written(expected, new JsonReport("test")));
            assertThat(written(last.report(), new TextReport(Palette.plain())))
                    .isEqualTo(written(expected, new TextReport(Palette.plain())));
            assertThat(last.leftFrames()).isZero();
        }
    }

    /** In parts of any size, with a look or the begin of a window in between now and then. */
    private static Chunks arriving(byte[] octets, LiveCase live, Random random) {
        int part = 1 + octets.length / MOST_LOOKS;
        return new Chunks(octets, position -> {
            try {
                switch (random.nextInt(3)) {
                    case 0 -> live.look();
                    case 1 -> live.beginWindow();
                    default -> {
                        // Nobody looks.
                    }
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return 1 + random.nextInt(2 * part);
        });
    }

    private static CaseReport ofNoFile(CaseReport report) {
        List<CaseCapture> captures = report.inputs().captures().stream()
                .map(capture -> new CaseCapture(
                        ofNoFile(capture.summary()),
                        capture.stream(),
                        capture.points(),
                        capture.opaque(),
                        capture.misfits(),
                        capture.remarks()))
                .toList();
        CaseInputs inputs = new CaseInputs(
                captures,
                report.inputs().contexts(),
                report.inputs().others(),
                report.inputs().statements(),
                report.inputs().isRedacted(),
                report.inputs().called());
        return new CaseReport(
                report.judgment(),
                inputs,
                report.topology(),
                report.findings(),
                report.innerTraffic(),
                report.negotiations(),
                report.predictions());
    }

    private static CaptureSummary ofNoFile(CaptureSummary of) {
        return new CaptureSummary(
                of.name(), Optional.empty(), of.frames(), of.interfaces(), of.names(), of.comments(), of.problems());
    }

    private static String written(CaseReport report, ReportWriter writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsOfTheFirstFramesWhileTheOthersAreStillToCome() throws Exception {
        byte[] octets = Files.readAllBytes(Path.of("testdata/misrouted-ikev2/capture.pcap"));
        LiveCase live = new LiveCase(NAME, List.of(), PLAIN, MANY_WINDOWS);
        long[] seen = new long[1];

        live.read(
                new Chunks(octets, position -> {
                    if (position == octets.length / 2) {
                        try {
                            seen[0] = live.look().orElseThrow().capture().frames();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                    }
                    return position < octets.length / 2 ? octets.length / 2 - position : octets.length;
                }),
                FrameRecorder.NONE);

        long all = live.look().orElseThrow().capture().frames();
        assertThat(seen[0]).isBetween(1L, all - 1);
    }

    @Test
    void saysWhatIsNoCapture() {
        LiveCase live = new LiveCase(NAME, List.of(), PLAIN, MANY_WINDOWS);

        assertThatThrownBy(() -> live.read(
                        new ByteArrayInputStream("a letter of some length".getBytes(StandardCharsets.US_ASCII)),
                        FrameRecorder.NONE))
                .isInstanceOf(CaptureException.class)
                .hasMessageContaining("standard input: not a capture");
    }
}
