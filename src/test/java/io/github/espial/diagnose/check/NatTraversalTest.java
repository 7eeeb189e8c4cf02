package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseBuilder.Protection;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NatTraversalTest {
    private static final Check CHECK = new NatTraversal();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void countsEspInUdpAndKeepalives(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .protectedBy(Protection.ESP_IN_UDP)
                .espOut(RT2, OUT, 4)
                .espIn(RT2, IN, 3)
                .keepalives(RT2, 2);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .isEqualTo("7 frames of ESP in UDP between " + network.addressOf(SERVER) + " and "
                            + network.addressOf(PEER) + ", and 2 frames of NAT-keepalive");
        });
    }

    @ParameterizedTest
    @EnumSource
    void warnsWhenThereIsNothingButKeepalives(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).keepalives(RT2, 5).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.title()).isEqualTo("only NAT-keepalives with " + network.addressOf(PEER));
                });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutEspRightOnIp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ike(RT2).espOut(RT2, OUT, 5).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutIkeOnItsNatPort(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .protectedBy(Protection.ESP_IN_UDP)
                        .ike(RT2)
                        .findings(CHECK))
                .isEmpty();
    }
}
