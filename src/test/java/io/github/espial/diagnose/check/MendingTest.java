package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MendingTest {
    private static final Check CHECK = new EspWrongNextHop();
    private static final long OUT = 0xc0c86871L;
    private static final long OTHER = 0xc7330a2cL;
    private static final long IN = 0xce2f1d3aL;

    private static CaseBuilder broken(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMendedIsPast(LabNetwork network) {
        CaseBuilder mended = broken(network)
                .afterSeconds(5)
                .repeat(30, lab -> lab.espOut(RT2, OUT, 1).espIn(RT2, IN, 1));
        assertThat(mended.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.isOngoing()).isFalse();
            assertThat(finding.isMended()).isTrue();
            assertThat(finding.title()).contains("left for the wrong next hop, mended since");
            assertThat(finding.text())
                    .contains("30 frames went to", "30 came back")
                    .doesNotContain("has no route");
            assertThat(finding.fixes()).isEmpty();
        });
        CaseReport report = mended.report();
        assertThat(report.judgment().verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.judgment().sentence()).contains("left for", "has been mended since");
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesOnBesideAProperWayIsNotMended(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(20, lab -> lab.espOut(RT1, OUT, 1).espOut(RT2, OTHER, 1))
                        .espOut(RT2, OTHER, 40)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.isMended()).isFalse();
                    assertThat(finding.fixes()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongAgainIsNotMended(LabNetwork network) {
        assertThat(broken(network).espOut(RT2, OUT, 20).espOut(RT1, OUT, 20).findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isMended()).isFalse());
    }
}
