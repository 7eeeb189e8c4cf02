package io.github.espial.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Failed;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.report.json.JsonReport;
import io.github.espial.scan.KeptScans;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does when cases, or the machine, fail it. */
class BatchRunTest {
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final BatchRun.StoppingTaker NOBODY = stopping -> {};

    @TempDir
    private Path folder = Path.of("");

    private BatchOptions options(ScanKeeping scans, Duration time) {
        BatchOptions.Limits limits = new BatchOptions.Limits(time, 1L << 30, DecompressionLimit.USUAL);
        return new BatchOptions(
                folder.resolve("tickets"),
                folder.resolve("out"),
                new Reporting(List.of(new ReportKind("json", "en", () -> new JsonReport("test"))), Optional.empty()),
                CaseQuestion.plain(2),
                limits,
                64L << 20,
                "test",
                new BatchOptions.Reuse(false, scans));
    }

    private void put(String... names) throws IOException {
        Files.createDirectories(folder.resolve("tickets"));
        for (String name : names) {
            Files.copy(MISROUTED, folder.resolve("tickets").resolve(name + ".pcap"));
        }
    }

    /** Lets a case fail by its name; all others are read. */
    private static ScanKeeping failing(String name, Supplier<Error> error) {
        return (files, reports) -> {
            if (reports.endsWith(name)) {
                throw error.get();
            }
            return KeptScans.NONE;
        };
    }

    private static CaseRow row(BatchResult result, String name) {
        return result.rows().stream()
                .filter(row -> row.name().id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void errorsOfOneCaseAreRecorded() throws Exception {
        put("a", "b", "c");
        AtomicInteger tries = new AtomicInteger();
        ScanKeeping scans = (files, reports) -> {
            if (reports.endsWith("a")) {
                tries.incrementAndGet();
                throw new OutOfMemoryError("made up");
            }
            return failing("b", StackOverflowError::new).of(files, reports);
        };

        BatchResult result = BatchRun.of(options(scans, Duration.ofHours(1)), new Heard(), NOBODY);

        assertThat(row(result, "a").failed()).map(Failed::kind).contains(Failed.Kind.MEMORY);
        assertThat(tries).as("once beside others, once alone").hasValue(2);
        assertThat(row(result, "b").failed()).map(Failed::kind).contains(Failed.Kind.DEFECT);
        assertThat(row(result, "c").verdict()).isEqualTo("misrouted");
        assertThat(result.unwritten()).isEmpty();

        BatchResult next = BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(row(next, "a").verdict()).isEqualTo("misrouted");
        assertThat(row(next, "b").verdict()).isEqualTo("misrouted");
        assertThat(next.unchanged())
                .as("failures that may have been chance are tried again")
                .isEqualTo(1);
    }

    @Test
    void aCaseThatTakesTooLongIsLeft() throws Exception {
        put("a");
        ScanKeeping scans = (files, reports) -> {
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.park();
            }
            return KeptScans.NONE;
        };
        BatchResult result = BatchRun.of(options(scans, Duration.ofMillis(50)), new Heard(), NOBODY);
        assertThat(result.rows().get(0).failed()).map(Failed::kind).contains(Failed.Kind.TIME);
        assertThat(result.rows().get(0).conclusion()).contains("a: it took more than", "--max-time");
        assertThat(folder.resolve("out/index.jsonl")).content().contains("\"failure\":\"time\"");
    }

    @Test
    void aSecondRunAtOnceSaysSo() throws Exception {
        put("a");
        List<Throwable> said = Collections.synchronizedList(new ArrayList<>());
        ScanKeeping scans = (files, reports) -> {
            try {
                BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), new Heard(), NOBODY);
            } catch (IOException | InterruptedException e) {
                said.add(e);
            }
            return KeptScans.NONE;
        };
        BatchResult result = BatchRun.of(options(scans, Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(said)
                .singleElement()
                .satisfies(e -> assertThat(e)
                        .hasMessageContaining("another espial batch writes there (process "
                                + ProcessHandle.current().pid() + ")"));
        assertThat(result.rows().get(0).verdict()).isEqualTo("misrouted");
    }

    /** A killed run leaves half a scan and half a report; a capture that is replaced leaves the scan of the old one. */
    @Test
    void aCaseHoldsNothingOfWhatItNoLongerIs() throws Exception {
        put("a");
        BatchOptions options = options(new ScansBeside("test", 0), Duration.ofHours(1));
        BatchRun.of(options, new Heard(), NOBODY);
        Path reports = folder.resolve("out/cases/a");
        List<Path> before = files(reports);
        Files.copy(
                Path.of("testdata/fixed-ikev2/capture.pcap"),
                folder.resolve("tickets/a.pcap"),
                StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(reports.resolve("scans/.espial-1.part"), "half a scan");
        Files.writeString(reports.resolve(".report.pdf.part"), "half a report");
        Path foreign = Files.writeString(reports.resolve("scans/notes.txt"), "of somebody else");

        BatchResult result = BatchRun.of(options, new Heard(), NOBODY);

        assertThat(row(result, "a").verdict()).isEqualTo("healthy");
        assertThat(foreign).exists();
        Files.delete(foreign);
        List<Path> after = files(reports);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after)
                .filteredOn(file -> file.toString().endsWith(".scan"))
                .hasSize(1)
                .noneMatch(before::contains);
        BatchRun.of(options, new Heard(), NOBODY);
        assertThat(files(reports)).isEqualTo(after);
    }

    @Test
    void keepsTheScanOfACaptureThatIsNotSmallOnly() throws Exception {
        put("a");
        long size = Files.size(folder.resolve("tickets/a.pcap"));
        Path scans = folder.resolve("out/cases/a/scans");

        BatchRun.of(options(new ScansBeside("test", size + 1), Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(scans).doesNotExist();

        Files.write(folder.resolve("tickets/a.pcap"), new byte[1], StandardOpenOption.APPEND);
        BatchRun.of(options(new ScansBeside("test", size + 1), Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(scans).isDirectoryContaining("glob:**/*.scan");

        put("b");
        Files.move(
                folder.resolve("tickets/b.pcap"),
                folder.resolve("tickets/a.pcap"),
                StandardCopyOption.REPLACE_EXISTING);
        BatchRun.of(options(new ScansBeside("test", size + 1), Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(scans).isEmptyDirectory();
    }

    /** By {@code tshark -Y "esp || isakmp"}, all 55 frames of IPsec in eth0.pcap are in both.pcapng too. */
    @Test
    void reportsThatWereAlteredAreMadeAgain() throws Exception {
        put("a");
        BatchOptions options = options(ScanKeeping.NOTHING, Duration.ofHours(1));
        BatchRun.of(options, new Heard(), NOBODY);
        Path report = folder.resolve("out/cases/a/report.json");
        byte[] whole = Files.readAllBytes(report);
        for (byte[] altered : List.of(Arrays.copyOf(whole, whole.length / 2), flipped(whole))) {
            FileTime time = Files.getLastModifiedTime(report);
            Files.write(report, altered);
            Files.setLastModifiedTime(report, time);
            BatchRun.of(options, new Heard(), NOBODY);
            assertThat(report).hasBinaryContent(whole);
        }
    }

    @Test
    void aCopyOfReportsNeedsNoDiagnosis() throws Exception {
        put("a");
        BatchOptions options = options(ScanKeeping.NOTHING, Duration.ofHours(1));
        BatchRun.of(options, new Heard(), NOBODY);
        Path report = folder.resolve("out/cases/a/report.json");
        byte[] whole = Files.readAllBytes(report);
        Files.delete(report);
        Files.write(report, whole);
        assertThat(BatchRun.of(options, new Heard(), NOBODY).unchanged()).isEqualTo(1);
    }

    @Test
    void aRecordThatWasAlteredCountsAsNone() throws Exception {
        put("a");
        BatchOptions options = options(ScanKeeping.NOTHING, Duration.ofHours(1));
        BatchResult first = BatchRun.of(options, new Heard(), NOBODY);
        Path record = folder.resolve("out/cases/a/case.json");
        String whole = Files.readString(record);
        assertThat(whole).contains("misrouted");
        Files.writeString(record, whole.replace("misrouted", "healthy"));
        BatchResult second = BatchRun.of(options, new Heard(), NOBODY);
        assertThat(second.rows()).isEqualTo(first.rows());
        assertThat(Files.readString(record)).contains("misrouted");
    }

    private static byte[] flipped(byte[] whole) {
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        return flipped;
    }

    @Test
    void theIndexTellsWhatIsToBeSaidOfCaptures() throws Exception {
        Path ticket = Files.createDirectories(folder.resolve("tickets/a"));
        for (String name : List.of("both.pcapng", "eth0.pcap")) {
            Files.copy(Path.of("testdata/two-nics").resolve(name), ticket.resolve(name));
        }

        BatchResult result = BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), new Heard(), NOBODY);

        assertThat(row(result, "a").remarks())
                .anyMatch(remark -> remark.startsWith("a/eth0.pcap: 55 of its IPsec frames are in a/both.pcapng too"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void aStoppedRunIsTakenUp() throws Exception {
        put("a", "b", "c", "d", "e", "f");
        List<BatchRun.Stopping> stoppings = new ArrayList<>();
        Heard heard = new Heard() {
            @Override
            public synchronized void finished(CaseRow row, boolean isUnchanged, long octets) {
                super.finished(row, isUnchanged, octets);
                stoppings.get(0).stop();
            }
        };
        BatchOptions options = options(ScanKeeping.NOTHING, Duration.ofHours(1));
        BatchResult stopped = BatchRun.of(options, heard, stoppings::add);
        assertThat(stopped.isStopped()).isTrue();
        assertThat(stopped.rows()).hasSize(1);
        assertThat(folder.resolve("out/index.jsonl")).content().hasLineCount(1);

        BatchResult whole = BatchRun.of(options, new Heard(), NOBODY);
        assertThat(whole.isStopped()).isFalse();
        assertThat(whole.rows()).hasSize(6);
        assertThat(whole.unchanged()).isBetween(1, 6);
    }

    @Test
    void tellsOfEveryOctetOnce() throws Exception {
        put("a", "b");
        Heard heard = new Heard();
        BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), heard, NOBODY);
        assertThat(heard.octets).isEqualTo(2 * Files.size(MISROUTED)).isEqualTo(heard.planned);
        assertThat(heard.finished).isEqualTo(2);
    }

    @Test
    void whatIsLeftOfAKilledRunIsNotTakenForAnOutput() throws Exception {
        put("a");
        Path out = folder.resolve("out");
        Path reports = Files.createDirectories(out.resolve("cases/a"));
        Files.writeString(reports.resolve(".report.json.part"), "{ \"schema\":");
        Files.writeString(reports.resolve("report.pdf"), "of an earlier run");
        Files.writeString(reports.resolve("case.json"), "{ \"schema\": \"espial/batch-c");
        Files.createDirectories(out.resolve(".work/a/0"));
        BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), new Heard(), NOBODY);
        assertThat(reports).isDirectoryNotContaining("glob:**.{part,pdf}");
        assertThat(out.resolve(".work")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> BatchRun.of(options(ScanKeeping.NOTHING, Duration.ofHours(1)), new Heard(), NOBODY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("tickets: the folder cannot be read");
    }

    /** Adds up what it is told. */
    private static class Heard implements BatchListener {
        private long planned;
        private long octets;
        private int finished;

        @Override
        public void planned(int cases, int unchanged, long all) {
            planned = all;
        }

        @Override
        public synchronized void advanced(String caseName, long more) {
            octets += more;
        }

        @Override
        public synchronized void finished(CaseRow row, boolean isUnchanged, long untold) {
            octets += untold;
            finished++;
        }
    }
}
