package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IkeRestartsTest {
    private static final Check CHECK = new IkeRestarts();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void countsNegotiationsThatFallSilent(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .repeat(
                        6,
                        one -> one.anotherIkeSa()
                                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                                .ikeIn(RT2, IkeView.V2_IKE_SA_INIT)
                                .ikeOut(RT2, IkeView.V2_IKE_AUTH)
                                .afterSeconds(4.7));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo(network.addressOf(SERVER) + " began IKE with " + network.addressOf(PEER)
                            + " anew 6 times within 25.0 s, every 5.0 s or so; in 6 of them the last thing seen is that"
                            + " IKE_AUTH was not answered");
            assertThat(finding.proof().confidence()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void countsNegotiationsThatSucceedAndAreReplaced(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(
                                6,
                                one -> one.anotherIkeSa()
                                        .ike(RT2)
                                        .espOut(RT2, OUT, 2)
                                        .afterSeconds(4))
                        .skipOut(OUT, 0)
                        .findings(CHECK))
                .isEmpty();
        CaseBuilder lab = CaseBuilder.resolved(network);
        for (int i = 0; i < 6; i++) {
            lab.anotherIkeSa().ike(RT2).espOut(RT2, OUT + i, 2).afterSeconds(4);
        }
        assertThat(lab.findings(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnSeveralTunnelsThatComeUp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(8, one -> one.anotherIkeSa().ike(RT2))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnNewIkeSasOfLongLife(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(6, one -> one.anotherIkeSa().ike(RT2).afterSeconds(300))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void leavesWhatIsNeverAnsweredToAnotherFinding(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(
                                6,
                                one -> one.anotherIkeSa()
                                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                                        .afterSeconds(5))
                        .findings(CHECK))
                .isEmpty();
    }
}
