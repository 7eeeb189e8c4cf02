package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsymmetricPathTest {
    private static final Check CHECK = new AsymmetricPath();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void namesBothRouters(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2, RT1)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT1, IN, 1));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .isEqualTo("packets for " + network.addressOf(PEER) + " go to " + network.station(RT2)
                            + ", packets from it come from " + network.station(RT1)
                            + "; by itself that is legitimate");
            assertThat(finding.proof().evidence()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTheSameRouterIsUsedBothWays(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentBehindAVirtualMac(LabNetwork network) {
        LabHost virtual = RT2.at("00:00:5e:00:01:0a");
        assertThat(CaseBuilder.resolved(network)
                        .arp(SERVER, virtual)
                        .ike(virtual, RT1)
                        .repeat(10, one -> one.espOut(virtual, OUT, 1).espIn(RT1, IN, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereEspIsMisrouted(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(10, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutAnythingInbound(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espOut(RT2, OUT, 10).findings(CHECK))
                .isEmpty();
    }
}
