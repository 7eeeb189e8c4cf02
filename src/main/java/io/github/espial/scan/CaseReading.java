package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.read.CaptureReader;
import io.github.espial.read.Division;
import io.github.espial.read.FrameCollector;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the captures of a case from end to end, several at a time. */
public final class CaseReading {
    private CaseReading() {}

    /**
     * Reads each capture into its collector; all have been read when this returns.
     *
     * @param collectors one for each of {@code sources}, in their order
     * @param threads captures to read at the same time, at least 1
     * @param progress told of all captures as if they were one
     * @return what each file is, in the order given
     * @throws CaptureException when one cannot be read at all: no capture, or no access
     */
    public static List<CaptureSummary> read(
            List<CaptureSource> sources,
            List<? extends FrameCollector<?>> collectors,
            int threads,
            Division division,
            ReadProgress progress)
            throws CaptureException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(threads, sources.size()), CaseReading::worker);
        CaseProgress whole = CaseProgress.of(sources, progress);
        try {
            List<Future<CaptureSummary>> parts = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                CaptureSource source = sources.get(i);
                FrameCollector<?> collector = collectors.get(i);
                parts.add(workers.submit(() -> CaptureReader.read(source, collector, division, whole.part())));
            }
            List<CaptureSummary> summaries = new ArrayList<>();
            for (Future<CaptureSummary> part : parts) {
                summaries.add(part.get());
            }
            return summaries;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CaptureException unreadable) {
                throw unreadable;
            }
            if (e.getCause() instanceof Error serious) {
                throw serious;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "scan");
        thread.setDaemon(true);
        return thread;
    }
}
