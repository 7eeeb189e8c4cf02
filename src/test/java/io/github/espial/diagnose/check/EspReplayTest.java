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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EspReplayTest {
    private static final Check CHECK = new EspReplay();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0x0a0b0c0dL;

    private static CaseBuilder exchange(LabNetwork network) {
        return CaseBuilder.in(network).ike(RT2).espOut(RT2, OUT, 40).espIn(RT2, IN, 40);
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfNumbersThatComeAgain(LabNetwork network) {
        CaseBuilder lab = exchange(network).skipIn(IN, -20).espIn(RT2, IN, 12);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .startsWith("12 of 52 frames from " + network.addressOf(PEER) + " to "
                            + network.addressOf(SERVER)
                            + " bear a sequence number that SA 0x0a0b0c0d had used before on the same link");
            assertThat(finding.subject().peer()).contains(network.address(PEER));
            assertThat(finding.subject().spis()).singleElement().hasToString("0x0a0b0c0d");
        });
    }

    @ParameterizedTest
    @EnumSource(CaseBuilder.Protection.class)
    void seesAllKindsOfSas(CaseBuilder.Protection protection) {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4)
                .protectedBy(protection)
                .espOut(RT2, OUT, 40)
                .skipOut(OUT, -20)
                .espOut(RT2, OUT, 12);

        assertThat(lab.findings(CHECK)).hasSize(1);
    }

    @Test
    void warnsOfARecordingThatIsPlayedAsAWhole() {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4)
                .skipIn(IN, 500)
                .espOut(RT2, OUT, 5)
                .espIn(RT2, IN, 60)
                .skipIn(IN, -60)
                .espIn(RT2, IN, 60);

        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void warnsOfAFloodOfOneNumber() {
        CaseBuilder lab = CaseBuilder.in(LabNetwork.IPV4)
                .skipOut(OUT, 6)
                .repeat(50, then -> then.espOut(RT2, OUT, 1).skipOut(OUT, -1));

        assertThat(lab.findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @ParameterizedTest
    @EnumSource
    void takesNumbersThatStartAgainForAnotherSa(LabNetwork network) {
        CaseBuilder lab = exchange(network).skipOut(OUT, -40).espOut(RT2, OUT, 30);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text()).contains("The numbers start again at 1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutCopies(LabNetwork network) {
        assertThat(exchange(network).capturedTwice().findings(CHECK)).isEmpty();
    }

    /** As with two tools, or two mirror ports, of which one lags behind. */
    @ParameterizedTest
    @EnumSource
    void staysSilentAboutTwoRowsThatMingle(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .repeat(20, then -> then.espOut(RT2, OUT, 3).skipOut(OUT, -3).espOut(RT2, OUT, 3));

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutPacketsForwardedOnTheSameSegment(LabNetwork network) {
        assertThat(CaseBuilder.in(network)
                        .repeat(30, then -> then.espOut(RT1, OUT, 1).forwarded(RT1, RT2, OUT, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAboutOneCardInTwoCaptures() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .espOut(RT2, OUT, 40)
                        .nextCapture()
                        .skipOut(OUT, -40)
                        .espOut(RT2, OUT, 40)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutAFew(LabNetwork network) {
        assertThat(exchange(network).skipIn(IN, -20).espIn(RT2, IN, 4).findings(CHECK))
                .isEmpty();
    }

    @Test
    void staysSilentAboutLatePackets() {
        assertThat(exchange(LabNetwork.IPV4)
                        .skipIn(IN, 10)
                        .espIn(RT2, IN, 5)
                        .skipIn(IN, -15)
                        .espIn(RT2, IN, 10)
                        .findings(CHECK))
                .isEmpty();
    }

    /** The low 32 bits of extended sequence numbers (RFC 4303 §2.2.1). */
    @Test
    void staysSilentAboutNumbersThatWrap() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .skipOut(OUT, -20)
                        .espOut(RT2, OUT, 60)
                        .findings(CHECK))
                .isEmpty();
    }

    /** Where a packet shows at each interface that it passes. */
    @Test
    void staysSilentWithoutDestinationMacs() {
        assertThat(CaseBuilder.in(LabNetwork.IPV4)
                        .cooked()
                        .espOut(RT2, OUT, 40)
                        .skipOut(OUT, -20)
                        .espOut(RT2, OUT, 12)
                        .findings(CHECK))
                .isEmpty();
    }
}
