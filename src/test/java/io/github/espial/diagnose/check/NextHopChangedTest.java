package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NextHopChangedTest {
    private static final Check CHECK = new NextHopChanged();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesTheTimeAndBothNextHops(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .afterSeconds(10)
                .espOut(RT2, OUT, 20);
        // 38 frames of 0.1 s each came before, and the pause.
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .isEqualTo("ESP for " + network.addressOf(PEER) + " went to the default gateway "
                            + network.station(RT1) + " and, from 2023-11-14T22:13:33.800Z on, to "
                            + network.station(RT2));
            assertThat(finding.subject().actualNextHop()).contains(network.station(RT2));
            assertThat(finding.subject().expectedNextHop()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aStrayFrameIsNoChange(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT2, OUT, 20)
                        .espOut(RT1, OUT, 1)
                        .espOut(RT2, OUT, 20)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).startsWith("a stray frame for ");
                    assertThat(finding.text())
                            .contains("1 frame of ESP", "40 frames to")
                            .doesNotContain(" on, to ");
                });
    }

    @ParameterizedTest
    @EnumSource
    void sumsUpMoreChangesThanAnybodyReads(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network).ike(RT2);
        for (int i = 0; i < 8; i++) {
            lab.espOut(RT1.at("00:1b:21:cc:00:0" + i), OUT, 5);
        }
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.title()).isEqualTo("the next hop for " + network.addressOf(PEER) + " changed 7 times");
            assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(40);
            assertThat(finding.proof().evidence()).hasSize(5);
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenBothGoOn(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(10, one -> one.espOut(RT1, OUT, 1).espOut(RT2, OUT, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTheRouterOnlyChangedItsMac(LabNetwork network) {
        LabHost standby = RT2.at("00:1b:21:bb:00:02");
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT2, OUT, 20)
                        .announce(standby)
                        .espOut(standby, OUT, 20)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenOnlyOtherTrafficMoved(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT1)
                        .ike(RT2)
                        .espOut(RT2, OUT, 20)
                        .background(RT2, 5)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void saysFromWhereAndToWhere(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT1)
                        .espOut(RT1, OUT, 20)
                        .ike(RT2)
                        .espOut(RT2, OUT, 20)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject().formerNextHop()).contains(network.station(RT1));
                    assertThat(finding.subject().actualNextHop()).contains(network.station(RT2));
                    assertThat(finding.subject().expectedNextHop()).isEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource
    void tellsAChangeFromWhereItWasNotFromAStray(LabNetwork network) {
        LabHost third = RT2.at("00:1b:21:cc:00:03");
        LabHost other = new LabHost(third.mac(), "192.0.2.253", "2001:db8:2::fd");
        assertThat(CaseBuilder.resolved(network)
                        .arp(SERVER, other)
                        .espOut(RT2, OUT, 20)
                        .espOut(RT1, OUT, 1)
                        .espOut(RT2, OUT, 20)
                        .afterSeconds(5)
                        .espOut(other, OUT, 20)
                        .findings(CHECK))
                .extracting(Finding::title)
                .hasSize(2)
                .anyMatch(title -> title.startsWith("a stray frame for "))
                .anyMatch(title -> title.startsWith("the next hop for "));
    }
}
