package io.github.espial.cases;

import io.github.espial.bytes.Deadline;
import io.github.espial.capture.CaptureException;
import io.github.espial.context.file.ContextFile;
import io.github.espial.correlate.AlignScan;
import io.github.espial.correlate.InnerScan;
import io.github.espial.correlate.KeysAndPolicies;
import io.github.espial.correlate.ShapeScan;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.observe.table.FirstWord;
import io.github.espial.observe.tally.PointTally;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.Reading;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads all that was handed over for a case, and has it diagnosed. */
public final class CaseAnalysis {
    private final CaseFiles files;
    private final List<CaptureSource> captures;
    private final CaseQuestion question;
    private final Reading reading;
    private final Deadline deadline;

    private CaseAnalysis(
            CaseFiles files, CaseQuestion question, KeptScans kept, ReadProgress progress, Deadline deadline) {
        this.deadline = deadline;
        this.files = files;
        this.captures = holdsKeys(files) ? toOpen(files.captures()) : files.captures();
        this.question = question;
        this.reading = Reading.USUAL.by(question.threads()).keeping(kept).telling(progress);
    }

    /**
     * The report on a case.
     *
     * @param progress told of all captures as if they were one; of a second reading from 0 again
     * @throws CaptureException when a capture cannot be read at all
     * @throws UnanswerableException when the question asks for a part of the case that cannot be told
     */
    public static CaseReport of(CaseFiles files, CaseQuestion question, ReadProgress progress)
            throws CaptureException, UnanswerableException, InterruptedException {
        return of(files, question, KeptScans.NONE, progress, Deadline.NONE);
    }

    /**
     * The report on a case with what there is when the time is up: its captures are read to their end, and it says which
     * peers and checks were not come to.
     *
     * @param progress told of all captures as if they were one; of a second reading from 0 again
     * @throws CaptureException when a capture cannot be read at all
     * @throws UnanswerableException when the question asks for a part of the case that cannot be told
     */
    public static CaseReport of(CaseFiles files, CaseQuestion question, ReadProgress progress, Deadline deadline)
            throws CaptureException, UnanswerableException, InterruptedException {
        return of(files, question, KeptScans.NONE, progress, deadline);
    }

    /**
     * The report on a case, of whose captures those only are read that {@code kept} does not know, with what there is when
     * the time is up.
     *
     * @param progress told of all captures that are read as if they were one; of a second reading from 0 again
     * @throws CaptureException when a capture cannot be read at all
     * @throws UnanswerableException when the question asks for a part of the case that cannot be told
     */
    public static CaseReport of(
            CaseFiles files, CaseQuestion question, KeptScans kept, ReadProgress progress, Deadline deadline)
            throws CaptureException, UnanswerableException, InterruptedException {
        holdNumber(files.captures());
        CaseReport report = new CaseAnalysis(files, question, kept, progress, deadline)
                .report()
                .beside(files.others().stream().map(CaseFiles.Other::reason).toList());
        return files.isRedacted() ? report.redacted() : report;
    }

    /**
     * The report on a case of one capture that is still running.
     *
     * @param seen what was seen of the capture so far
     * @param words of machines, and keys
     */
    public static CaseReport ofRunning(CaseScan seen, List<ContextFile> words, CaseQuestion question)
            throws CaptureException, InterruptedException {
        String name = seen.captures().get(0).name();
        // Nobody reads it: what has gone by cannot be looked at again.
        CaptureSource gone = CaptureSource.named(name);
        CaseFiles files = new CaseFiles(List.of(gone), words, List.of(), Set.of());
        return new CaseAnalysis(files, question, KeptScans.NONE, ReadProgress.NONE, Deadline.NONE)
                .report(seen, TimeWindow.EVERYTHING);
    }

    private static boolean holdsKeys(CaseFiles files) {
        return files.contexts().stream().anyMatch(context -> context.entries().hasKeys());
    }

    /** What is read in disguise leaves what is encrypted as it is, where it is to be opened. */
    private static List<CaptureSource> toOpen(List<CaptureSource> captures) {
        List<CaptureSource> toOpen = new ArrayList<>();
        for (CaptureSource capture : captures) {
            toOpen.add(capture instanceof CaptureSource.Disguised disguised ? disguised.toOpen() : capture);
        }
        return toOpen;
    }

    /**
     * Holds that a case has no more captures than can be told apart.
     *
     * @throws CaptureException where it has
     */
    public static void holdNumber(List<CaptureSource> captures) throws CaptureException {
        if (captures.size() > FirstWord.MOST_CAPTURES) {
            throw new CaptureException(
                    captures.get(FirstWord.MOST_CAPTURES).name(),
                    0,
                    "one capture too many: one case has " + FirstWord.MOST_CAPTURES + " at the most, and "
                            + captures.size() + " were given; analyze them as several cases");
        }
    }

    private CaseReport report() throws CaptureException, UnanswerableException, InterruptedException {
        if (captures.isEmpty()) {
            return Diagnosis.of(
                    CaseScan.empty(),
                    TunnelContents.stated(given()),
                    files.contexts(),
                    question.stated(),
                    Checks.all(),
                    deadline,
                    question.breadth());
        }
        if (question.from().isEmpty() && question.to().isEmpty()) {
            return report(CaseScan.of(captures, reading), TimeWindow.EVERYTHING);
        }
        for (CaptureSource capture : captures) {
            if (!capture.hasFrames()) {
                throw new UnanswerableException("--from and --to need the frames of " + capture.name()
                        + ", of which there is only a scan: give the capture itself");
            }
        }
        return isCountedFromStart() ? partFromStart() : part();
    }

    private CaseReport report(CaseScan scan, TimeWindow window) throws CaptureException, InterruptedException {
        return Diagnosis.of(
                scan,
                inside(scan, window),
                files.contexts(),
                question.stated(),
                Checks.all(),
                deadline,
                question.breadth());
    }

    /** Other passes are made only where there is something to open, or both sides of a gateway to align. */
    private TunnelContents inside(CaseScan scan, TimeWindow window) throws CaptureException, InterruptedException {
        KeysAndPolicies given = given();
        boolean looksClear = scan.observations().hasClearLookingSa();
        boolean isWorthwhile = looksClear || !given.isEmpty();
        if (isWorthwhile && deadline.isOver()) {
            return TunnelContents.stated(given)
                    .noting("what was inside ESP: the time was up (--max-time) before it was looked at");
        }
        TunnelContents opened = isWorthwhile
                ? InnerScan.of(captures, scan.observations(), given, reading.in(window))
                : TunnelContents.UNKNOWN;
        TunnelContents aligned = AlignScan.of(captures, scan.observations(), opened, reading.in(window), deadline);
        return ShapeScan.of(captures, scan.observations(), aligned, reading.in(window), deadline);
    }

    private KeysAndPolicies given() {
        return KeysAndPolicies.of(files.contexts());
    }

    private CaseReport part() throws CaptureException, UnanswerableException, InterruptedException {
        TimeWindow window = window(0);
        return report(CaseScan.of(captures, reading.in(window)), window);
    }

    /** The captures are read as a whole before, to learn when the case begins. */
    private CaseReport partFromStart() throws CaptureException, UnanswerableException, InterruptedException {
        if (!captures.stream().allMatch(CaptureSource::isRepeatable)) {
            throw new UnanswerableException("--from and --to with + need the start of the capture, which standard input"
                    + " or a pipe cannot be asked for twice: give a file, or a time such as 2026-10-31T12:00:00Z");
        }
        CaseScan all = CaseScan.of(captures, reading);
        long start = all.observations().points().stream()
                .filter(PointTally::hasTime)
                .mapToLong(PointTally::firstNanos)
                .min()
                .orElse(0);
        TimeWindow window = window(start);
        return report(all.within(captures, reading.in(window)), window);
    }

    private boolean isCountedFromStart() {
        return Stream.of(question.from(), question.to())
                .flatMap(bound -> bound.stream())
                .anyMatch(TimeBound.AfterStart.class::isInstance);
    }

    private TimeWindow window(long startNanos) throws UnanswerableException {
        long from = question.from().map(bound -> bound.nanos(startNanos)).orElse(Long.MIN_VALUE);
        long to = question.to().map(bound -> bound.nanos(startNanos)).orElse(Long.MAX_VALUE);
        if (from > to) {
            throw new UnanswerableException("--from is later than --to");
        }
        return new TimeWindow(from, to);
    }
}
