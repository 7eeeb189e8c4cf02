package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Statements;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureDroppedTest {
    private static final Check CHECK = new CaptureDropped();
    private static final long OUT = 0xc0c86871L;

    @Test
    void countsWhatTheCaptureLost() throws Exception {
        assertThat(findings(capture(17))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo("a.pcap says that 17 frames were lost while capturing 1; counts are too low, and silence"
                            + " proves little");
        });
    }

    @Test
    void staysSilentWhenNothingWasLost() throws Exception {
        assertThat(findings(capture(0))).isEmpty();
    }

    @Test
    void staysSilentWithoutStatistics() throws Exception {
        byte[] file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN)
                .ethernet()
                .frame(0, 1_700_000_000_000_000L, esp())
                .toOctets();
        assertThat(findings(file)).isEmpty();
    }

    private static byte[] capture(long dropped) {
        return new PcapngBuilder(ByteOrder.LITTLE_ENDIAN)
                .ethernet()
                .frame(0, 1_700_000_000_000_000L, esp())
                .dropped(0, dropped)
                .toOctets();
    }

    private static byte[] esp() {
        return FrameBuilder.ethernet(SERVER.mac(), RT1.mac())
                .ip(SERVER.ipv4(), PEER.ipv4())
                .esp(OUT, 1)
                .payload(64)
                .octets();
    }

    private static List<Finding> findings(byte[] file) throws Exception {
        CaseScan scan = CaseScan.of(
                List.of(new CaptureSource.OfStream(new ByteArrayInputStream(file), "a.pcap")), Reading.USUAL);
        return Diagnosis.of(scan, Statements.NONE, List.of(CHECK)).findings();
    }
}
