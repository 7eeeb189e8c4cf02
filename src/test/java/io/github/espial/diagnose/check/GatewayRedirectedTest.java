package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.observe.FrameReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayRedirectedTest {
    private static final Check CHECK = new GatewayRedirected();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesTheBetterRouter(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .espOut(RT1, OUT, 1)
                .redirects(RT1, RT2, OUT)
                .redirects(RT1, RT2, OUT);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo(network.addressOf(RT1) + " sent 2 frames of ICMP redirect: packets for "
                            + network.addressOf(PEER) + " should go to " + network.addressOf(RT2)
                            + ", not to itself");
            assertThat(finding.subject().actualNextHop()).contains(network.station(RT1));
            assertThat(finding.proof().evidence().get(0).frames())
                    .extracting(FrameReference::number)
                    .containsExactly(16L, 17L);
        });
    }

    @ParameterizedTest
    @EnumSource
    void callsNoForgeryTheGatewaysOwnWord(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT1, OUT, 1)
                        .redirects(RT2, RT2, OUT)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.proof().confidence()).isEmpty();
                    assertThat(finding.text())
                            .endsWith("No such packet was seen going to it, so the redirect may be forged");
                });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutRedirectsForOthers(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT1, OUT, 5)
                        .between(SERVER, OTHER_PEER)
                        .redirects(RT1, RT2, OUT)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutErrorsThatAreNoRedirects(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT1, OUT, 5)
                        .rejects(RT1, OUT)
                        .findings(CHECK))
                .isEmpty();
    }
}
