package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.TunnelContents;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.correlate.shape.Carried;
import io.github.espial.correlate.shape.Likeness;
import io.github.espial.correlate.shape.SaShape;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseBuilder.Protection;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EspOneWayTest {
    private static final Check CHECK = new EspOneWay();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void countsWhatIsNotAnswered(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espOut(RT2, OUT, 3).findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.subject().peer()).contains(network.address(PEER));
                    assertThat(finding.text())
                            .isEqualTo("3 frames of ESP went from " + network.addressOf(SERVER) + " to "
                                    + network.addressOf(PEER) + " and none came back on the captured interfaces");
                    assertThat(finding.proof().evidence().get(0).frames())
                            .extracting(FrameReference::number)
                            .containsExactly(15L, 17L);
                });
    }

    @ParameterizedTest
    @EnumSource
    void countsAhAndEspInUdpToo(LabNetwork network) {
        for (Protection protection : Protection.values()) {
            assertThat(CaseBuilder.resolved(network)
                            .protectedBy(protection)
                            .espOut(RT2, OUT, 5)
                            .findings(CHECK))
                    .as(protection.toString())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenOneAnswerCame(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT2, OUT, 20)
                        .espIn(RT1, IN, 1)
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhileAnswersMayBeOnTheirWay(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espOut(RT2, OUT, 2).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenEspOnlyComesIn(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).espIn(RT2, IN, 20).findings(CHECK))
                .isEmpty();
    }

    /** What is sent in vain illustrates the finding, and makes it no surer. */
    @ParameterizedTest
    @EnumSource
    void showsWhatIsSentInVain(LabNetwork network) {
        FrameReference first = new FrameReference(0, 15);
        FrameReference last = new FrameReference(0, 17);
        Span span = new Span(4, 480, 1, 3_000_000_001L, first, last);
        OuterSa sa = new OuterSa(Traffic.ESP, network.address(SERVER), network.address(PEER), new Spi(OUT));
        OuterSa other = new OuterSa(Traffic.ESP, network.address(PEER), network.address(SERVER), new Spi(OUT));
        TunnelContents inside = TunnelContents.UNKNOWN.withShapes(List.of(
                shape(sa, Likeness.RETRANSMISSION, span),
                shape(sa, Likeness.VOICE, span),
                shape(other, Likeness.UNANSWERED_PING, span)));

        assertThat(CaseBuilder.resolved(network)
                        .espOut(RT2, OUT, 4)
                        .knowing(inside)
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.proof().confidence()).isEmpty();
                    assertThat(finding.proof().evidence())
                            .extracting(Evidence::kind)
                            .containsExactly("esp-outbound", "retransmission-into-void");
                    assertThat(finding.proof().evidence().get(1).weight()).isZero();
                });
    }

    private static SaShape shape(OuterSa sa, Likeness likeness, Span span) {
        return new SaShape(sa, List.of(new Carried(likeness, span)), Optional.empty());
    }
}
