package io.github.espial.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.Deadline;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.infer.Breadth;
import io.github.espial.infer.Statements;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** With a clock that goes on by a second whenever it is looked at. */
class TimeIsUpTest {
    private static final int PLENTY = 1_000;

    @Test
    void tellsOfTheCaptureWhatThereIs() throws IOException, InterruptedException {
        CaseReport report = report("misrouted-ikev2", 1);
        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.inputs().captures().get(0).summary().frames()).isPositive();
        assertThat(report.topology().associations()).isNotEmpty();
        assertThat(report.judgment().sentence())
                .contains("the time was up (--max-time) before 1 peers were looked at")
                .contains("the time was up (--max-time) before these were looked at: negotiations of IKE, L2TP tunnels,"
                        + " predictions by routing tables")
                .contains("the time was up (--max-time) before these were looked for: ")
                .contains("esp-wrong-next-hop");
    }

    @Test
    void callsNothingHealthyThatWasNotLookedAt() throws IOException, InterruptedException {
        assertThat(report("fixed-ikev2", PLENTY).verdict()).isEqualTo(Verdict.HEALTHY);
        CaseReport cut = report("fixed-ikev2", 4);
        assertThat(cut.topology().peers()).isNotEmpty();
        assertThat(cut.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(cut.judgment().sentence()).contains("the time was up (--max-time) before these were looked for: ");
    }

    /** Of the steps, those that come behind the last one in time. */
    @Test
    void saysWhichStepsWereCutShort() throws IOException, InterruptedException {
        CaseReport report = report("misrouted-ikev2", 4);
        assertThat(report.negotiations().ikeSas()).isNotEmpty();
        assertThat(report.topology().peers()).isNotEmpty();
        assertThat(report.judgment().sentence())
                .contains("before these were looked at: L2TP tunnels, predictions by routing tables");
    }

    @Test
    void saysNothingOfTimeThatWasEnough() throws IOException, InterruptedException {
        CaseReport report = report("misrouted-ikev2", PLENTY);
        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.judgment().sentence()).doesNotContain("--max-time");
    }

    private static CaseReport report(String name, int seconds) throws IOException, InterruptedException {
        AtomicLong clock = new AtomicLong();
        Deadline deadline = Deadline.in(
                Duration.ofSeconds(seconds),
                () -> clock.getAndAdd(Duration.ofSeconds(1).toNanos()));
        CaptureSource capture = CaptureSource.file(Path.of("testdata", name, "capture.pcap"));
        CaseScan scan = CaseScan.of(List.of(capture), Reading.USUAL);
        return Diagnosis.of(
                scan, TunnelContents.UNKNOWN, List.of(), Statements.NONE, Checks.all(), deadline, Breadth.BUSIEST);
    }
}
