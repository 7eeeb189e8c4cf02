package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.store.CaptureSource;
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
     * What is to be done with one capture.
     *
     * @param <T> what comes of it
     */
    public interface OfCapture<T> {
        /**
         * Reads a capture.
         *
         * @param index its place among those that are read, from 0
         * @param how as all are read, with the threads that are left to one, and telling what all have in common
         */
        T read(int index, Reading how) throws CaptureException;
    }

    /**
     * Reads each capture; all have been read when this returns.
     *
     * @param one called for each of {@code sources}, by several threads
     * @return what came of each, in the order given
     * @throws CaptureException when one cannot be read at all: no capture, or no access
     */
    public static <T> List<T> of(List<CaptureSource> sources, Reading how, OfCapture<T> one)
            throws CaptureException, InterruptedException {
        if (sources.isEmpty()) {
            return List.of();
        }
        ExecutorService workers =
                Executors.newFixedThreadPool(Math.min(how.threads(), sources.size()), CaseReading::worker);
        CaseProgress whole = CaseProgress.of(sources, how.progress());
        Reading ofOne = how.divided(how.divisionOf(sources.size()));
        try {
            List<Future<T>> parts = new ArrayList<>();
            for (int i = 0; i < sources.size(); i++) {
                int index = i;
                parts.add(workers.submit(() -> one.read(index, ofOne.telling(whole.part()))));
            }
            List<T> read = new ArrayList<>();
            for (Future<T> part : parts) {
                read.add(part.get());
            }
            return read;
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
