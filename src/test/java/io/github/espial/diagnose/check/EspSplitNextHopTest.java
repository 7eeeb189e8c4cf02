package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
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

class EspSplitNextHopTest {
    private static final Check CHECK = new EspSplitNextHop();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesBothNextHops(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espOut(RT1, OUT, 2));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .contains("leaves by 2 next hops at the same time")
                    .contains(network.station(RT2) + " (10 frames)")
                    .contains("the default gateway " + network.station(RT1) + " (20 frames)");
            assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(30);
            assertThat(finding.proof().evidence())
                    .extracting(evidence -> evidence.displayFilter().orElseThrow())
                    .satisfiesExactlyInAnyOrder(
                            filter -> assertThat(filter).endsWith("eth.dst == " + RT1.mac()),
                            filter -> assertThat(filter).endsWith("eth.dst == " + RT2.mac()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenOneFollowsTheOther(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT1, OUT, 20)
                        .espOut(RT2, OUT, 20)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenARouteComesBack(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT2, OUT, 20)
                        .espOut(RT1, OUT, 20)
                        .espOut(RT2, OUT, 20)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentForTwoMacsOfOneRouter(LabNetwork network) {
        LabHost standby = RT2.at("00:1b:21:bb:00:02");
        assertThat(CaseBuilder.resolved(network)
                        .arp(SERVER, standby)
                        .ike(RT2)
                        .repeat(10, one -> one.espOut(RT2, OUT, 1).espOut(standby, OUT, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentForTwoPeers(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(
                                10,
                                one -> one.between(SERVER, PEER)
                                        .espOut(RT2, OUT, 1)
                                        .between(SERVER, OTHER_PEER)
                                        .espOut(RT1, OUT + 1, 1))
                        .findings(CHECK))
                .isEmpty();
    }
}
