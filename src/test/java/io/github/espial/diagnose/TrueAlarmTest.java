package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder.Protection;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fault in all its variants: each must be found, with the right routers named. */
class TrueAlarmTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;
    private static final String VRRP_10 = "00:00:5e:00:01:0a";
    private static final String STANDBY = "00:1b:21:aa:00:02";

    @ParameterizedTest
    @EnumSource
    void espLeavesForTheDefaultGateway(LabNetwork network) {
        CaseReport report =
                CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20).report();
        Finding alarm = theAlarm(report);
        assertWay(alarm, RT1, RT2);
        assertThat(alarm.subject().peer().orElseThrow()).hasToString(network.addressOf(PEER));
        assertThat(alarm.extent().orElseThrow().span().frames()).isEqualTo(20);
        assertThat(alarm.isOngoing()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void espInUdpAndAhAreFoundToo(LabNetwork network) {
        for (Protection protection : Protection.values()) {
            CaseReport report = CaseBuilder.resolved(network)
                    .protectedBy(protection)
                    .ike(RT2)
                    .espOut(RT1, OUT, 20)
                    .report();
            assertWay(theAlarm(report), RT1, RT2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ikeOfVersionOneProvesItToo(LabNetwork network) {
        CaseReport report =
                CaseBuilder.resolved(network).ikev1(RT2).espOut(RT1, OUT, 20).report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void gatewayThatForwardsAndIsAnswered(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void detourSeenFromAMirrorPort(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .forwarded(RT1, RT2, OUT, 1)
                                .espIn(RT2, IN, 1))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
        assertThat(report.findings()).extracting(Finding::id).contains("gateway-hairpin");
    }

    @ParameterizedTest
    @EnumSource
    void gatewayThatRejects(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).rejects(RT1, OUT))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
        assertThat(report.findings()).extracting(Finding::id).contains("gateway-rejected");
    }

    @ParameterizedTest
    @EnumSource
    void gatewayThatRedirects(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).redirects(RT1, RT2, OUT))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void gatewayByAVirtualMacThatAlsoSends(LabNetwork network) {
        LabHost gateway = RT1.at(VRRP_10);
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, gateway)
                .arp(SERVER, RT2)
                .background(gateway, 5)
                .ike(RT2)
                .espOut(gateway, OUT, 20)
                .report();
        assertWay(theAlarm(report), gateway, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void gatewayByAVirtualMacThatOnlyReceives(LabNetwork network) {
        // Most of what comes in comes from RT2, which yet is another router than the one behind the virtual MAC.
        LabHost gateway = RT1.at(VRRP_10);
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, gateway)
                .arp(SERVER, RT2)
                .background(gateway, RT1.at(STANDBY), 3)
                .ike(RT2)
                .repeat(20, one -> one.espOut(gateway, OUT, 1).espIn(RT2, IN, 3))
                .report();
        assertWay(theAlarm(report), gateway, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void onlySomeInnerNetworksHaveARoute(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1).espOut(RT1, OUT, 1))
                .report();
        Finding alarm = theAlarm(report);
        assertWay(alarm, RT1, RT2);
        assertThat(alarm.extent().orElseThrow().span().frames()).isEqualTo(20);
        assertThat(report.findings()).extracting(Finding::id).contains("esp-split-next-hop");
    }

    @ParameterizedTest
    @EnumSource
    void sparseTrafficByBothRouters(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.afterSeconds(30)
                                .espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1)
                                .afterSeconds(30)
                                .espOut(RT1, OUT + 1, 1))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
        assertThat(report.findings())
                .extracting(Finding::id)
                .contains("esp-split-next-hop")
                .doesNotContain("next-hop-changed");
    }

    @ParameterizedTest
    @EnumSource
    void fixedInTheMiddle(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .repeat(40, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .report();
        Finding alarm = theAlarm(report);
        assertWay(alarm, RT1, RT2);
        assertThat(alarm.isOngoing()).isFalse();
        assertThat(report.findings()).extracting(Finding::id).contains("next-hop-changed");
    }

    @ParameterizedTest
    @EnumSource
    void routeLostInTheMiddleWhileIkeStays(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .repeat(20, one -> one.espOut(RT1, OUT, 1))
                .ikeOut(RT2, IkeView.V2_INFORMATIONAL)
                .ikeIn(RT2, IkeView.V2_INFORMATIONAL)
                .repeat(20, one -> one.espOut(RT1, OUT, 1))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void hostRouteThatMovesIkeButNotEsp(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT1)
                .espOut(RT1, OUT, 10)
                .ike(RT2)
                .repeat(40, one -> one.espOut(RT1, OUT, 1))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    @ParameterizedTest
    @EnumSource
    void failoverOfThePeersRouterBesides(LabNetwork network) {
        LabHost standby = RT2.at(STANDBY);
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .announce(standby)
                .ike(standby)
                .espOut(RT1, OUT, 20)
                .report();
        assertWay(theAlarm(report), RT1, standby);
    }

    @ParameterizedTest
    @EnumSource
    void severalPeersOfWhichOneIsRightlyByTheGateway(LabNetwork network) {
        LabHost third = new LabHost("", "203.0.113.77", "2001:db8:71::77");
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .between(SERVER, OTHER_PEER)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT + 1, 1).espIn(RT1, IN + 1, 1))
                .between(SERVER, third)
                .ike(RT2)
                .espOut(RT1, OUT + 2, 20)
                .report();
        assertThat(alarms(report))
                .extracting(alarm -> alarm.subject().peer().orElseThrow().toString())
                .containsExactlyInAnyOrder(network.addressOf(PEER), network.addressOf(third));
        assertThat(alarms(report)).allSatisfy(alarm -> assertWay(alarm, RT1, RT2));
    }

    @ParameterizedTest
    @EnumSource
    void twoServersOfWhichOneIsWrong(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .arp(NEIGHBOR, RT1)
                .arp(NEIGHBOR, RT2)
                .between(NEIGHBOR, PEER)
                .background(RT1, 5)
                .ike(RT2)
                .espOut(RT1, OUT + 1, 20)
                .report();
        Finding alarm = theAlarm(report);
        assertWay(alarm, RT1, RT2);
        assertThat(alarm.subject().spis()).singleElement().hasToString("0xc0c86872");
        assertThat(report.topology().servers()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void peerOnTheLinkWhoseEspGoesToTheGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, PEER)
                .background(RT1, 5)
                .ike(PEER)
                .espOut(RT1, OUT, 20)
                .report();
        assertWay(theAlarm(report), RT1, PEER);
    }

    @ParameterizedTest
    @EnumSource
    void cardOnAnotherLinkThatEspLeavesBy(LabNetwork network) {
        LabHost wan = SERVER.at("00:0c:29:5e:20:0a");
        LabHost gateway = new LabHost("00:1b:21:dd:00:01", "10.9.9.1", "2001:db8:99::1");
        LabHost wanAddress = new LabHost(wan.mac(), "10.9.9.10", "2001:db8:99::10");
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .ike(RT2)
                .nextCapture()
                .between(wanAddress, PEER)
                .arp(wanAddress, gateway)
                .background(gateway, 5)
                .between(wan, PEER)
                .espOut(gateway, OUT, 20);
        assertWay(theAlarm(lab.report()), gateway, RT2);
        assertThat(lab.report().topology().servers())
                .singleElement()
                .satisfies(server -> assertThat(server.macs())
                        .extracting(MacAddress::toString)
                        .containsExactlyInAnyOrder(SERVER.mac(), wan.mac()));
        assertWay(theAlarm(lab.inReverse().report()), gateway, RT2);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAGGED_IPV4", "TAGGED_IPV6"})
    void vlanOfOneRouterThatEspLeavesBy(LabNetwork network) {
        int wrong = LabNetwork.VLAN + 1;
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .onVlan(wrong, one -> one.arp(SERVER, RT2))
                .onVlan(wrong, one -> one.background(RT2, 5))
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.onVlan(wrong, two -> two.espOut(RT2, OUT, 1).background(RT2, 1))
                                .ikeOut(RT2, IkeView.V2_INFORMATIONAL)
                                .ikeIn(RT2, IkeView.V2_INFORMATIONAL))
                .report();
        assertThat(report.judgment().sentence()).isNotEmpty();
        assertThat(report.verdict()).as(report.judgment().sentence()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void statedNextHop(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .espOut(RT1, OUT, 20)
                .stated(new Statements(
                        List.of(), List.of(), List.of(), Map.of(network.address(PEER), network.station(RT2))))
                .report();
        assertWay(theAlarm(report), RT1, RT2);
    }

    private static List<Finding> alarms(CaseReport report) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop") && finding.severity() == Severity.ERROR)
                .toList();
    }

    private static Finding theAlarm(CaseReport report) {
        assertThat(report.verdict())
                .as(report.judgment().sentence() + report.topology().peers())
                .isEqualTo(Verdict.MISROUTED);
        assertThat(alarms(report)).hasSize(1);
        return alarms(report).get(0);
    }

    private static void assertWay(Finding alarm, LabHost actual, LabHost expected) {
        assertThat(mac(alarm.subject().actualNextHop())).isEqualTo(actual.mac());
        assertThat(mac(alarm.subject().expectedNextHop())).isEqualTo(expected.mac());
    }

    private static String mac(Optional<Station> station) {
        return station.flatMap(Station::mac).map(MacAddress::toString).orElse("none");
    }
}
