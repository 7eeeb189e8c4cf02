package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.RT1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CaptureTruncatedTest {
    private static final Check CHECK = new CaptureTruncated();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void isOnlyWorthKnowingWhenHeadersAreWhole(LabNetwork network) {
        assertThat(CaseBuilder.in(network).espOut(RT1, OUT, 5).snapLength(80).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.text())
                            .isEqualTo("5 frames of 5 in capture-0.pcap are cut short; their headers are whole, so"
                                    + " routing can be judged");
                    assertThat(finding.proof().evidence().get(0).displayFilter())
                            .contains("frame.cap_len < frame.len");
                });
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenEvenHeadersAreCutOff(LabNetwork network) {
        assertThat(CaseBuilder.in(network).espOut(RT1, OUT, 5).snapLength(30).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.text()).contains("of 5 even the headers: they could not be judged");
                });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutFramesThatJustFit(LabNetwork network) {
        assertThat(CaseBuilder.in(network).espOut(RT1, OUT, 5).snapLength(200).findings(CHECK))
                .isEmpty();
    }
}
