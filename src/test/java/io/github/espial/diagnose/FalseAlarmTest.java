package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.wire.IkeView;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Networks that look wrong to a hasty reader and are not: none of them may raise an alarm. */
class FalseAlarmTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    private static final LabHost ATTACKER = new LabHost("00:0c:29:66:66:66", "192.0.2.66", "2001:db8:2::66");
    private static final String HSRP_1 = "00:00:0c:07:ac:01";
    private static final String GLBP_1 = "00:07:b4:00:01:01";
    private static final String GLBP_2 = "00:07:b4:00:01:02";
    private static final String VRRP_10 = "00:00:5e:00:01:0a";
    private static final String STANDBY = "00:1b:21:aa:00:02";

    @ParameterizedTest
    @EnumSource
    void virtualMacThatReceivesWhileItsRouterSendsFromItsOwn(LabNetwork network) {
        LabHost gateway = RT1.at(HSRP_1);
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, gateway)
                .repeat(
                        4,
                        one -> one.plain(SERVER, gateway, SERVER, OTHER_PEER, 64)
                                .plain(RT1, SERVER, OTHER_PEER, SERVER, 55))
                .ike(gateway, RT1)
                .repeat(20, one -> one.espOut(gateway, OUT, 1).espIn(RT1, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void virtualMacThatIsOnlyEverADestination(LabNetwork network) {
        LabHost gateway = RT1.at(VRRP_10);
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(gateway, RT1)
                .repeat(20, one -> one.espOut(gateway, OUT, 1).espIn(RT1, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void oneRouterUsedByItsVirtualAndByItsOwnMac(LabNetwork network) {
        LabHost virtual = new LabHost(VRRP_10, "192.0.2.3", "2001:db8:2::3");
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, virtual)
                .arp(SERVER, RT1)
                .repeat(
                        4,
                        one -> one.plain(SERVER, virtual, SERVER, OTHER_PEER, 64)
                                .plain(RT1, SERVER, OTHER_PEER, SERVER, 55)
                                .plain(SERVER, virtual, SERVER, NEIGHBOR, 64)
                                .plain(RT1, SERVER, NEIGHBOR, SERVER, 55))
                .ike(virtual, RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void gatewaysThatShareTheirLoadByArp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1.at(GLBP_1))
                .ike(RT1.at(GLBP_1), RT2)
                .espOut(RT1.at(GLBP_1), OUT, 10)
                .espIn(RT2, IN, 10)
                .arp(SERVER, RT1.at(GLBP_2))
                .repeat(20, one -> one.espOut(RT1.at(GLBP_2), OUT, 1).espIn(RT2, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void gatewaysThatShareTheirLoadWithoutArpSeen(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .background(RT1.at(GLBP_1), 5)
                .ike(RT1.at(GLBP_1), RT2)
                .espOut(RT1.at(GLBP_1), OUT, 10)
                .espIn(RT2, IN, 10)
                .background(RT1.at(GLBP_2), 5)
                .repeat(20, one -> one.espOut(RT1.at(GLBP_2), OUT, 1).espIn(RT2, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void failoverBehindAVirtualMac(LabNetwork network) {
        LabHost gateway = RT1.at(VRRP_10);
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, gateway)
                .ike(gateway, RT1)
                .repeat(20, one -> one.espOut(gateway, OUT, 1).espIn(RT1, IN, 1))
                .announce(gateway)
                .repeat(20, one -> one.espOut(gateway, OUT, 1).espIn(RT1.at(STANDBY), IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void failoverToAnotherMacWithGratuitousArp(LabNetwork network) {
        CaseBuilder lab = failover(network, one -> one.announce(RT1.at(STANDBY)));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void failoverToAnotherMacThatTheServerAskedFor(LabNetwork network) {
        CaseBuilder lab = failover(network, one -> one.arp(SERVER, RT1.at(STANDBY)));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void failoverToAnotherMacWithoutArpOfIt(LabNetwork network) {
        verdictWithoutAlarm(failover(network, one -> one));
    }

    @ParameterizedTest
    @EnumSource
    void failoverOfAClusterWithoutAnyArp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .background(RT1, 5)
                .ike(RT1)
                .afterSeconds(10)
                .background(RT1.at(STANDBY), 5)
                .repeat(20, one -> one.espOut(RT1.at(STANDBY), OUT, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void failoverJustAfterTheNegotiation(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .background(RT1, 5)
                .ike(RT1)
                .background(RT1.at(STANDBY), 5)
                .repeat(20, one -> one.espOut(RT1.at(STANDBY), OUT, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void attackerThatClaimsTheGatewaysAddress(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .arp(SERVER, ATTACKER)
                .ike(RT1)
                .repeat(10, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .repeat(
                        10,
                        one -> one.announce(ATTACKER.posingAs(RT1))
                                .espOut(ATTACKER, OUT, 2)
                                .forwarded(ATTACKER, RT1, OUT, 2)
                                .espIn(RT1, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void attackerThatClaimsThePeersRouter(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        10,
                        one -> one.announce(ATTACKER.posingAs(RT2))
                                .announce(ATTACKER.posingAs(SERVER))
                                .espOut(ATTACKER, OUT, 2)
                                .forwarded(ATTACKER, RT2, OUT, 2)
                                .espIn(ATTACKER, IN, 2));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void attackerThatClaimsBothRoutersAfterTheNegotiation(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        10,
                        one -> one.announce(ATTACKER.posingAs(RT1))
                                .announce(ATTACKER.posingAs(RT2))
                                .announce(RT1)
                                .announce(RT2)
                                .espOut(ATTACKER, OUT, 2));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void attackerWhoseLieWasNotCaptured(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.background(RT1, 1).espOut(ATTACKER, OUT, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void poisonedCacheThatIsRestored(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .announce(ATTACKER.posingAs(RT2))
                .repeat(5, one -> one.espOut(ATTACKER, OUT, 1).espIn(RT2, IN, 1))
                .announce(RT2)
                .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void forgedRedirectsToAnAttacker(LabNetwork network) {
        LabHost forger = ATTACKER.posingAs(RT2);
        CaseBuilder lab = CaseBuilder.resolved(network)
                .arp(SERVER, ATTACKER)
                .ike(RT2)
                .repeat(
                        10,
                        one -> one.espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1)
                                .redirects(forger, ATTACKER, OUT)
                                .redirects(forger, ATTACKER, OUT + 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void everyFrameCapturedTwice(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.espOut(RT2, OUT, 1)
                                .esp(SERVER, RT2, SERVER, PEER, 64, OUT, 1)
                                .espIn(RT2, IN, 1)
                                .esp(RT2, SERVER, PEER, SERVER, 55, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void packetsSeenBeforeAndAfterTheGateway(LabNetwork network) {
        // An L3 switch has one MAC on all its VLANs: what it hands on to the firewall looks like a detour.
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(RT1, RT2)
                .repeat(
                        2,
                        one -> one.ikeOut(RT1, IkeView.V2_IKE_SA_INIT)
                                .ike(RT1, RT2, SERVER, PEER, 63, IkeView.V2_IKE_SA_INIT, 0x08)
                                .ike(RT2, RT1, PEER, SERVER, 56, IkeView.V2_IKE_SA_INIT, 0x20)
                                .ikeIn(RT1, IkeView.V2_IKE_SA_INIT))
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .forwarded(RT1, RT2, OUT, 1)
                                .esp(RT2, RT1, PEER, SERVER, 56, IN, 1)
                                .esp(RT1, SERVER, PEER, SERVER, 55, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAGGED_IPV4", "TAGGED_IPV6"})
    void packetsSeenOnBothVlansOfTheGateway(LabNetwork network) {
        int transit = LabNetwork.VLAN + 1;
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .onVlan(transit, one -> one.arp(RT1, RT2))
                .repeat(
                        2,
                        one -> one.ikeOut(RT1, IkeView.V2_IKE_SA_INIT)
                                .onVlan(
                                        transit,
                                        two -> two.ike(RT1, RT2, SERVER, PEER, 63, IkeView.V2_IKE_SA_INIT, 0x08)
                                                .ike(RT2, RT1, PEER, SERVER, 56, IkeView.V2_IKE_SA_INIT, 0x20))
                                .ikeIn(RT1, IkeView.V2_IKE_SA_INIT))
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .onVlan(
                                        transit,
                                        two -> two.forwarded(RT1, RT2, OUT, 1).esp(RT2, RT1, PEER, SERVER, 56, IN, 1))
                                .esp(RT1, SERVER, PEER, SERVER, 55, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource(names = {"TAGGED_IPV4", "TAGGED_IPV6"})
    void packetsSeenOnBothSidesOfABridgeBetweenVlans(LabNetwork network) {
        int behind = LabNetwork.VLAN + 1;
        CaseBuilder lab = CaseBuilder.resolved(network)
                .onVlan(behind, one -> one.arp(SERVER, RT1).arp(SERVER, RT2))
                .repeat(
                        2,
                        one -> one.ikeOut(RT2, IkeView.V2_IKE_AUTH)
                                .onVlan(
                                        behind,
                                        two -> two.ikeOut(RT2, IkeView.V2_IKE_AUTH)
                                                .ikeIn(RT2, IkeView.V2_IKE_AUTH))
                                .ikeIn(RT2, IkeView.V2_IKE_AUTH))
                .repeat(
                        20,
                        one -> one.espOut(RT2, OUT, 1)
                                .onVlan(behind, two -> two.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                                .espIn(RT2, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void routersInTransitOnly(LabNetwork network) {
        // 60 hops left are not a host's 60, but four routers from 64.
        for (int hops : List.of(60, 63, 57, 124, 251)) {
            CaseBuilder lab = CaseBuilder.in(network)
                    .ike(RT1, RT2, SERVER, PEER, hops, IkeView.V2_IKE_SA_INIT, 0x08)
                    .ike(RT2, RT1, PEER, SERVER, hops, IkeView.V2_IKE_SA_INIT, 0x20)
                    .repeat(
                            20,
                            one -> one.esp(RT1, NEIGHBOR, SERVER, PEER, hops, OUT, 1)
                                    .esp(RT2, RT1, PEER, SERVER, hops, IN, 1));
            assertThat(verdictWithoutAlarm(lab)).as("%s hops left", hops).isEqualTo(Verdict.UNDETERMINED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void routersInTransitThatAreKnownByArp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .between(OTHER_PEER, PEER)
                .arp(RT1, RT2)
                .arp(RT1, NEIGHBOR)
                .ike(RT1, RT2, OTHER_PEER, PEER, 60, IkeView.V2_IKE_SA_INIT, 0x08)
                .ike(RT2, RT1, PEER, OTHER_PEER, 60, IkeView.V2_IKE_SA_INIT, 0x20)
                .repeat(20, one -> one.esp(RT1, NEIGHBOR, OTHER_PEER, PEER, 60, OUT, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void addressTranslationSeenOnBothSides(LabNetwork network) {
        LabHost inside = new LabHost(SERVER.mac(), "10.1.0.5", "fd00:1::5");
        LabHost outside = RT1.posingAs(new LabHost("", "192.0.2.1", "2001:db8:2::1"));
        CaseBuilder lab = CaseBuilder.in(network)
                .protectedBy(CaseBuilder.Protection.ESP_IN_UDP)
                .between(inside, PEER)
                .arp(inside, RT1)
                .arp(RT1, RT2)
                .ike(RT1)
                .between(outside, PEER)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.esp(inside, RT1, inside, PEER, 64, OUT, 1)
                                .esp(RT1, RT2, outside, PEER, 63, OUT, 1)
                                .esp(RT2, RT1, PEER, outside, 56, IN, 1)
                                .esp(RT1, inside, PEER, inside, 55, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void uplinksOfEqualCost(LabNetwork network) {
        // IKE and ESP hash to different gateways; all of it is answered.
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .repeat(4, one -> one.background(RT1, 2))
                .backgroundFrom(2, RT2, 3)
                .backgroundFrom(5, RT1, 1)
                .backgroundFrom(6, RT2, 1)
                .backgroundFrom(7, RT1, 2)
                .backgroundFrom(9, RT2, 1)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT1, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void uplinksOfEqualCostWithNothingElseCaptured(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT1, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void loadSharedPacketByPacket(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .background(RT1, 5)
                .background(RT2, 5)
                .ike(RT1)
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .espIn(RT1, IN, 1)
                                .espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void routerThatAnswersArpForThePeer(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .proxyArp(RT1, PEER, SERVER)
                .espIn(RT1, IN, 1)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1));
        CaseReport report = lab.report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.topology().peers())
                .singleElement()
                .satisfies(peer -> assertThat(peer.address()).hasToString(network.addressOf(PEER)));
    }

    @ParameterizedTest
    @EnumSource
    void peerOnTheSameLink(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .background(RT1, 5)
                .arp(SERVER, PEER)
                .ike(PEER)
                .repeat(20, one -> one.espOut(PEER, OUT, 1).esp(PEER, SERVER, PEER, SERVER, 64, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void bothEndsOnTheLanWithARouterBetweenThem(LabNetwork network) {
        LabHost inner = RT1;
        LabHost outer = RT2;
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, inner)
                .arp(PEER, outer)
                .ikeOut(inner, IkeView.V2_IKE_SA_INIT)
                .ike(inner, PEER, SERVER, PEER, 63, IkeView.V2_IKE_SA_INIT, 0x08)
                .ike(PEER, outer, PEER, SERVER, 64, IkeView.V2_IKE_SA_INIT, 0x20)
                .ike(outer, SERVER, PEER, SERVER, 63, IkeView.V2_IKE_SA_INIT, 0x20)
                .repeat(
                        20,
                        one -> one.espOut(inner, OUT, 1)
                                .forwarded(inner, PEER, OUT, 1)
                                .esp(PEER, outer, PEER, SERVER, 64, IN, 1)
                                .esp(outer, SERVER, PEER, SERVER, 63, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void serverThatSendsFromTwoTeamedCards(LabNetwork network) {
        LabHost second = SERVER.at("00:0c:29:5e:10:0f");
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1)
                                .esp(second, RT2, SERVER, PEER, 64, OUT, 1)
                                .espIn(RT2, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void cardsOfATeamOfWhichOneSendsIkeAndTheOtherEsp(LabNetwork network) {
        LabHost second = SERVER.at("00:0c:29:5e:10:0f");
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.esp(second, RT2, SERVER, PEER, 64, OUT, 1).espIn(RT2, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void routeThatChangesForIkeAndEsp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT + 1, 1).espIn(RT2, IN + 1, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void routeThatChangesBeforeTheNextIke(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT + 1, 1).espIn(RT2, IN + 1, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void routeThatChangesWithoutIkeToTellOfIt(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .afterSeconds(60)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void routeThatChangesAndIsNotAnswered(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .afterSeconds(60)
                .espOut(RT2, OUT, 20);
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void captureMadeAtThePeer(LabNetwork network) {
        LabHost router = new LabHost("00:1b:21:cc:00:01", "198.51.100.1", "2001:db8:64::1");
        LabHost other = new LabHost("00:1b:21:cc:00:02", "198.51.100.2", "2001:db8:64::2");
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(PEER, router)
                .arp(PEER, other)
                .between(PEER, SERVER)
                .repeat(
                        2,
                        one -> one.ike(other, PEER, SERVER, PEER, 55, IkeView.V2_IKE_SA_INIT, 0x08)
                                .ike(PEER, router, PEER, SERVER, 64, IkeView.V2_IKE_SA_INIT, 0x20))
                .repeat(
                        20,
                        one -> one.esp(other, PEER, SERVER, PEER, 55, IN, 1)
                                .esp(PEER, router, PEER, SERVER, 64, OUT, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void espToAGroup(LabNetwork network) {
        LabHost group = new LabHost("01:00:5e:00:00:05", "224.0.0.5", "ff02::5");
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1)
                                .esp(SERVER, group, SERVER, group, 1, OUT + 9, 1));
        CaseReport report = lab.report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.findings()).extracting(Finding::id).doesNotContain("esp-one-way");
    }

    @ParameterizedTest
    @EnumSource
    void espThatIsFloodedToEverybody(LabNetwork network) {
        LabHost everybody = new LabHost("ff:ff:ff:ff:ff:ff", "192.0.2.255", "2001:db8:2::ff");
        CaseBuilder lab = CaseBuilder.resolved(network).ike(RT2).repeat(20, one -> one.espOut(everybody, OUT, 1));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void ikeThatNobodyAnswersBesideEspThatWorks(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1).ikeOut(RT1, IkeView.V2_IKE_SA_INIT));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void pathsThatDifferByDirection(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT1, RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1));
        assertThat(verdictWithoutAlarm(lab)).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void oneAddressOnTwoMachines(LabNetwork network) {
        LabHost twin = SERVER.at("00:0c:29:77:77:77");
        CaseBuilder lab = CaseBuilder.resolved(network)
                .arp(twin, RT1)
                .ike(RT2)
                .repeat(
                        10,
                        one -> one.announce(SERVER)
                                .announce(twin)
                                .ikeOut(RT2, IkeView.V2_INFORMATIONAL)
                                .esp(twin, RT1, SERVER, PEER, 64, OUT, 2));
        verdictWithoutAlarm(lab);
    }

    @ParameterizedTest
    @EnumSource
    void twoAddressesOfTheServerEachByItsOwnRouter(LabNetwork network) {
        LabHost second = new LabHost(SERVER.mac(), "192.0.2.12", "2001:db8:2::12");
        CaseBuilder lab = CaseBuilder.resolved(network)
                .arp(second, RT1)
                .ike(RT2)
                .between(second, PEER)
                .repeat(
                        20,
                        one -> one.esp(second, RT1, second, PEER, 64, OUT, 1)
                                .esp(RT1, second, PEER, second, 55, IN, 1));
        verdictWithoutAlarm(lab);
    }

    private static CaseBuilder failover(LabNetwork network, UnaryOperator<CaseBuilder> resolving) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .background(RT1, 5)
                .ike(RT1)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .afterSeconds(3);
        return resolving
                .apply(lab)
                .background(RT1.at(STANDBY), 5)
                .repeat(20, one -> one.espOut(RT1.at(STANDBY), OUT, 1).espIn(RT1.at(STANDBY), IN, 1));
    }

    /** The verdict on a case, which raises no alarm. */
    private static Verdict verdictWithoutAlarm(CaseBuilder lab) {
        CaseReport report = lab.report();
        Stream<Finding> alarms = report.findings().stream()
                .filter(finding -> finding.id().equals("esp-wrong-next-hop") && finding.severity() == Severity.ERROR);
        assertThat(alarms).as(report.judgment().sentence()).isEmpty();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
        if (report.verdict() == Verdict.UNDETERMINED) {
            assertThat(report.judgment().missing())
                    .as(report.judgment().sentence())
                    .isNotEmpty();
        }
        return report.verdict();
    }
}
