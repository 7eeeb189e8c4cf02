package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureDamagedTest {
    private static final Check CHECK = new CaptureDamaged();
    private static final long OUT = 0xc0c86871L;

    @Test
    void saysWhereTheFileBreaksOff() throws Exception {
        byte[] whole = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .frame(1_700_000_000, 0, esp())
                .frame(1_700_000_001, 0, esp())
                .toOctets();
        assertThat(findings(Arrays.copyOf(whole, whole.length - 10)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.title()).isEqualTo("a.pcap is damaged");
                    assertThat(finding.text())
                            .isEqualTo("a.pcap is damaged in one place; the 1 frame that could be read were analysed");
                    // The file header has 24 octets, the first record 16 and its frame.
                    assertThat(finding.proof().evidence().get(0).text())
                            .startsWith("at octet " + (24 + 16 + esp().length) + ": ");
                });
    }

    @Test
    void staysSilentAboutAWholeFile() throws Exception {
        byte[] whole = PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN)
                .frame(1_700_000_000, 0, esp())
                .toOctets();
        assertThat(findings(whole)).isEmpty();
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
