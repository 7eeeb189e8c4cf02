package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Verdicts are no surer than the capture: what it does not show is named, with how to get it. */
class HonestInferenceTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void healthyWhenEspGoesWithIke(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.findings()).isEmpty();
        assertThat(report.judgment().missing()).isEmpty();
        assertThat(report.topology().defaultGateway().orElseThrow().mac()).hasToString(RT1.mac());
        Peer peer = report.topology().peers().get(0);
        assertThat(macOf(peer)).isEqualTo(RT2.mac());
        assertThat(peer.expected().orElseThrow().confidence()).isBetween(0.99, 0.9999);
        assertThat(report.topology().servers())
                .singleElement()
                .satisfies(server -> assertThat(server.macs()).singleElement().hasToString(SERVER.mac()));
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWhenTheCaptureStartsAfterTheNegotiation(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network).espOut(RT1, OUT, 20).report();
        assertOpen(report);
        assertThat(report.judgment().missing())
                .anyMatch(what -> what.startsWith("IKE with " + network.addressOf(PEER))
                        && what.contains("start the capture before the tunnel is negotiated"));
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWhenAnswersComeByAnotherRouterAndNothingElseIsKnown(LabNetwork network) {
        assertOpen(CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .report());
    }

    @ParameterizedTest
    @EnumSource
    void suspectedOnlyWithoutArpOfEitherRouter(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 5)
                .afterSeconds(5)
                .ike(RT2)
                .afterSeconds(5)
                .espOut(RT1, OUT, 20)
                .background(RT1, 5)
                .report();
        assertOpen(report);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("esp-wrong-next-hop"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.proof().confidence().orElseThrow()).isBetween(0.75, 0.9);
                });
        assertThat(report.judgment().missing()).anyMatch(what -> what.contains("ARP or neighbor discovery"));
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWhenOnlyInboundEspWasCaptured(LabNetwork network) {
        CaseReport report =
                CaseBuilder.resolved(network).ike(RT2).espIn(RT2, IN, 20).report();
        assertOpen(report);
        assertThat(report.judgment().missing())
                .anyMatch(what ->
                        what.startsWith("ESP to " + network.addressOf(PEER)) && what.contains("capture on every card"));
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWhenNothingInboundWasCaptured(LabNetwork network) {
        assertOpen(CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .repeat(6, one -> one.ikeOut(RT2, IkeView.V2_IKE_AUTH))
                .espOut(RT2, OUT, 5)
                .report());
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWithHalfOfATwoCardCase(LabNetwork network) {
        CaseReport ikeOnly = CaseBuilder.in(network).arp(SERVER, RT2).ike(RT2).report();
        assertOpen(ikeOnly);
        assertThat(ikeOnly.judgment().missing()).anyMatch(what -> what.contains("another network card"));

        LabHost wan = SERVER.at("00:0c:29:5e:20:0a");
        CaseReport espOnly = CaseBuilder.in(network)
                .between(wan, PEER)
                .announce(RT1)
                .espOut(RT1, OUT, 20)
                .report();
        assertOpen(espOnly);
    }

    @ParameterizedTest
    @EnumSource
    void healthyWhenTwoPeersHangOnTwoRouters(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .between(SERVER, OTHER_PEER)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT + 1, 1).espIn(RT1, IN + 1, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.topology().peers()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void noIpsecWhenThereIsNone(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network).plainOut(RT1, 5).report();
        assertThat(report.verdict()).isEqualTo(Verdict.NO_IPSEC);
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void undeterminedWithoutDestinationMacs(LabNetwork network) {
        CaseReport report =
                CaseBuilder.in(network).cooked().ike(RT2).espOut(RT1, OUT, 20).report();
        assertOpen(report);
        assertThat(report.judgment().missing()).anyMatch(what -> what.startsWith("destination MACs"));
    }

    @ParameterizedTest
    @EnumSource
    void statedNextHopOutweighsIke(LabNetwork network) {
        Station byMac = new Station(Optional.of(MacAddress.parse(RT1.mac())), Optional.empty());
        Station byAddress = new Station(Optional.empty(), Optional.of(network.address(RT1)));
        for (Station station : List.of(byMac, byAddress, network.station(RT1))) {
            CaseReport report = CaseBuilder.resolved(network)
                    .ike(RT2)
                    .espOut(RT1, OUT, 20)
                    .stated(new Statements(List.of(), List.of(), List.of(), Map.of(network.address(PEER), station)))
                    .report();
            assertThat(report.verdict()).as(station.toString()).isEqualTo(Verdict.HEALTHY);
            assertThat(report.topology().peers().get(0).evidence())
                    .first()
                    .satisfies(evidence -> assertThat(evidence.kind()).isEqualTo("stated"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TAGGED_IPV4", "TAGGED_IPV6"})
    void statedOrRedirectedNextHopIsTheSameOnItsVlan(LabNetwork network) {
        CaseBuilder seen = CaseBuilder.resolved(network)
                .onVlan(LabNetwork.VLAN + 1, one -> one.background(RT2, 5))
                .ike(RT2)
                .espOut(RT1, OUT, 5)
                .redirects(RT1, RT2, OUT)
                .espOut(RT2, OUT, 20);
        CaseReport stated = seen.stated(new Statements(
                        List.of(), List.of(), List.of(), Map.of(network.address(PEER), network.station(RT2))))
                .report();
        assertThat(stated.topology().peers().get(0).expected()).hasValueSatisfying(expected -> {
            assertThat(expected.nextHop()).isEqualTo(network.station(RT2));
            // The statement, the redirect, and IKE that was answered speak for one router, not for two rivals.
            assertThat(expected.confidence()).isGreaterThan(0.9998);
        });
        assertThat(stated.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void statedNextHopThatNoFrameShowsIsMissed(LabNetwork network) {
        IpAddress unseen = IpAddress.parse(network.isIpv4() ? "192.0.2.99" : "2001:db8:2::99");
        CaseReport report = CaseBuilder.resolved(network)
                .espOut(RT1, OUT, 20)
                .stated(new Statements(
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(network.address(PEER), new Station(Optional.empty(), Optional.of(unseen)))))
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void statedGatewayIsTheGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 20)
                .stated(new Statements(List.of(), List.of(), List.of(network.station(RT2)), Map.of()))
                .report();
        assertThat(report.topology().defaultGateway().orElseThrow().mac()).hasToString(RT2.mac());
    }

    @ParameterizedTest
    @EnumSource
    void statedServerIsJudgedByAddressOrMac(LabNetwork network) {
        List<Statements> statements = List.of(
                new Statements(List.of(network.address(PEER)), List.of(), List.of(), Map.of()),
                new Statements(List.of(), List.of(MacAddress.parse(PEER.mac())), List.of(), Map.of()));
        for (Statements stated : statements) {
            CaseReport report = CaseBuilder.in(network)
                    .arp(SERVER, PEER)
                    .ike(PEER)
                    .repeat(10, one -> one.espOut(PEER, OUT, 1).esp(PEER, SERVER, PEER, SERVER, 64, IN, 1))
                    .stated(stated)
                    .report();
            assertThat(report.topology().peers()).singleElement().satisfies(peer -> {
                assertThat(peer.server()).isEqualTo(network.address(PEER));
                assertThat(peer.address()).isEqualTo(network.address(SERVER));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"IPV4", "TAGGED_IPV4"})
    void dhcpRouteNamesTheNextHop(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .dhcp(RT1, "198.51.100.0", 24, RT2)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .espOut(RT1, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(macOf(report.topology().peers().get(0))).isEqualTo(RT2.mac());
        assertThat(report.topology().defaultGateway().orElseThrow().mac()).hasToString(RT1.mac());
    }

    @ParameterizedTest
    @EnumSource(names = {"IPV4", "TAGGED_IPV4"})
    void dhcpRouteForOthersSaysNothing(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .dhcp(RT1, "203.0.113.0", 24, RT2)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .espOut(RT1, OUT, 20)
                .report();
        assertOpen(report);
    }

    @ParameterizedTest
    @EnumSource(names = {"IPV6", "TAGGED_IPV6"})
    void advertisingRouterIsTheDefaultGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .advertises(RT1)
                .arp(SERVER, RT2)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.topology().defaultGateway().orElseThrow().mac()).hasToString(RT1.mac());
    }

    @ParameterizedTest
    @EnumSource
    void directionThatTheCaptureTellsNamesTheServer(LabNetwork network) {
        // Both ends are on the link and the peer speaks first: the direction of frames decides.
        CaseReport report = CaseBuilder.in(network)
                .onServer("eth0")
                .esp(PEER, SERVER, PEER, SERVER, 64, IN, 3)
                .espOut(PEER, OUT, 3)
                .report();
        assertThat(report.topology().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.server()).isEqualTo(network.address(SERVER)));
        assertThat(report.topology().nextHops())
                .allSatisfy(hop -> assertThat(hop.interfaceName()).contains("eth0"));
    }

    private static void assertOpen(CaseReport report) {
        assertThat(report.verdict()).as(report.judgment().sentence()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.judgment().missing()).isNotEmpty();
        assertThat(report.findings()).noneMatch(HonestInferenceTest::isAlarm);
    }

    private static boolean isAlarm(Finding finding) {
        return finding.id().equals("esp-wrong-next-hop") && finding.severity() == Severity.ERROR;
    }

    private static String macOf(Peer peer) {
        return peer.expected()
                .flatMap(expected -> expected.nextHop().mac())
                .map(MacAddress::toString)
                .orElse("none");
    }
}
