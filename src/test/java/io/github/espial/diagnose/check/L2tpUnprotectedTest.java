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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class L2tpUnprotectedTest {
    private static final Check CHECK = new L2tpUnprotected();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void countsL2tpInTheClear(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network).l2tpOut(RT1, 3).l2tpIn(RT1, 2);
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo("7 frames of L2TP between " + network.addressOf(SERVER) + " and "
                            + network.addressOf(PEER) + " are in the clear; no IPsec between them was seen");
        });
    }

    @ParameterizedTest
    @EnumSource
    void saysThatThereIsEspToo(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .espOut(RT2, OUT, 2)
                .l2tpOut(RT1, 3)
                .l2tpIn(RT1, 2);
        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).endsWith("though there is ESP between them too"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutL2tpThatEspHeld(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .repeat(
                                5,
                                one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1).l2tpIn(RT2, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutL2tp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).plainOut(RT1, 5).findings(CHECK))
                .isEmpty();
    }
}
