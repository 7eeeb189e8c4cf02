package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EspRekeyedTest {
    private static final Check CHECK = new EspRekeyed();
    private static final long OLD = 0xc0c86871L;
    private static final long NEW = 0xc7330a2cL;
    private static final long NEWEST = 0xc171f3ccL;
    private static final long OLD_IN = 0x0a0b0c0dL;
    private static final long NEW_IN = 0x0a0b0c0eL;

    private static CaseBuilder rekey(CaseBuilder lab) {
        return lab.ikeOut(RT2, IkeView.V2_CREATE_CHILD_SA).ikeIn(RT2, IkeView.V2_CREATE_CHILD_SA);
    }

    private static CaseBuilder negotiated(LabNetwork network) {
        return CaseBuilder.in(network).ike(RT2);
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhenANewSaTookOver(LabNetwork network) {
        CaseBuilder lab = rekey(negotiated(network).espOut(RT2, OLD, 10)).espOut(RT2, NEW, 10);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .isEqualTo("packets to " + network.addressOf(PEER)
                            + ": SA 0xc7330a2c took over from SA 0xc0c86871 at 2023-11-14T22:13:21.600Z");
            assertThat(finding.subject().spis())
                    .extracting(Object::toString)
                    .containsExactly("0xc0c86871", "0xc7330a2c");
            assertThat(finding.subject().peer()).contains(network.address(PEER));
            assertThat(finding.proof().evidence().get(0).frames()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource(CaseBuilder.Protection.class)
    void tellsItOfBothDirectionsAndAllKindsOfSas(CaseBuilder.Protection protection) {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4)
                .protectedBy(protection)
                .ike(RT2)
                .repeat(9, one -> one.espOut(RT2, OLD, 1).espIn(RT2, OLD_IN, 1));
        rekey(lab).repeat(9, one -> one.espOut(RT2, NEW, 1).espIn(RT2, NEW_IN, 1));

        assertThat(lab.findings(CHECK))
                .extracting(finding -> finding.title())
                .containsExactly(
                        "packets to 198.51.100.20 changed to a new SA",
                        "packets from 198.51.100.20 changed to a new SA");
    }

    @Test
    void countsSeveralTakeovers() {
        CaseBuilder lab =
                rekey(negotiated(LabNetwork.IPV4).espOut(RT2, OLD, 10)).espOut(RT2, NEW, 10);

        assertThat(rekey(lab).espOut(RT2, NEWEST, 10).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text())
                            .contains("2 times a new SA took over")
                            .endsWith(":22.800Z");
                    assertThat(finding.proof().evidence()).hasSize(2);
                });
    }

    @Test
    void knowsQuickMode() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .ikev1(RT2)
                        .espOut(RT2, OLD, 10)
                        .ikev1(RT2)
                        .espOut(RT2, NEW, 10)
                        .findings(CHECK))
                .hasSize(1);
    }

    /** What was on its way when the new SA began. */
    @Test
    void takesStragglersOfTheOldSaForWhatTheyAre() {
        assertThat(rekey(negotiated(LabNetwork.IPV4).espIn(RT2, OLD_IN, 10))
                        .espIn(RT2, NEW_IN, 3)
                        .espIn(RT2, OLD_IN, 2)
                        .espIn(RT2, NEW_IN, 10)
                        .findings(CHECK))
                .hasSize(1);
    }

    /** Each of two SAs side by side is followed by its own, though the other is about to end too. */
    @Test
    void tellsWhichOfTwoSasWasFollowed() {
        CaseBuilder lab = negotiated(LabNetwork.IPV4)
                .espOut(RT2, OLD, 10)
                .repeat(5, one -> one.espOut(RT2, OLD, 1).espOut(RT2, NEW, 1));

        assertThat(rekey(lab)
                        .espOut(RT2, NEW, 1)
                        .espOut(RT2, NEWEST, 1)
                        .espOut(RT2, NEW, 1)
                        .espOut(RT2, NEWEST, 10)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.text()).contains("SA 0xc171f3cc took over from SA 0xc0c86871 at"));
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutSasSideBySide(LabNetwork network) {
        CaseBuilder lab = rekey(negotiated(network).espOut(RT2, OLD, 10))
                .repeat(30, one -> one.espOut(RT1, OLD, 1).espOut(RT2, NEW, 1));

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutAnSaThatWasThereBefore() {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4).ike(RT2).espOut(RT2, NEW, 40);

        assertThat(rekey(lab.afterSeconds(1).espOut(RT2, OLD, 20))
                        .espOut(RT2, NEW, 40)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAboutTwoSasOfOneNegotiationThatAreUsedInTurn() {
        assertThat(rekey(negotiated(LabNetwork.IPV4))
                        .espOut(RT2, OLD, 10)
                        .espOut(RT2, NEW, 10)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentWithoutANegotiation() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .espOut(RT2, OLD, 10)
                        .espOut(RT2, NEW, 10)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAfterALongPause() {
        assertThat(rekey(negotiated(LabNetwork.IPV4).espOut(RT2, OLD, 10))
                        .afterSeconds(61)
                        .espOut(RT2, NEW, 10)
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAboutAFlood() {
        CaseBuilder lab = rekey(negotiated(LabNetwork.IPV4).espOut(RT2, 0x1000, 1));
        for (int i = 1; i <= 501; i++) {
            lab.espOut(RT2, 0x1000 + i, 1);
        }
        assertThat(lab.findings(CHECK)).isEmpty();
    }
}
