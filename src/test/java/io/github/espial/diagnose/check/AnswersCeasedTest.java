package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersCeasedTest {
    private static final Check CHECK = new AnswersCeased();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    private static CaseBuilder answered(LabNetwork network) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(8, lab -> lab.espOut(RT2, OUT, 1).espIn(RT2, IN, 1));
    }

    @ParameterizedTest
    @EnumSource
    void tellsSinceWhenNobodyAnswers(LabNetwork network) {
        assertThat(answered(network).espOut(RT2, OUT, 40).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.subject().peer()).contains(network.address(PEER));
                    assertThat(finding.text()).contains("8 frames", "40 frames of ESP", "none came back");
                    assertThat(finding.isOngoing()).isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource
    void isNotHealthyThen(LabNetwork network) {
        assertThat(answered(network).report().judgment().verdict()).isEqualTo(Verdict.HEALTHY);
        CaseReport ceased = answered(network).espOut(RT2, OUT, 40).report();
        assertThat(ceased.judgment().verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(ceased.judgment().sentence()).contains("ceased to answer");
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereThePeerWasAsSilentBefore(LabNetwork network) {
        assertThat(answered(network)
                        .espOut(RT2, OUT, 15)
                        .espIn(RT2, IN, 1)
                        .espOut(RT2, OUT, 40)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereAnswersComeAgain(LabNetwork network) {
        assertThat(answered(network).espOut(RT2, OUT, 40).espIn(RT2, IN, 1).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereNobodyEverAnswered(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espOut(RT2, OUT, 60).findings(CHECK))
                .isEmpty();
    }

    /** Both ends are on the link, and which of them is the server nothing tells but who began. */
    @ParameterizedTest
    @EnumSource
    void tellsItOfTheServerToAPeerOnTheLink(LabNetwork network) {
        CaseBuilder onLink = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(8, lab -> lab.espOut(RT2, OUT, 1).esp(RT2, SERVER, PEER, SERVER, 64, IN, 1))
                .esp(RT2, SERVER, PEER, SERVER, 64, IN, 40);
        assertThat(onLink.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains(network.address(SERVER) + " answered until", "41 frames of ESP went to it"));
        assertThat(onLink.report().judgment().verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @EnumSource
    void leavesTheServerItsSilenceToAPeerFarAway(LabNetwork network) {
        assertThat(answered(network).espIn(RT2, IN, 40).findings(CHECK)).isEmpty();
    }
}
