package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextHopMacChangedTest {
    private static final Check CHECK = new NextHopMacChanged();
    private static final long OUT = 0xc0c86871L;

    private static final LabHost STANDBY = RT2.at("00:1b:21:bb:00:02");

    @ParameterizedTest
    @EnumSource
    void namesTheAddressAndBothMacs(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 5)
                .announce(STANDBY)
                .espOut(STANDBY, OUT, 5);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .isEqualTo("the router " + network.addressOf(RT2) + " was at " + RT2.mac() + " and is at "
                            + STANDBY.mac() + " since frame 24; it is the same next hop, so this alone is no"
                            + " misrouting");
            assertThat(finding.subject().actualNextHop()).contains(network.station(STANDBY));
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTwoMacsClaimTheAddressInTurns(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(3, one -> one.announce(STANDBY).announce(RT2))
                        .espOut(RT2, OUT, 5)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutMachinesThatAreNoNextHops(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .announce(OTHER_PEER)
                        .ike(RT2)
                        .espOut(RT2, OUT, 5)
                        .announce(OTHER_PEER.at("00:50:56:02:00:1f"))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenARouterRepeatsItself(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .announce(RT2)
                        .announce(RT2)
                        .espOut(RT2, OUT, 5)
                        .findings(CHECK))
                .isEmpty();
    }
}
