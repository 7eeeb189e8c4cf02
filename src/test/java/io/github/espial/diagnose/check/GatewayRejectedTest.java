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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GatewayRejectedTest {
    private static final Check CHECK = new GatewayRejected();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesTheReasonOfTheRouter(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network).espOut(RT1, OUT, 5).rejects(RT1, OUT);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.text())
                    .isEqualTo(network.addressOf(RT1)
                            + " sent 1 frame of ICMP error \"communication administratively prohibited\" that quote ESP"
                            + " for " + network.addressOf(PEER) + ": it does not deliver them");
            assertThat(finding.subject().spis()).singleElement().hasToString("0xc0c86871");
            assertThat(finding.proof().evidence().get(0).displayFilter().orElseThrow())
                    .isEqualTo(
                            network.isIpv4()
                                    ? "icmp.type == 3 && ip.src == 192.0.2.1"
                                    : "icmpv6.type == 1 && ipv6.src == 2001:db8:2::1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void countsTimeExceededToo(LabNetwork network) {
        CaseBuilder lab =
                CaseBuilder.resolved(network).espOut(RT1, OUT, 5).icmp(RT1, network.isIpv4() ? 11 : 3, 0, OUT);
        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.title())
                        .endsWith("rejects ESP for " + network.addressOf(PEER) + ": time exceeded"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutPacketsThatAreTooBig(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .espOut(RT1, OUT, 5)
                .icmp(RT1, network.isIpv4() ? 3 : 2, network.isIpv4() ? 4 : 0, OUT);
        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutRedirects(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT1, OUT, 5)
                        .redirects(RT1, RT2, OUT)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutPacketsOfOthers(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT1, OUT, 5)
                        .between(SERVER, OTHER_PEER)
                        .rejects(RT1, OUT)
                        .findings(CHECK))
                .isEmpty();
    }
}
