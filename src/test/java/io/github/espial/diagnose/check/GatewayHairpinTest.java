package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayHairpinTest {
    private static final Check CHECK = new GatewayHairpin();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesWhoForwardsToWhom(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT1, OUT, 1).forwarded(RT1, RT2, OUT, 1));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo(network.station(RT1) + " forwarded 10 frames of ESP for " + network.addressOf(PEER)
                            + " to " + network.station(RT2) + " on the segment they came from");
            assertThat(finding.proof().evidence().get(0).displayFilter().orElseThrow())
                    .endsWith("eth.src == " + RT1.mac() + " && eth.dst == " + RT2.mac());
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"TAGGED_IPV4", "TAGGED_IPV6"})
    void staysSilentWhenTheGatewayForwardsToAnotherVlan(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT1)
                        .repeat(
                                10,
                                one -> one.espOut(RT1, OUT, 1)
                                        .onVlan(LabNetwork.VLAN + 1, two -> two.forwarded(RT1, RT2, OUT, 1)))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTheCopyIsOnAnotherCard(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .onCard("eth0")
                        .ike(RT1)
                        .repeat(
                                10,
                                one -> one.onCard("eth0")
                                        .espOut(RT1, OUT, 1)
                                        .onCard("eth1")
                                        .forwarded(RT1, RT2, OUT, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenFramesAreCapturedTwice(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(10, one -> one.espOut(RT2, OUT, 1).esp(SERVER, RT2, SERVER, PEER, 64, OUT, 1))
                        .findings(CHECK))
                .isEmpty();
    }
}
