package io.github.espial.batch;

import io.github.espial.batch.index.CaseName;
import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Diagnosed;
import io.github.espial.batch.index.Failed;
import io.github.espial.batch.ticket.CaseIntake;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.batch.ticket.LimitException;
import io.github.espial.batch.ticket.ReceivedCase;
import io.github.espial.bytes.Deadline;
import io.github.espial.cases.CaseAnalysis;
import io.github.espial.cases.CaseFiles;
import io.github.espial.cases.CaseQuestion;
import io.github.espial.cases.UnanswerableException;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.ShortReport;
import io.github.espial.infer.Statements;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.redact.RedactedCase;
import io.github.espial.report.Printable;
import io.github.espial.scan.KeptScans;
import io.github.espial.store.NoRoomException;
import io.github.espial.store.ReadProgress;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Diagnoses one case and writes its reports, in a thread of its own, which is left behind if it does not end in time. */
final class CaseRun {
    /** What a case that has been interrupted is given to end by itself. */
    private static final long GRACE_SECONDS = 5;

    /** Of the time that a case may take, what is left for its report when its judgement is cut short. */
    private static final int SHARE_FOR_REPORT = 4;

    private static final int MOST_REMARKS = 20;

    private final BatchOptions options;
    private final BatchOptions earlier;
    private final CasePlace place;
    private final int threads;
    private final ReadProgress progress;
    private final Deadline judged;
    private volatile boolean isCancelled;

    /**
     * A case to be diagnosed.
     *
     * @param threads that read its captures at the same time, at least 1
     */
    CaseRun(BatchOptions options, CasePlace place, int threads, ReadProgress progress) {
        this(options, options, place, threads, progress, System::nanoTime);
    }

    /** @param nanoTime a clock that never goes back */
    CaseRun(BatchOptions options, CasePlace place, int threads, ReadProgress progress, LongSupplier nanoTime) {
        this(options, options, place, threads, progress, nanoTime);
    }

    /** @param earlier where earlier runs left what they made of it, and what was asked */
    CaseRun(
            BatchOptions options,
            BatchOptions earlier,
            CasePlace place,
            int threads,
            ReadProgress progress,
            LongSupplier nanoTime) {
        Duration time = options.limits().time();
        this.judged = Deadline.in(time.minus(time.dividedBy(SHARE_FOR_REPORT)), nanoTime);
        this.options = options;
        this.earlier = earlier;
        this.place = place;
        this.threads = threads;
        this.progress = progress;
    }

    /** What comes of it, within the time that a case may take: what was judged by then is told. */
    CaseResult run() throws InterruptedException {
        FutureTask<CaseResult> task = new FutureTask<>(this::result);
        Thread thread = new Thread(task, "case");
        thread.setDaemon(true);
        try {
            thread.start();
            return task.get(options.limits().time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (OutOfMemoryError e) {
            // Not even a thread could be made.
            return failed(e);
        } catch (ExecutionException e) {
            return failed(Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            isCancelled = true;
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(GRACE_SECONDS));
            return failed(
                    Failed.Kind.TIME,
                    "it took more than " + options.limits().time().toSeconds()
                            + " s (--max-time SECONDS sets another limit)");
        } catch (InterruptedException e) {
            isCancelled = true;
            thread.interrupt();
            throw e;
        }
    }

    private CaseResult result() throws IOException, InterruptedException, UnanswerableException {
        Path folder = options.folderOf(place.id());
        InputState inputs = InputState.of(place);
        String content = inputs.content();
        String stamp = inputs.isSettled(Instant.now().getEpochSecond()) ? inputs.stamp() : "";
        Optional<KeptCase> kept =
                options.reuse().isForced() ? Optional.empty() : KeptCase.in(earlier.folderOf(place.id()));
        if (kept.isPresent() && kept.get().content().equals(content)) {
            CaseRow row = kept.get().row();
            Optional<ReportState> reports = unchanged(kept.get());
            if (reports.isPresent()) {
                new KeptCase(options.asked(), stamp, content, reports.get(), row).keepIn(folder);
                return new CaseResult(row, true);
            }
        }
        forget(folder);
        CaseRow row = row(folder);
        // What may have been cut short is judged again by the next run.
        if (!isCancelled && !judged.isOver()) {
            ReportState reports = ReportState.of(options.out(), row);
            new KeptCase(options.asked(), stamp, content, reports, row).keepIn(folder);
        }
        return new CaseResult(row, false);
    }

    /** The reports that were left, as they are now, if they answer the question of now and were not altered. */
    private Optional<ReportState> unchanged(KeptCase kept) {
        try {
            ReportState now = ReportState.of(earlier.out(), kept.row());
            return kept.asked().equals(earlier.asked())
                            && kept.reports().digest().equals(now.digest())
                    ? Optional.of(now)
                    : Optional.empty();
        } catch (IOException e) {
            // Reports that cannot be read are made again, or it is said why they cannot.
            return Optional.empty();
        }
    }

    /** Whether what was left answers the question of now, and its reports are there as they were written. */
    static boolean isUsable(BatchOptions options, KeptCase kept) {
        try {
            return kept.asked().equals(options.asked()) && kept.reports().holds(options.out(), kept.row());
        } catch (IOException e) {
            // Reports that cannot be read are made again, or it is said why they cannot.
            return false;
        }
    }

    private CaseRow row(Path folder) throws IOException, InterruptedException, UnanswerableException {
        Path work = options.work().resolve(place.id());
        try {
            ReceivedCase received = CaseIntake.read(
                    place, options.limits().decompressed(), options.limits().octets(), work);
            CaseQuestion asked = options.question();
            CaseQuestion question = new CaseQuestion(
                    both(asked.stated(), received.ticket().stated()), asked.from(), asked.to(), threads);
            Optional<RedactedCase> redacted = options.reports().redacted();
            CaseFiles files = redacted.isPresent() ? redacted.get().of(received.files()) : received.files();
            KeptScans scans = options.reuse().scans().of(files, folder);
            CaseReport report = ShortReport.of(CaseAnalysis.of(
                    files, redacted.isPresent() ? redacted.get().of(question) : question, scans, progress, judged));
            removeOthers(scans, folder);
            CaseName name = options.reports().name(place, received.ticket());
            CaseRow row = new CaseRow(
                    name, Diagnosed.of(report), remarks(report), write(report.called(name.called()), folder));
            removeOthers(folder, row.reports());
            return row;
        } catch (LimitException e) {
            return kept(folder, Failed.Kind.SIZE, String.valueOf(e.getMessage()));
        } catch (UnwrittenException | NoRoomException e) {
            throw e;
        } catch (IOException e) {
            if (isCancelled) {
                throw e;
            }
            return kept(folder, Failed.Kind.UNREADABLE, String.valueOf(e.getMessage()));
        } finally {
            FolderRemoval.remove(work);
        }
    }

    /** A case that would fail the same way the next time; what may have been chance is tried again. */
    private CaseRow kept(Path folder, Failed.Kind kind, String reason) throws IOException {
        removeOthers(folder, List.of());
        return failed(kind, reason).row();
    }

    private List<String> write(CaseReport report, Path folder) throws IOException {
        List<String> written = new ArrayList<>();
        for (ReportKind kind : options.reports().kinds()) {
            if (isCancelled) {
                throw new IOException("cancelled");
            }
            String name = "report." + kind.ending();
            WholeFile.write(folder.resolve(name), file -> {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    kind.writer().get().write(report, out);
                }
            });
            written.add("cases/" + place.id() + "/" + name);
        }
        return written.stream().sorted().toList();
    }

    /** Reports of an earlier run that no longer hold, and what is left of those that it was killed in the middle of. */
    private void removeOthers(Path folder, List<String> written) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "{report.*,.report.*.part}")) {
            for (Path report : reports) {
                if (!written.contains("cases/" + place.id() + "/" + report.getFileName())) {
                    Files.deleteIfExists(report);
                }
            }
        }
    }

    private static void removeOthers(KeptScans scans, Path folder) throws UnwrittenException {
        try {
            scans.removeOthers();
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
    }

    private static void forget(Path folder) throws UnwrittenException {
        try {
            KeptCase.forget(folder);
        } catch (IOException e) {
            throw unwritten(folder, e);
        }
    }

    private static UnwrittenException unwritten(Path folder, IOException e) {
        return new UnwrittenException(folder + ": cannot be written: " + WholeFile.reason(e), e);
    }

    private static List<String> remarks(CaseReport report) {
        Stream<String> ofContexts = report.inputs().contexts().stream()
                .flatMap(context -> context.problems().stream().map(problem -> context.name() + ": " + problem));
        Stream<String> ofCaptures = report.inputs().captures().stream()
                .flatMap(capture -> capture.remarks().stream()
                        .map(remark -> capture.summary().name() + ": " + remark));
        return Stream.of(report.inputs().others().stream(), ofCaptures, ofContexts)
                .flatMap(lines -> lines)
                .limit(MOST_REMARKS)
                .map(Printable::of)
                .toList();
    }

    /** What the ticket states goes before what is stated for all cases. */
    private static Statements both(Statements ofAll, Statements ofTicket) {
        Map<IpAddress, Station> hops = new HashMap<>(ofAll.nextHops());
        hops.putAll(ofTicket.nextHops());
        return new Statements(
                joined(ofAll.serverAddresses(), ofTicket.serverAddresses()),
                joined(ofAll.serverMacs(), ofTicket.serverMacs()),
                joined(ofAll.gateways(), ofTicket.gateways()),
                hops);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).distinct().toList();
    }

    private CaseResult failed(Throwable cause) {
        if (cause instanceof OutOfMemoryError) {
            return failed(Failed.Kind.MEMORY, "there is not enough memory for it (--memory, ESPIAL_OPTS=-Xmx4g)");
        }
        if (cause instanceof UnwrittenException || cause instanceof NoRoomException) {
            return failed(Failed.Kind.OUTPUT, String.valueOf(cause.getMessage()));
        }
        if (cause instanceof UnanswerableException || cause instanceof IOException) {
            return failed(Failed.Kind.UNREADABLE, String.valueOf(cause.getMessage()));
        }
        return failed(Failed.Kind.DEFECT, "the program failed, which is a defect of it: " + cause);
    }

    private CaseResult failed(Failed.Kind kind, String why) {
        String reason = options.reports().reason(place, kind.toString(), why);
        boolean isNamed = reason.startsWith(place.name())
                && reason.matches("(?s).{" + place.name().length() + "}[:/.!].*");
        String line = Printable.of(isNamed ? reason : place.name() + ": " + reason);
        CaseName name = options.reports().name(place, CaseIntake.ticketOf(place));
        return new CaseResult(new CaseRow(name, new Failed(kind, line), List.of(), List.of()), false);
    }
}
