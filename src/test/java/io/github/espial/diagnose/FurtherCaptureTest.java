package io.github.espial.diagnose;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A further capture of a case leaves a decided case decided. */
class FurtherCaptureTest {
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    /** What the other capture may show. */
    enum Further {
        NOTHING_BUT_ARP(lab -> lab.arp(SERVER, RT1).arp(NEIGHBOR, RT2)),
        THE_INTERNET(lab -> lab.background(RT1, 8)),
        IKE_ONLY(lab -> lab.ike(RT2)),
        ANSWERS_ONLY(lab -> lab.espIn(RT2, IN, 20)),
        A_NEIGHBORS_TRAFFIC(lab -> lab.between(NEIGHBOR, PEER).background(RT1, 5)),
        THE_SAME_AGAIN_LATER(lab -> lab.afterSeconds(60).arp(SERVER, RT2).espIn(RT2, IN, 5));

        @SuppressWarnings("ImmutableEnumChecker") // None of the functions holds anything.
        private final UnaryOperator<CaseBuilder> events;

        Further(UnaryOperator<CaseBuilder> events) {
            this.events = events;
        }

        CaseReport after(CaseBuilder lab) {
            return events.apply(lab.nextCapture()).report();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMisroutedCaseStaysMisrouted(Further further) {
        CaseBuilder lab = CaseBuilder.resolved(LabNetwork.IPV4)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT1, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2);
        assertThat(further.after(lab).verdict()).isEqualTo(Verdict.MISROUTED);
    }

    @ParameterizedTest
    @EnumSource
    void aHealthyCaseStaysHealthy(Further further) {
        CaseBuilder lab = CaseBuilder.resolved(LabNetwork.IPV4)
                .ike(RT2)
                .repeat(20, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .ike(RT2);
        assertThat(further.after(lab).verdict()).isEqualTo(Verdict.HEALTHY);
    }
}
