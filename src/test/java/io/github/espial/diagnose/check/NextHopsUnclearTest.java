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

class NextHopsUnclearTest {
    private static final Check CHECK = new NextHopsUnclear();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void tellsBothMacsWhereAFilterLeftIpsecOnly(LabNetwork network) {
        CaseBuilder filtered = CaseBuilder.in(network).ike(RT2).espOut(RT1, OUT, 58);
        assertThat(filtered.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.subject().peer()).contains(network.address(PEER));
            assertThat(finding.text()).contains(RT1.mac(), RT2.mac(), "58 frames", "two routers", "two MACs");
        });
        assertThat(filtered.report().judgment().missing())
                .anyMatch(advice -> advice.contains(RT1.mac()) && advice.contains(RT2.mac()))
                .noneMatch(advice -> advice.contains("negotiate the tunnel anew"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereArpTells(LabNetwork network) {
        assertThat(CaseBuilder.in(network)
                        .arp(SERVER, RT1)
                        .arp(SERVER, RT2)
                        .ike(RT2)
                        .espOut(RT1, OUT, 58)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereEspGoesWhereIkeGoes(LabNetwork network) {
        assertThat(CaseBuilder.in(network).ike(RT2).espOut(RT2, OUT, 58).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereNobodyAnsweredIke(LabNetwork network) {
        assertThat(CaseBuilder.in(network)
                        .ikeOut(RT2, 34)
                        .ikeOut(RT2, 34)
                        .espOut(RT1, OUT, 58)
                        .findings(CHECK))
                .isEmpty();
    }
}
