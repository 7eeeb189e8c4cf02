package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder.Protection;
import io.github.espial.wire.IkeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames cut at every length: what is left of IKE is UDP to port 500, which goes where IKE goes. */
class CutShortTest {
    private static final long OUT = 0xc0c86871L;
    private static final long BACK = 0xc7330a2cL;

    /** Ethernet, IPv4 and the ports of UDP, which end where SPI and sequence number of ESP do. */
    private static final int PORTS_AND_SPI = 14 + 20 + 8;

    private static final int LONGEST = 110;
    private static final int STEP = 3;

    @ParameterizedTest
    @EnumSource
    void neverMakesAVerdictWrong(Protection protection) {
        for (int length = 30; length < LONGEST; length += STEP) {
            assertThat(misrouted(protection).snapLength(length).report().verdict())
                    .as("misrouted, cut at %d", length)
                    .isIn(Verdict.MISROUTED, Verdict.UNDETERMINED);
            assertThat(healthy(protection).snapLength(length).report().verdict())
                    .as("healthy, cut at %d", length)
                    .isIn(Verdict.HEALTHY, Verdict.UNDETERMINED);
        }
    }

    @ParameterizedTest
    @CsvSource({"42", "43", "50"})
    void letsIkeWeighWhatItDoesWhereOnlyItsPortIsLeft(int length) {
        assertThat(misrouted(Protection.ESP).snapLength(length).report().verdict())
                .isEqualTo(Verdict.MISROUTED);
    }

    /** Nobody can tell IKE from ESP on port 4500 by its port alone: such packets are no vote for where they go. */
    @Test
    void takesNoEspInUdpForIke() {
        CaseReport report =
                misrouted(Protection.ESP_IN_UDP).snapLength(PORTS_AND_SPI).report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.topology().peers()).allMatch(peer -> peer.expected().isEmpty());
    }

    /** Unanswered, it decides nothing. */
    @Test
    void needsAnAnswer() {
        CaseReport report = CaseBuilder.resolved(LabNetwork.IPV4)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .ikeOut(RT2, IkeView.V2_IKE_SA_INIT)
                .espOut(RT1, OUT, 20)
                .espIn(RT1, BACK, 20)
                .snapLength(PORTS_AND_SPI)
                .report();
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
    }

    private static CaseBuilder misrouted(Protection protection) {
        return CaseBuilder.resolved(LabNetwork.IPV4)
                .protectedBy(protection)
                .ike(RT2)
                .espOut(RT1, OUT, 20);
    }

    private static CaseBuilder healthy(Protection protection) {
        return CaseBuilder.resolved(LabNetwork.IPV4)
                .protectedBy(protection)
                .ike(RT2)
                .espOut(RT2, OUT, 20)
                .espIn(RT2, BACK, 20);
    }
}
