package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class L2tpOverIpsecTest {
    private static final Check CHECK = new L2tpOverIpsec();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void findsDecryptedL2tpBesideEsp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1).l2tpIn(RT2, 1));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .startsWith("L2TP with " + network.addressOf(PEER)
                            + " is protected by IPsec in transport mode (10 frames of L2TP");
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenL2tpGoesOutInTheClear(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(
                                5,
                                one -> one.espOut(RT2, OUT, 1)
                                        .espIn(RT2, IN, 1)
                                        .l2tpOut(RT2, 1)
                                        .l2tpIn(RT2, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutEsp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).l2tpIn(RT2, 5).findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutL2tp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                        .findings(CHECK))
                .isEmpty();
    }
}
