package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two MACs that one card uses by turns are two next hops, ARP or not; those it goes over between are not. */
class NeighborsInUseTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;
    private static final String SECOND_CARD = "00:0c:29:5e:10:ff";
    private static final String GLBP_1 = "00:07:b4:00:01:01";
    private static final String GLBP_2 = "00:07:b4:00:01:02";

    @ParameterizedTest
    @EnumSource
    void ikeThatComesBackToItsRouterBetweenEspByAnother(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .background(RT1, 5)
                .ike(RT2)
                .repeat(3, one -> one.espOut(RT1, OUT, 5).ike(RT2).afterSeconds(10));
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void oneChangeDecidesNothing(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network).ike(RT2).espOut(RT1, OUT, 20).background(RT1, 5);
        assertThat(lab.report().verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void whatOneRejectsAndTheOtherHasAnsweredIsHandedToTwo(LabNetwork network) {
        CaseBuilder lab =
                rejectedAmid(network).repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1));
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void whatOneRejectsAndTheOtherIsSilentOnTellsNothingOfTheTwo(LabNetwork network) {
        CaseBuilder lab = rejectedAmid(network).espOut(RT2, OUT, 5);
        assertThat(lab.report().verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    private static CaseBuilder rejectedAmid(LabNetwork network) {
        return CaseBuilder.in(network)
                .ike(RT2)
                .espOut(RT2, OUT, 5)
                .afterSeconds(5)
                .repeat(10, one -> one.espOut(RT1, OUT, 1).rejects(RT1, OUT))
                .afterSeconds(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6})
    void gatewayThatFailsOverAndBackTakesAllAlong(int phases) {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4).ike(RT1);
        for (int phase = 0; phase < phases; phase++) {
            LabHost router = phase % 2 == 0 ? RT1 : RT2;
            lab.repeat(
                            8,
                            one -> one.background(router, 1)
                                    .espOut(router, OUT, 1)
                                    .espIn(router, IN, 1))
                    .afterSeconds(4);
        }
        assertThat(lab.report().verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void forwardersOfOneGroupAreNotTold(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .background(RT1.at(GLBP_1), 5)
                .ike(RT2.at(GLBP_2), RT2)
                .repeat(3, one -> one.espOut(RT1.at(GLBP_1), OUT, 5).ike(RT2.at(GLBP_2), RT2));
        assertThat(lab.report().verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void leavingAVirtualMacIsAChangeOfRoute(LabNetwork network) {
        LabHost gateway = RT1.at("00:00:5e:00:01:0a");
        CaseBuilder lab =
                CaseBuilder.in(network).background(gateway, RT1, 5).ike(RT2).espOut(gateway, OUT, 20);
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void otherPeersByBothRoutersTellThemApart(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .between(SERVER, OTHER_PEER)
                .ike(RT2)
                .repeat(
                        10,
                        one -> one.between(SERVER, OTHER_PEER)
                                .espOut(RT2, OUT + 1, 1)
                                .espIn(RT2, IN + 1, 1)
                                .between(SERVER, PEER)
                                .espOut(RT1, OUT, 1));
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void securityAssociationsThatMoveOneByOne(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .espOut(RT1, OUT, 5)
                .espOut(RT1, OUT + 1, 5)
                .afterSeconds(10)
                .espOut(RT2, OUT, 5)
                .espOut(RT1, OUT + 1, 5)
                .afterSeconds(10)
                .espOut(RT2, OUT, 5)
                .espOut(RT2, OUT + 1, 5);
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void thatMoveAtOneTimeDecideNothing(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .espOut(RT1, OUT, 5)
                .espOut(RT1, OUT + 1, 5)
                .afterSeconds(10)
                .espOut(RT2, OUT, 5)
                .espOut(RT2, OUT + 1, 5);
        assertThat(lab.report().verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void eachCardHasNeighborsOfItsOwn(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .repeat(
                        3,
                        one -> one.between(SERVER.at(SECOND_CARD), PEER)
                                .espOut(RT1, OUT, 5)
                                .between(SERVER, PEER)
                                .ike(RT2)
                                .afterSeconds(10));
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void cardThatTakesOverFromAnotherDecidesNothing(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .between(SERVER.at(SECOND_CARD), PEER)
                .espOut(RT1, OUT, 20);
        assertThat(lab.report().verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void cardsThatTakeTurnsBetweenFirstAndLast(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .ike(RT2)
                .espOut(RT2, OUT, 5)
                .repeat(
                        3,
                        one -> one.between(SERVER.at(SECOND_CARD), PEER)
                                .espOut(RT1, OUT + 1, 5)
                                .afterSeconds(10)
                                .between(SERVER, PEER)
                                .espOut(RT2, OUT, 5)
                                .afterSeconds(10));
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void overAndBackFasterThanAnyFailover(LabNetwork network) {
        assertThat(overAndBack(network, 10).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void fewFramesForAMacThatIsSilentAreNoNextHop(LabNetwork network) {
        assertThat(overAndBack(network, 4).verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    /** So many frames of ESP by another router than IKE goes to before and after, within a second. */
    private static CaseReport overAndBack(LabNetwork network, int frames) {
        return CaseBuilder.in(network)
                .repeat(3, one -> one.ike(RT2))
                .espOut(RT1, OUT, frames)
                .ike(RT2)
                .report();
    }

    @ParameterizedTest
    @EnumSource
    void cardsWithAddressesOfTheirOwnAreNoTeam(LabNetwork network) {
        LabHost second = new LabHost(SECOND_CARD, "203.0.113.77", "2001:db8:71::77");
        CaseBuilder lab = CaseBuilder.in(network)
                .arp(SERVER, RT2)
                .announce(second)
                .between(second, PEER)
                .background(RT1, 5)
                .between(SERVER, PEER)
                .ike(RT2)
                .between(SERVER.at(SECOND_CARD), PEER)
                .espOut(RT1, OUT, 20)
                .background(RT1, 5);
        assertThat(lab.report().verdict()).isEqualTo(Verdict.MISROUTED);
    }
}
