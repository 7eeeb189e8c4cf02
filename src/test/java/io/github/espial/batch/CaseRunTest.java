package io.github.espial.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.report.json.JsonReport;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseRunTest {
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final Duration TIME = Duration.ofHours(1);

    @TempDir
    private Path folder = Path.of("");

    /** By a clock that goes on by the time that a case may take, whenever it is looked at. */
    @Test
    void tellsOfACaseWhatWasJudgedInTime() throws Exception {
        AtomicLong clock = new AtomicLong();
        CaseResult result = run(() -> clock.getAndAdd(TIME.toNanos()));
        assertThat(result.row().verdict()).isEqualTo("undetermined");
        assertThat(result.row().conclusion()).contains("the time was up (--max-time) before 1 peers were looked at");
        assertThat(result.row().reports()).containsExactly("cases/a/report.json");
        assertThat(folder.resolve("out/cases/a/report.json")).isNotEmptyFile();
    }

    @Test
    void judgesAgainWhatWasCutShort() throws Exception {
        AtomicLong clock = new AtomicLong();
        run(() -> clock.getAndAdd(TIME.toNanos()));
        CaseResult again = run(() -> 0);
        assertThat(again.isUnchanged()).isFalse();
        assertThat(again.row().verdict()).isEqualTo("misrouted");
        assertThat(run(() -> 0).isUnchanged()).isTrue();
    }

    private CaseResult run(LongSupplier clock) throws Exception {
        Path capture = folder.resolve("a.pcap");
        if (Files.notExists(capture)) {
            Files.copy(MISROUTED, capture);
        }
        BatchOptions options = new BatchOptions(
                folder,
                folder.resolve("out"),
                new Reporting(List.of(new ReportKind("json", "en", () -> new JsonReport("test"))), Optional.empty()),
                CaseQuestion.plain(1),
                new BatchOptions.Limits(TIME, 1L << 30, DecompressionLimit.USUAL),
                64L << 20,
                "test",
                new BatchOptions.Reuse(false, ScanKeeping.NOTHING));
        CasePlace place = new CasePlace("a", "a.pcap", CasePlace.Kind.CAPTURE, List.of(capture));
        return new CaseRun(options, place, 1, ReadProgress.NONE, clock).run();
    }
}
