package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.wire.IkeView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** IKE speaks for its hop and its time: an answer counts for the router that took its request. */
class IkeOfEachHopTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void aHopThatNeverAnsweredIsNoFormerOne(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ikeOut(RT1, IkeView.V2_IKE_SA_INIT)
                .ikeOut(RT1, IkeView.V2_IKE_SA_INIT)
                .ike(RT2)
                .espOut(RT1, OUT, 6)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aHopThatAnsweredAndWasLeftIsAFormerOne(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT1)
                .repeat(6, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .ike(RT2)
                .repeat(6, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @ParameterizedTest
    @EnumSource
    void espThatBeganAfterIkeHadMovedIsNotExcused(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .ike(RT1)
                .ike(RT2)
                .espOut(RT1, OUT, 6)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void ikeSpeaksForItsTime(LabNetwork network) {
        // The default route moves from the one to the other, and IKE is seen after that only.
        CaseReport report = CaseBuilder.in(network)
                .arp(SERVER, RT1)
                .arp(SERVER, RT2)
                .repeat(15, one -> one.espOut(RT1, OUT, 1).espIn(RT1, IN, 1))
                .afterSeconds(20)
                .repeat(15, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2)
                .report();
        assertThat(report.verdict()).isNotEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSilentBeforeIkeIsNotExcused(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .espOut(RT1, OUT, 15)
                .ike(RT2)
                .background(RT1, 3)
                .repeat(15, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void repliesOfTheServerCountWhenThePeerGoesOn(LabNetwork network) {
        CaseReport report = CaseBuilder.resolved(network)
                .repeat(
                        2,
                        one -> one.ike(RT2, SERVER, PEER, SERVER, 55, IkeView.V2_IKE_SA_INIT, 0x08)
                                .ike(SERVER, RT2, SERVER, PEER, 64, IkeView.V2_IKE_SA_INIT, 0x20)
                                .ike(RT2, SERVER, PEER, SERVER, 55, IkeView.V2_IKE_AUTH, 0x08)
                                .ike(SERVER, RT2, SERVER, PEER, 64, IkeView.V2_IKE_AUTH, 0x20))
                .espOut(RT1, OUT, 20)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
    }
}
