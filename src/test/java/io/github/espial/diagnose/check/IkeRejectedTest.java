package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.observe.FrameReference;
import io.github.espial.wire.IkeView;
import io.github.espial.wire.OctetText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IkeRejectedTest {
    private static final Check CHECK = new IkeRejected();

    /** An SA payload without proposals, then a notify without SPI. */
    private static final byte[] NO_PROPOSAL_CHOSEN = notifying("000e");

    private static final byte[] INVALID_KE_PAYLOAD = notifying("0011");
    private static final byte[] COOKIE = notifying("4006");

    @ParameterizedTest
    @EnumSource
    void namesTheReason(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, NO_PROPOSAL_CHOSEN)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.text())
                            .isEqualTo(network.addressOf(PEER)
                                    + " refused IKE_SA_INIT of IKEv2 with NO_PROPOSAL_CHOSEN: the two ends have no"
                                    + " algorithms in common");
                    assertThat(finding.proof().evidence().get(0).frames())
                            .extracting(FrameReference::number)
                            .containsExactly(16L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsSaidAgain(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, NO_PROPOSAL_CHOSEN)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_AUTH, NO_PROPOSAL_CHOSEN)
                        .findings(CHECK))
                .extracting(Finding::text)
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("refused IKE_AUTH of IKEv2"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTheInitiatorTriesAgain(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, INVALID_KE_PAYLOAD)
                        .ikeOut(RT2, IkeView.V2_IKE_AUTH)
                        .ikeIn(RT2, IkeView.V2_IKE_AUTH)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnWhatIsNoError(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT, COOKIE)
                        .findings(CHECK))
                .isEmpty();
        assertThat(CaseBuilder.resolved(network).ike(RT2).findings(CHECK)).isEmpty();
        assertThat(CaseBuilder.resolved(network).ikev1(RT2).findings(CHECK)).isEmpty();
    }

    private static byte[] notifying(String type) {
        return OctetText.octets("29 00 0004 00 00 0008 00 00 " + type);
    }
}
