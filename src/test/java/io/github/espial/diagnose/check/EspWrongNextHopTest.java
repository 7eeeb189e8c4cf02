package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.observe.FrameReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EspWrongNextHopTest {
    private static final Check CHECK = new EspWrongNextHop();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void namesWhereEspWentAndWhereItBelongs(LabNetwork network) {
        String peer = network.addressOf(PEER);
        Finding finding = only(CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20));
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.proof().confidence().orElseThrow()).isBetween(0.9, 0.9999);
        assertThat(finding.title()).isEqualTo("ESP for " + peer + " leaves for the wrong next hop");
        assertThat(finding.text())
                .startsWith("20 frames of ESP for " + peer + " left for the default gateway " + network.station(RT1)
                        + "; its proper next hop is " + network.station(RT2));
        assertThat(finding.subject().peer()).contains(network.address(PEER));
        assertThat(finding.subject().spis()).singleElement().hasToString("0xc0c86871");
        assertThat(finding.subject().actualNextHop()).contains(network.station(RT1));
        assertThat(finding.subject().expectedNextHop()).contains(network.station(RT2));
        assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(20);
        assertThat(finding.isOngoing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void provesItByFramesAndFilters(LabNetwork network) {
        Finding finding = only(CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20));
        // Two resolutions of two frames, ten frames of other traffic, four of IKE: ESP starts with the 19th.
        assertThat(finding.proof().evidence().get(0).frames())
                .extracting(FrameReference::number)
                .containsExactly(19L, 38L);
        assertThat(finding.proof().evidence().get(0).displayFilter())
                .contains("(esp.spi == 0xc0c86871) && !icmp && !icmpv6 && eth.dst == " + RT1.mac());
        assertThat(finding.proof().evidence())
                .filteredOn(evidence -> evidence.kind().equals("ike-next-hop"))
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.weight()).isEqualTo(4);
                    assertThat(evidence.frames())
                            .extracting(FrameReference::number)
                            .containsExactly(15L, 17L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void offersRoutesByTheProperNextHop(LabNetwork network) {
        Finding finding = only(CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20));
        assertThat(finding.fixes())
                .extracting(Fix::platform)
                .containsExactly(Platform.WINDOWS, Platform.LINUX, Platform.BSD, Platform.ANY, Platform.ANY);
        assertThat(finding.fixes().get(0).command())
                .startsWith(network.isIpv4() ? "route -p add " : "netsh interface ipv6 add route ")
                .endsWith(" " + network.addressOf(RT2));
        assertThat(finding.fixes().get(1).command())
                .isEqualTo("ip route add " + network.addressOf(PEER) + (network.isIpv4() ? "/32" : "/128") + " via "
                        + network.addressOf(RT2));
    }

    @ParameterizedTest
    @EnumSource
    void isAWarningWhereBothRoutersAreBareMacs(LabNetwork network) {
        Finding finding = only(CaseBuilder.in(network)
                .background(RT1, 5)
                .afterSeconds(10)
                .ike(RT2)
                .afterSeconds(10)
                .espOut(RT1, OUT, 20)
                .background(RT1, 1));
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.proof().confidence().orElseThrow()).isBetween(0.75, 0.9);
        assertThat(finding.title()).contains("probably");
    }

    @ParameterizedTest
    @EnumSource
    void isOverOnceEspTakesTheProperNextHop(LabNetwork network) {
        Finding finding =
                only(CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20).espOut(RT2, OUT, 20));
        assertThat(finding.isOngoing()).isFalse();
        assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereEspGoesWithIke(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ike(RT1).espOut(RT1, OUT, 20).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutAnyProofOfTheProperNextHop(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espOut(RT1, OUT, 20).findings(CHECK))
                .isEmpty();
    }

    private static Finding only(CaseBuilder lab) {
        assertThat(lab.findings(CHECK)).hasSize(1);
        return lab.findings(CHECK).get(0);
    }

    @ParameterizedTest
    @EnumSource
    void countsFramesThatWereRightApartFromWrongOnes(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT1)
                        .espOut(RT1, OUT, 50)
                        .ike(RT2)
                        .espOut(RT1, OUT, 100)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("100 frames of ESP for ")
                        .contains(". 50 frames before ")
                        .contains(" went there rightly, as IKE did until then. "));
    }
}
