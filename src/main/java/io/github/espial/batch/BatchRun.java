package io.github.espial.batch;

import io.github.espial.batch.index.CaseRow;
import io.github.espial.batch.index.Failed;
import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.batch.ticket.Discovery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run over a folder: small cases several at a time, large ones after them by all threads at once. A case for which
 * memory did not suffice beside others gets a second chance among the large ones.
 */
public final class BatchRun {
    /** Octets of a case that is worth dividing among threads. */
    static final long LARGE = 64L << 20;

    /** How long a run goes on before the index tells of what is new. */
    private static final long INDEX_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final BatchOptions options;
    private final BatchListener listener;
    private final Discovery found;
    private final RunRecord record;
    private final @Nullable CaseResult[] results;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private volatile boolean isStopped;
    private long indexed = System.nanoTime();

    private BatchRun(BatchOptions options, BatchListener listener, Discovery found) {
        this.options = options;
        this.listener = listener;
        this.found = found;
        this.record = new RunRecord(options.out(), options.out());
        this.results = new @Nullable CaseResult[found.cases().size()];
    }

    /** A case to be diagnosed. */
    private record Job(int place, long octets) {}

    /** A case, and what is left of an earlier run if that still holds. */
    private record Planned(Job job, Optional<CaseRow> kept) {}

    /** A case that has been diagnosed. */
    private record Ended(Job job, CaseResult result, long untold) {}

    /** What stops a run before its end. */
    public interface Stopping {
        /** Has the run end soon: what is diagnosed is kept, and the index written. Any thread may call it. */
        void stop();
    }

    /** Takes hold of what stops a run, when it begins. */
    public interface StoppingTaker {
        void take(Stopping stopping);
    }

    /**
     * Diagnoses all cases that are new or have changed, and writes the index over all.
     *
     * @param stoppings is given what stops the run
     * @throws IOException when the folder cannot be read, or nothing can be written, or another run writes there
     */
    @SuppressWarnings("try")
    public static BatchResult of(BatchOptions options, BatchListener listener, StoppingTaker stoppings)
            throws IOException, InterruptedException {
        Discovery found = called(Discovery.of(options.folder(), options.out()), options.reports(), listener);
        try (BatchLock lock = BatchLock.on(options.out())) {
            FolderRemoval.remove(options.work());
            BatchRun run = new BatchRun(options, listener, found);
            stoppings.take(run::stop);
            return run.run();
        }
    }

    /** The cases under the names that reports have for them. */
    private static Discovery called(Discovery found, Reporting reports, BatchListener listener) {
        if (reports.redaction().isEmpty()) {
            return found;
        }
        List<CasePlace> called = new ArrayList<>();
        for (CasePlace place : found.cases()) {
            called.add(reports.called(place));
            listener.called(place.name(), called.get(called.size() - 1).name());
        }
        return new Discovery(called, found.passedOver());
    }

    private void stop() {
        isStopped = true;
    }

    private BatchResult run() throws InterruptedException, IOException {
        List<Job> jobs = plan();
        List<Job> alone = new ArrayList<>();
        together(jobs.stream().filter(job -> job.octets() < LARGE).toList(), alone);
        jobs.stream().filter(job -> job.octets() >= LARGE).forEach(alone::add);
        for (Job job : alone) {
            if (isStopped) {
                break;
            }
            oneAlone(job);
        }
        FolderRemoval.remove(options.work());
        List<CaseRow> rows = rows();
        int unchanged = (int) Arrays.stream(results)
                .filter(result -> result != null && result.isUnchanged())
                .count();
        return record.end(found, rows, unchanged, isStopped);
    }

    /** Takes over what has not changed. */
    private List<Job> plan() {
        List<Job> jobs = new ArrayList<>();
        long octets = 0;
        List<Planned> all = IntStream.range(0, results.length)
                .parallel()
                .mapToObj(this::planned)
                .toList();
        for (Planned planned : all) {
            if (planned.kept().isPresent()) {
                results[planned.job().place()] = new CaseResult(planned.kept().get(), true);
            } else {
                jobs.add(planned.job());
                octets += planned.job().octets();
            }
        }
        listener.planned(results.length, results.length - jobs.size(), octets);
        for (CaseResult result : results) {
            if (result != null) {
                listener.finished(result.row(), true, 0);
            }
        }
        return jobs;
    }

    private Planned planned(int index) {
        CasePlace place = found.cases().get(index);
        CaseTask task = CaseTask.of(options, place);
        return new Planned(new Job(index, task.octets()), task.untouched());
    }

    private void together(List<Job> jobs, List<Job> alone) throws InterruptedException {
        Admission admission = new Admission(options.memory());
        ExecutorService workers =
                Executors.newFixedThreadPool(options.question().threads(), BatchRun::worker);
        try {
            jobs.forEach(job -> workers.execute(() -> oneOfMany(job, admission)));
            for (int left = jobs.size(); left > 0 && !isStopped; ) {
                Ended next = ended.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    left--;
                    take(next, alone);
                    writeIndexSometimes();
                }
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private void take(Ended end, List<Job> alone) {
        boolean lackedMemory =
                end.result().row().failed().stream().anyMatch(failed -> failed.kind() == Failed.Kind.MEMORY);
        if (lackedMemory) {
            alone.add(end.job());
        } else {
            finish(end);
        }
    }

    private void oneOfMany(Job job, Admission admission) {
        if (isStopped) {
            return;
        }
        try {
            int taken = admission.enter(job.octets());
            try {
                ended.add(diagnose(job, 1));
            } finally {
                admission.leave(taken);
            }
        } catch (InterruptedException e) {
            // The run is being stopped, and waits for nothing more.
            Thread.currentThread().interrupt();
        }
    }

    /** In a thread of its own, so that the run can be stopped meanwhile. */
    private void oneAlone(Job job) throws InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor(BatchRun::worker);
        try {
            worker.execute(() -> {
                try {
                    ended.add(diagnose(job, options.question().threads()));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            while (!isStopped) {
                Ended next = ended.poll(100, TimeUnit.MILLISECONDS);
                if (next != null) {
                    finish(next);
                    writeIndexSometimes();
                    return;
                }
            }
        } finally {
            worker.shutdownNow();
        }
    }

    private Ended diagnose(Job job, int threads) throws InterruptedException {
        CasePlace place = found.cases().get(job.place());
        CaseMeter meter = new CaseMeter(place.name(), job.octets(), listener);
        CaseResult result = new CaseRun(options, place, threads, meter).run();
        return new Ended(job, result, meter.left());
    }

    private void finish(Ended end) {
        CaseResult result = end.result();
        results[end.job().place()] = result;
        listener.finished(result.row(), result.isUnchanged(), end.untold());
    }

    /** Seldom enough to cost nothing beside the diagnosis. */
    private void writeIndexSometimes() {
        long now = System.nanoTime();
        if (now - indexed > INDEX_EVERY_NANOS) {
            record.write(rows());
            indexed = System.nanoTime();
        }
    }

    private List<CaseRow> rows() {
        return Arrays.stream(results)
                .filter(Objects::nonNull)
                .map(result -> Objects.requireNonNull(result).row())
                .toList();
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "batch");
        thread.setDaemon(true);
        return thread;
    }
}
