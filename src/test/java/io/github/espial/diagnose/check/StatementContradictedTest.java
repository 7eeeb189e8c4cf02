package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Statements;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementContradictedTest {
    private static final Check CHECK = new StatementContradicted();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void saysWhatSpeaksAgainstTheStatement(LabNetwork network) {
        assertThat(stating(network, RT1)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.title())
                    .isEqualTo("--next-hop " + network.addressOf(PEER) + "=" + network.addressOf(RT1) + "=" + RT1.mac()
                            + " is contradicted");
            assertThat(finding.text())
                    .contains("IKE to " + network.addressOf(PEER) + " goes to " + network.station(RT2));
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereTheCaptureAgrees(LabNetwork network) {
        assertThat(stating(network, RT2)).isEmpty();
    }

    private static List<Finding> stating(LabNetwork network, LabHost nextHop) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT1, OUT, 20)
                .stated(new Statements(
                        List.of(), List.of(), List.of(), Map.of(network.address(PEER), network.station(nextHop))))
                .findings(CHECK);
    }
}
