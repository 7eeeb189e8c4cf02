package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.observe.FrameReference;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IkeWithoutEspTest {
    private static final Check CHECK = new IkeWithoutEsp();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void saysThatEspMayLeaveElsewhere(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ike(RT2).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.text())
                            .startsWith(
                                    "IKE between " + network.addressOf(SERVER) + " and " + network.addressOf(PEER)
                                            + " came as far as SAs for traffic (2 frames), but no ESP between them was captured");
                    assertThat(finding.proof().evidence().get(0).frames())
                            .extracting(FrameReference::number)
                            .containsExactly(17L, 18L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void knowsQuickModeToo(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ikev1(RT2).findings(CHECK)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenTheNegotiationDidNotGetThatFar(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeIn(RT2, IkeView.V2_IKE_SA_INIT)
                        .ikeOut(RT2, IkeView.V2_IKE_AUTH)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenAnyEspWasCaptured(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).ike(RT2).espIn(RT2, IN, 1).findings(CHECK))
                .isEmpty();
        assertThat(CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 1).findings(CHECK))
                .isEmpty();
    }
}
