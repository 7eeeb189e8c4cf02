package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.wire.IkeView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ESP that changes its next hop, or has several: what excuses it, and what does not. */
class RoutesThatMoveTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;
    private static final String HEIR = "00:1b:21:cc:00:52";
    private static final LabHost THIRD = new LabHost("f4:cc:55:00:00:03", "192.0.2.3", "2001:db8:2::3");

    @ParameterizedTest
    @EnumSource
    void aDefaultRouteThatMovesIsNoSharedLoad(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .background(RT1, 8)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .background(RT2, 8)
                .ike(RT2)
                .espOut(RT2, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aLoadIsSharedWhereBothTakeTheInternetAtOneTime(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .background(RT1, 8)
                .background(RT2, 8)
                .background(RT1, 8)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .ike(RT2)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aTunnelIsSplitWhereAnswersComeByOneRouter(LabNetwork network) {
        assertThat(byTurns(network, RT2).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aLoadIsSharedWhereAnswersComeByBothInTurn(LabNetwork network) {
        assertThat(byTurns(network, RT1).verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    /** ESP by both routers, one packet each; that by the first is answered by {@code giver}. */
    private static CaseReport byTurns(LabNetwork network, LabHost giver) {
        return CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .ike(RT2)
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .espIn(giver, IN, 1)
                                .espOut(RT2, OUT, 1)
                                .espIn(RT2, IN, 1))
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void aRouteIsLostWhereTheRouterHandsPacketsOnToTheOneTheyWentToBefore(LabNetwork network) {
        assertThat(handedOn(network, RT2).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteMayHaveMovedWhereTheRouterHandsPacketsOnToAnother(LabNetwork network) {
        assertThat(handedOn(network, THIRD).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    /** IKE and ESP by the second router, then ESP by the first, which hands it on to {@code taker}; no addresses. */
    private static CaseReport handedOn(LabNetwork network, LabHost taker) {
        return CaseBuilder.in(network)
                .background(RT1, 5)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .afterSeconds(5)
                .repeat(
                        20,
                        one -> one.espOut(RT1, OUT, 1)
                                .forwarded(RT1, taker, OUT, 1)
                                .espIn(RT2, IN, 1))
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void aRouteIsLostWhereThePeerFallsSilentAndTheRouterLivesOn(LabNetwork network) {
        assertThat(fallsSilent(network, RT2).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteMayHaveMovedWhereTheRouterFallsSilentToo(LabNetwork network) {
        assertThat(fallsSilent(network, RT1).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aRouteMayHaveMovedWhereTheDefaultRouteMovesAndThePeerFallsSilent(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .background(RT2, 8)
                .between(SERVER, LabHost.OTHER_PEER)
                .espOut(RT1, OUT + 1, 1)
                .between(SERVER, LabHost.PEER)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .afterSeconds(5)
                .background(RT1, 8)
                .espOut(RT1, OUT, 20)
                .arp(SERVER, RT2)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void policyThatSendsIkeByTheDefaultGatewayIsNoFault(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .background(RT1, 8)
                .ike(RT1, RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .background(RT2, 4)
                .ike(RT1, RT2)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aBoxThatAnswersForAVirtualRouterMayBeItsOwnNextHopToo(LabNetwork network) {
        assertThat(byVirtual(network, RT2).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void aBoxThatAnswersForNoneIsAnother(LabNetwork network) {
        assertThat(byVirtual(network, THIRD).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    /** IKE by the second router, ESP by a virtual one; another peer is behind the virtual one, and answers from {@code box}. */
    private static CaseReport byVirtual(LabNetwork network, LabHost box) {
        LabHost virtual = RT1.at("00:00:5e:00:01:45");
        return CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .ike(RT2)
                .espOut(virtual, OUT, 20)
                .ike(RT2)
                .between(SERVER, LabHost.OTHER_PEER)
                .repeat(
                        5,
                        one -> one.espOut(virtual, OUT + 1, 1)
                                .esp(box, SERVER, LabHost.OTHER_PEER, SERVER, 55, IN + 1, 1))
                .report();
    }

    /** IKE and ESP by the second router, then ESP by the first, unanswered; {@code alive} is seen to the end. */
    private static CaseReport fallsSilent(LabNetwork network, LabHost alive) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(10, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .afterSeconds(5)
                .espOut(RT1, OUT, 20)
                .arp(SERVER, alive)
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatTookOverForwardsAsTheOneBeforeIt(LabNetwork network) {
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .arp(SERVER, THIRD)
                .background(RT1, 8)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .background(THIRD, 4)
                .repeat(20, one -> one.espOut(THIRD, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void answersOfTheOtherRouterSayNothingAgainstOneThatIsNoGateway(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .arp(SERVER, THIRD)
                .ike(RT2)
                .repeat(20, one -> one.espOut(THIRD, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void answersOfABoxThatTakesOverAreThoseOfIke(LabNetwork network) {
        assertThat(takenOver(network, RT2.at(HEIR)).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void butNotThoseOfTheGatewayItself(LabNetwork network) {
        assertThat(takenOver(network, RT1).verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    /** IKE to a virtual MAC, ESP to the gateway; answers come from the box that answers IKE, and then from another. */
    private static CaseReport takenOver(LabNetwork network, LabHost heir) {
        LabHost virtual = RT2.at("00:00:5e:00:01:67");
        return CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .background(RT1, 5)
                .ike(virtual, RT2)
                .repeat(10, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .repeat(10, one -> one.espOut(RT1, OUT, 1).espIn(heir, IN, 1))
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void aGatewayThatIkeWasTriedAtInVainEarnsNothing(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ikeOut(RT1, IkeView.V2_IKE_SA_INIT)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void butOneThatAnsweredIkeDoes(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT1, RT2)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT1, RT2)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }
}
