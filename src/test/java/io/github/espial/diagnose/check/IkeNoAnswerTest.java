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

class IkeNoAnswerTest {
    private static final Check CHECK = new IkeNoAnswer();

    @ParameterizedTest
    @EnumSource
    void countsWhatWasSent(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network).repeat(3, one -> one.ikeOut(RT2, IkeView.V2_IKE_SA_INIT));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo("3 frames of IKE went from " + network.addressOf(SERVER) + " to "
                            + network.addressOf(PEER) + " and nothing came back");
            assertThat(finding.subject().peer()).contains(network.address(PEER));
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenOneAnswerCame(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(3, one -> one.ikeOut(RT2, IkeView.V2_IKE_SA_INIT))
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutTheLastMessageOfACapture(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .findings(CHECK))
                .isEmpty();
    }
}
