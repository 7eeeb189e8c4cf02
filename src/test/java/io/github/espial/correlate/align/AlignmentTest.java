package io.github.espial.correlate.align;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.align.Gateway.Clock;
import io.github.espial.correlate.align.Gateway.Flows;
import io.github.espial.correlate.align.Gateway.Plan;
import io.github.espial.esp.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignmentTest {
    private static final double SECONDS = 60;

    @ParameterizedTest
    @CsvSource({
        "2,0,5",
        "2,0.01,5",
        "2,0.05,5",
        "2,0.2,5",
        "20,0,1",
        "20,0.01,1",
        "20,0.05,1",
        "20,0.2,1",
        "100,0,1",
        "100,0.2,1",
        "500,0.05,1"
    })
    void tellsWhereFlowsWent(int flows, double loss, int seeds) {
        Scored scored = Scored.of(Plan.of(flows, SECONDS).losing(loss), seeds);

        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.recall()).as("%s", scored).isGreaterThanOrEqualTo(0.9);
        assertThat(scored.networks().precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.networks().recall()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @CsvSource({"8,4,16", "16,16,12", "16,16,16", "16,16,32", "8,8,12", "8,4,12", "0,4,12"})
    void findsTheTransformThatFits(int ivLength, int alignment, int icvLength) {
        Layout layout = new Layout(ivLength, alignment, icvLength);
        Gateway gateway = Gateway.of(Plan.of(20, SECONDS).losing(0.01).with(layout), 1);

        assertThat(Scored.align(gateway).orElseThrow().fits())
                .allSatisfy(fit -> assertThat(fit.orElseThrow().layout()).isEqualTo(layout));
    }

    @ParameterizedTest
    @CsvSource({"0.4,0", "3600,0.00005", "-86400,-0.0001"})
    void bringsTwoClocksTogether(double ahead, double drift) {
        Scored scored = Scored.of(Plan.of(30, SECONDS * 2).losing(0.01).by(new Clock(ahead, drift)), 1);

        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.recall()).as("%s", scored).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void followsFlowsThroughRekeying() {
        Scored scored = Scored.of(Plan.of(20, SECONDS).losing(0.01).rekeyedEvery(15), 1);

        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.recall()).as("%s", scored).isGreaterThanOrEqualTo(0.85);
    }

    @Test
    void isSilentWhereItCannotTell() {
        Scored scored = Scored.of(Plan.of(100, SECONDS).losing(0.05).varying(1e6), 1);

        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void findsAFewFlowsAmongManyThatGoElsewhere() {
        Scored scored = Scored.of(Plan.of(new Flows(20, 200, 200, 3), SECONDS).losing(0.05), 2);

        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.recall()).as("%s", scored).isGreaterThanOrEqualTo(0.9);
    }

    /**
     * Where delays vary by much and as many flows as are seen come from where nothing is captured, a burst of long packets
     * meets another one: its packets say that once, not each.
     */
    @ParameterizedTest
    @CsvSource({"60,100000", "60,1000000", "200,20000", "200,300000", "200,1000000"})
    void takesNoBurstForAnother(int others, double jitterNanos) {
        Scored scored =
                Scored.of(Plan.of(new Flows(20, others, others, 3), SECONDS / 2).varying(jitterNanos), 4);

        assertThat(scored.right()).as("%s", scored).isPositive();
        assertThat(scored.precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
        assertThat(scored.networks().precision()).as("%s", scored).isGreaterThanOrEqualTo(0.99);
    }

    /** The near miss: packets of the same sizes and habits, none of which went into the ESP that was captured. */
    @ParameterizedTest
    @CsvSource({"22000", "1000000"})
    void findsNothingInUnrelatedTrafficOfTheSameSizes(double jitterNanos) {
        Scored scored = Scored.of(Plan.of(new Flows(0, 200, 200, 3), SECONDS).varying(jitterNanos), 3);

        assertThat(scored.right() + scored.wrong()).as("%s", scored).isZero();
    }
}
