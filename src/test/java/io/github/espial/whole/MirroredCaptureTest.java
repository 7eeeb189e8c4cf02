package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.Espial;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Verdict;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.Encapsulation;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A capture that a switch or a bridge sent on is judged as the one that was taken where the frames passed. */
class MirroredCaptureTest {
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final long NANOS = 1_000_000_000;

    @TempDir
    private Path folder;

    private Path through(Encapsulation way) throws Exception {
        PcapBuilder mirrored = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        ReadCapture.kept(CaptureSource.file(MISROUTED)).replayChanged(way::of, 0, frame -> {
            byte[] octets = new byte[frame.capturedLength()];
            frame.octets().get(frame.start(), octets);
            mirrored.record(
                    frame.nanos() / NANOS, frame.nanos() % NANOS, octets.length, frame.originalLength(), octets);
        });
        Path file = folder.resolve(way + ".pcap");
        Files.write(file, mirrored.toOctets());
        return file;
    }

    /** What a report says is misrouted: peer, SPIs, the MACs that it went to and should have gone to. */
    private static List<List<Object>> misrouted(CaseReport report) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop"))
                .map(finding -> List.<Object>of(finding.severity(), finding.subject()))
                .toList();
    }

    private static List<Object> associations(CaseReport report) {
        return report.topology().associations().stream()
                .<Object>map(one -> List.of(
                        one.spi(), one.source(), one.destination(), one.span().frames()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Encapsulation.class)
    void theMisroutedCaptureIsMisroutedInAllThatKeepsItsMacs(Encapsulation way) throws Exception {
        CaseReport bare = Espial.usual().analyze(MISROUTED);
        CaseReport wrapped = Espial.usual().analyze(through(way));

        assertThat(associations(wrapped)).isEqualTo(associations(bare));
        if (way.kind() == Encapsulation.Kind.PACKET) {
            assertThat(wrapped.verdict()).isEqualTo(Verdict.UNDETERMINED);
        } else {
            assertThat(wrapped.verdict()).isEqualTo(Verdict.MISROUTED);
            assertThat(misrouted(wrapped)).isNotEmpty().isEqualTo(misrouted(bare));
        }
    }
}
