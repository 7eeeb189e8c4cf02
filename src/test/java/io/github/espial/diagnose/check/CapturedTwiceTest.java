package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CapturedTwiceTest {
    private static final Check CHECK = new CapturedTwice();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0x0a0b0c0dL;

    @ParameterizedTest
    @EnumSource
    void saysThatPacketsAreThereTwice(LabNetwork network) {
        assertThat(exchange(network).capturedTwice().findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.text())
                            .isEqualTo("40 of 80 frames bear the sequence number of the frame right before them, at the"
                                    + " same moment and on the same link: the capture holds packets twice. That is no"
                                    + " replay; only counts are too high");
                });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenEachIsThereOnce(LabNetwork network) {
        assertThat(exchange(network).findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutFewCopies() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .espOut(RT1, OUT, 4)
                        .capturedTwice()
                        .espOut(RT1, OUT, 30)
                        .findings(CHECK))
                .isEmpty();
    }

    /** As programs do that flood a host with the packet that they built once. */
    @Test
    void staysSilentAboutAFloodOfOneNumber() {
        CaseBuilder flood = CaseBuilder.in(LabNetwork.IPV4).espOut(RT1, OUT, 1);
        for (int doublings = 0; doublings < 6; doublings++) {
            flood.capturedTwice();
        }
        assertThat(flood.findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheVerdictAsItIs(LabNetwork network) {
        CaseReport once = exchange(network).report();
        CaseReport twice = exchange(network).capturedTwice().report();

        assertThat(once.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(twice.verdict()).isEqualTo(once.verdict());
        assertThat(twice.findings())
                .extracting(Finding::id)
                .filteredOn(id -> !id.equals(CHECK.id()))
                .containsExactlyElementsOf(
                        once.findings().stream().map(Finding::id).toList());
    }

    private static CaseBuilder exchange(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20).espIn(RT2, IN, 20);
    }
}
