package io.github.espial.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.report.json.JsonReport;
import io.github.espial.scan.CaptureScan;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.scan.ScanOctets;
import io.github.espial.scan.ScansFile;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file of a scan holds, it is refused, or it is a scan that can be written and judged. */
class ScanFuzzTest {
    /** A loop without an end shows here, and nothing else: a round takes milliseconds. */
    private static final Duration ENDLESS = Duration.ofMinutes(5);

    private static final int ROUNDS = 100;

    /** All of a file behind its key, given the checksum that it has to have. */
    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void scan(byte[] body) throws IOException {
        holdRefusedOrSound(ScanOctets.ofBody(body));
    }

    static Stream<byte[]> scan() throws IOException, InterruptedException {
        List<byte[]> bodies = new ArrayList<>();
        for (Path capture : Seeds.testdata()) {
            bodies.add(ScanOctets.body(file(capture)));
        }
        return bodies.stream();
    }

    /** Files that others hand over: refused in a line, or scans that stand in a case. */
    @ParameterizedTest
    @MethodSource("captures")
    void whatSomebodyHandsOverIsRefusedOrSound(Path capture) throws Exception {
        byte[] file = ScanOctets.handedOver(CaptureSource.file(capture));
        assertTimeoutPreemptively(ENDLESS, () -> {
            Random random = new Random(capture.hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                holdHandedOver(ScanOctets.summed(Mutation.of(file, random).octets()));
            }
        });
    }

    /** All of a file that somebody hands over, given the checksum that it has to have. */
    @MethodSource
    @FuzzTest(maxDuration = "10m")
    void handedOver(byte[] file) throws IOException, InterruptedException {
        holdHandedOver(ScanOctets.summed(file));
    }

    static Stream<byte[]> handedOver() throws IOException, InterruptedException {
        List<byte[]> files = new ArrayList<>();
        for (Path capture : Seeds.testdata()) {
            files.add(ScanOctets.handedOver(CaptureSource.file(capture)));
        }
        return files.stream();
    }

    private static void holdHandedOver(byte[] file) throws IOException, InterruptedException {
        try {
            List<CaptureSource> scans = List.copyOf(ScansFile.read(new ByteArrayInputStream(file)));
            CaseScan scan = CaseScan.of(scans, Reading.USUAL);
            new JsonReport("test")
                    .write(Diagnosis.of(scan, Statements.NONE, Checks.all()), OutputStream.nullOutputStream());
        } catch (IOException e) {
            // The name of a capture is whatever the file says, and escaped where it is shown.
            String reason = String.valueOf(e.getMessage()).replaceFirst("(?s)^.*: its scan cannot be used: ", "");
            assertThat(reason).matches("[^\\p{Cntrl}]+");
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void damageIsRefused(Path capture) throws Exception {
        byte[] file = file(capture);
        Random random = new Random(capture.hashCode());
        for (int round = 0; round < ROUNDS; round++) {
            Mutation mutation = Mutation.of(file, random);
            if (!Arrays.equals(mutation.octets(), file)) {
                assertThat(read(mutation.octets())).as("round %d", round).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void whatSomebodyMadeUpIsRefusedOrSound(Path capture) throws Exception {
        byte[] body = ScanOctets.body(file(capture));
        assertTimeoutPreemptively(ENDLESS, () -> {
            Random random = new Random(capture.hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                holdRefusedOrSound(ScanOctets.ofBody(Mutation.of(body, random).octets()));
            }
        });
    }

    static Stream<Path> captures() {
        return Seeds.testdata().stream();
    }

    private static void holdRefusedOrSound(byte[] file) throws IOException {
        Optional<CaptureScan> read = read(file);
        if (read.isEmpty()) {
            return;
        }
        CaptureScan scan = read.get();
        CaptureScan again = ScanOctets.read(ScanOctets.of(scan), 0, "capture");
        assertThat(again.summary()).isEqualTo(scan.summary());
        assertThat(FactsInFull.of(again.observations())).isEqualTo(FactsInFull.of(scan.observations()));
        CaseReport report = Diagnosis.of(CaseScan.of(List.of(scan)), Statements.NONE, Checks.all());
        new JsonReport("test").write(report, OutputStream.nullOutputStream());
    }

    private static Optional<CaptureScan> read(byte[] file) {
        try {
            return Optional.of(ScanOctets.read(file, 0, "capture"));
        } catch (IOException e) {
            assertThat(e.getMessage()).matches("[^\\p{Cntrl}]+");
            return Optional.empty();
        }
    }

    private static byte[] file(Path capture) throws IOException, InterruptedException {
        CaseScan scan = CaseScan.of(List.of(CaptureSource.file(capture)), Reading.USUAL);
        return ScanOctets.of(
                new CaptureScan(0, scan.observations(), scan.captures().get(0)));
    }
}
