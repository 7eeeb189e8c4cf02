package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of evidence decides, and what it must not. */
class EvidenceOfNextHopTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;
    private static final LabHost THIRD = new LabHost("f4:cc:55:00:00:03", "192.0.2.3", "2001:db8:2::3");
    private static final String OWN = "00:1b:21:cc:00:52";

    @ParameterizedTest
    @EnumSource
    void aRedirectSpeaksAgainstItsSenderWhereItsTargetWasNeverSeen(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 4)
                .repeat(5, one -> one.espOut(RT1, OUT, 4).redirects(RT1, RT2, OUT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRedirectSaysNothingAgainstOthers(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 4)
                .espOut(RT1, OUT, 1)
                .redirects(RT1, RT2, OUT)
                .repeat(20, one -> one.espOut(THIRD, OUT, 1).espIn(THIRD, IN, 1))
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void theNameOfARedirectGoesToTheMacOfIke(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 4)
                .ike(RT2)
                .repeat(5, one -> one.espOut(RT1, OUT, 4).redirects(RT1, RT2, OUT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.topology().peers().get(0).expected().orElseThrow().nextHop())
                .isEqualTo(network.station(RT2));
    }

    @ParameterizedTest
    @EnumSource
    void plainPacketsThatThePeerAnswersWeighLikeIke(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(
                        10,
                        one -> one.plainOut(RT2, 1)
                                .plain(RT2, SERVER, LabHost.PEER, SERVER, 55)
                                .espOut(RT1, OUT, 2))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void plainPacketsThatNobodyAnswersDoNot(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(10, one -> one.plainOut(RT2, 1).espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsNoMatterWhereIkeAndEspAgree(LabNetwork network) {
        CaseReport report =
                CaseBuilder.resolved(network).ike(RT2, RT1).espOut(RT2, OUT, 20).report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsWhereTheRouterRejects(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2, RT1)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).rejects(RT2, OUT))
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void answersFromAMacThatIsNeverAddressedSpeakForNoOther(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2.at(OWN), IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void unlessTheTunnelGoesToTheGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2.at(OWN), IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteOfItsOwnOutweighsTheReturnByTheGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT1, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void unlessNoGatewayIsKnown(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT1, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aTakeoverWithoutArpOfTheOldMacIsNoChangeOfRoute(LabNetwork network) {
        LabHost standby = RT2.at(OWN);
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 4)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .announce(standby)
                .repeat(
                        10,
                        one -> one.background(RT1, 1).espOut(standby, OUT, 1).espIn(standby, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void aMacThatGoesOnIsNotTakenOver(LabNetwork network) {
        LabHost standby = RT2.at(OWN);
        CaseReport report = CaseBuilder.in(network)
                .background(RT1, 4)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .announce(standby)
                .repeat(10, one -> one.espOut(standby, OUT, 1).espIn(standby, IN, 1))
                .background(RT2, 1)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayEarnsNothingForAnswersThatComeAsThoseToIkeDo(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2, THIRD)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(THIRD, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void butDoesForAnswersOfItsOwn(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @ValueSource(ints = {34, 38, 42, 46})
    void howeverShortFramesAreCutThereMayBeIpsec(int octets) {
        CaseReport report = CaseBuilder.resolved(LabNetwork.IPV4)
                .protectedBy(CaseBuilder.Protection.ESP_IN_UDP)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .snapLength(octets)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.NO_IPSEC);
    }

    @ParameterizedTest
    @EnumSource
    void answersTellTwoRoutersApartWhereEachWasAloneInUse(LabNetwork network) {
        CaseReport report = splitTunnel(CaseBuilder.in(network).arp(SERVER, RT1).arp(SERVER, RT2))
                .afterSeconds(10)
                .espOut(RT1, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void answersWhileTheBusierRouterIsAloneSayNothingAgainstTheOther(LabNetwork network) {
        CaseReport report = splitTunnel(CaseBuilder.in(network).arp(SERVER, RT1).arp(SERVER, RT2))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteIsLostWhereEspMovesToAGatewayThatProhibitsIt(LabNetwork network) {
        CaseReport report = moved(CaseBuilder.resolved(network))
                .repeat(20, one -> one.espOut(RT1, OUT, 1).rejects(RT1, OUT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteMayHaveMovedWhereEspMovesToAGatewayThatOnlyCannotDeliverIt(LabNetwork network) {
        int unreachable = network.isIpv4() ? 3 : 1;
        int host = network.isIpv4() ? 1 : 3;
        CaseReport report = moved(CaseBuilder.resolved(network))
                .repeat(20, one -> one.espOut(RT1, OUT, 1).icmp(RT1, unreachable, host, OUT))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouterThatStandsInForAnotherAndProhibitsIsNotTheWrongOne(LabNetwork network) {
        CaseReport report = moved(CaseBuilder.in(network).arp(SERVER, RT1).arp(SERVER, RT2))
                .repeat(20, one -> one.espOut(RT1, OUT, 1).rejects(RT1, OUT))
                .background(RT1, 5)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void theNameOfTheDefaultGatewayGoesToTheMacThatTheInternetGoesTo() {
        CaseReport report = answeredByTheGateway(RT1);
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.topology().peers().get(0).expected().orElseThrow().nextHop())
                .isEqualTo(LabNetwork.IPV4.station(RT1));
    }

    @Test
    void theNameOfAnotherRouterDoesNot() {
        assertThat(answeredByTheGateway(RT2).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void theNameOfARouteGoesToTheOneMacThatIsNoGateways() {
        CaseReport report = routedByTheSecond()
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(report.topology().peers().get(0).expected().orElseThrow().nextHop())
                .isEqualTo(LabNetwork.IPV4.station(RT2));
    }

    @Test
    void butNotToOneOfTwo() {
        CaseReport report = routedByTheSecond()
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .repeat(20, one -> one.espOut(THIRD, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    /** No ARP and no IKE, the Internet by the first router, and a route to the peer by the second. */
    private static CaseBuilder routedByTheSecond() {
        return CaseBuilder.in(LabNetwork.IPV4)
                .dhcp(RT1, "198.51.100.0", 24, RT2)
                .background(RT1, 5);
    }

    /** No ARP and no IKE, and a route to the peer by {@code named}. */
    private static CaseReport answeredByTheGateway(LabHost named) {
        return CaseBuilder.in(LabNetwork.IPV4)
                .dhcp(RT1, "198.51.100.0", 24, named)
                .background(RT1, 5)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .report();
    }

    /** IKE and then ESP by the second router, answered. */
    private static CaseBuilder moved(CaseBuilder lab) {
        return lab.ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .afterSeconds(5);
    }

    @ParameterizedTest
    @EnumSource
    void answersOutweighIkeThatGoesItsOwnWay(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, THIRD)
                .ike(THIRD)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2);
        assertThat(splitTunnel(lab).report().verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void answersOutweighIkeHoweverFastTheNextHopChanges(LabNetwork network) {
        assertThat(inTurns(network, RT1).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void butNotWhereOneOfThemIsWhereIkeGoes(LabNetwork network) {
        assertThat(inTurns(network, THIRD).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    /** IKE by the third router, and ESP by the second and then by another within a second, all answered. */
    private static CaseReport inTurns(LabNetwork network, LabHost other) {
        return CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .arp(SERVER, other)
                .arp(SERVER, THIRD)
                .ike(THIRD)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .repeat(20, one -> one.espOut(other, OUT, 1).espIn(other, IN, 1))
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void aTakeoverIsSeenThoughIkeGoesItsOwnWay(LabNetwork network) {
        assertThat(tookOver(network, THIRD, 55).findings())
                .extracting(Finding::id)
                .doesNotContain("next-hop-changed");
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerThatAnnouncesItselfTakesATimeToLiveOff(LabNetwork network) {
        assertThat(tookOver(network, RT2, 55).verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(tookOver(network, RT2, 54).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    /** Another MAC takes ESP over from that of the second router, and its answers arrive from {@code hops} off. */
    private static CaseReport tookOver(LabNetwork network, LabHost ike, int hops) {
        LabHost heir = RT2.at(OWN);
        return CaseBuilder.in(network)
                .background(RT1, 4)
                .ike(ike)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .announce(heir)
                .repeat(
                        10,
                        one -> one.background(RT1, 1)
                                .espOut(heir, OUT, 1)
                                .esp(heir, SERVER, LabHost.PEER, SERVER, hops, IN, 1))
                .repeat(ike.equals(RT2) ? 0 : 1, again -> again.ike(ike))
                .report();
    }

    /** ESP by two routers, answered: sometimes by the second alone, and never by the first alone. */
    private static CaseBuilder splitTunnel(CaseBuilder lab) {
        return lab.repeat(
                3,
                one -> one.repeat(10, alone -> alone.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                        .afterSeconds(2)
                        .repeat(
                                10,
                                both -> both.espOut(RT2, OUT, 1)
                                        .espOut(RT1, OUT, 1)
                                        .espIn(RT2, IN, 1))
                        .afterSeconds(2));
    }
}
