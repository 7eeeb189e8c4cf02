package io.github.espial.live;

import io.github.espial.capture.CaptureException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** Judges a running case again and again until it ends, is told to stop, or has been watched for long enough. */
public final class Watching {
    /** No two judgements within less. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Of the time that passes, judging takes a part of so many at the most. */
    private static final int SHARE = 4;

    private final LiveCase live;
    private final Limits limits;
    private final LongSupplier nanos;
    private final Happenings happenings = new Happenings();
    private volatile boolean hasEnded;
    private final BlockingQueue<Wake> wakes = new LinkedBlockingQueue<>();

    /**
     * When to stop.
     *
     * @param time after so long at the latest
     * @param enough once this is so
     * @param window how long a window is
     */
    public record Limits(Optional<Duration> time, Predicate<Moment> enough, Duration window) {}

    /** What reads the case until it ends. */
    @FunctionalInterface
    public interface Source {
        void read() throws CaptureException;
    }

    /** Is told what is seen. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Told after each judgement.
         *
         * @param happenings what came about since the one before
         * @throws IOException when it cannot be shown; ends the watching
         */
        void seen(Moment moment, List<Happening> happenings) throws IOException;
    }

    /** Why the judging thread goes on. */
    private enum Wake {
        ENDED,
        STOPPED
    }

    /** @param nanos a clock of nanoseconds from any origin */
    public Watching(LiveCase live, Limits limits, LongSupplier nanos) {
        this.live = live;
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Whether the watching ended before the capture did. */
    public boolean wasStopped() {
        return !hasEnded;
    }

    /** Has the watching end soon; from any thread. */
    public void stop() {
        wakes.add(Wake.STOPPED);
    }

    /**
     * Reads and judges until the end.
     *
     * @return the last judgement; empty where the capture never began
     * @throws CaptureException when there is no capture to read
     * @throws IOException when {@code listener} fails
     */
    public Optional<Moment> run(Source source, Listener listener) throws IOException, InterruptedException {
        Reader reader = new Reader(source);
        Thread thread = new Thread(reader, "capture");
        thread.setDaemon(true);
        long begun = nanos.getAsLong();
        long windowBegun = begun;
        long pause = PAUSE.toNanos();
        thread.start();
        while (true) {
            boolean isOver = wakes.poll(Math.min(pause, left(begun)), TimeUnit.NANOSECONDS) != null || left(begun) == 0;
            if (!isOver && live.waiting() == 0) {
                continue;
            }
            reader.throwIfFailed();
            long start = nanos.getAsLong();
            Optional<Moment> moment = isOver ? live.lookForTheLastTime() : live.look();
            tell(moment, listener);
            if (isOver) {
                return moment;
            }
            if (moment.filter(limits.enough()).isPresent()) {
                Optional<Moment> last = live.lookForTheLastTime();
                tell(last, listener);
                return last;
            }
            pause = Math.max(PAUSE.toNanos(), SHARE * (nanos.getAsLong() - start));
            if (start - windowBegun >= limits.window().toNanos()) {
                live.beginWindow();
                windowBegun = start;
            }
        }
    }

    private void tell(Optional<Moment> moment, Listener listener) throws IOException {
        if (moment.isPresent()) {
            listener.seen(moment.get(), happenings.since(moment.get()));
        }
    }

    private long left(long begun) {
        return limits.time()
                .map(time -> Math.max(0, time.toNanos() - (nanos.getAsLong() - begun)))
                .orElse(Long.MAX_VALUE);
    }

    /** Reads in a thread of its own. */
    private final class Reader implements Runnable {
        private final Source source;
        private volatile Optional<CaptureException> failure = Optional.empty();
        private volatile Optional<Throwable> defect = Optional.empty();

        Reader(Source source) {
            this.source = source;
        }

        @Override
        public void run() {
            try {
                source.read();
            } catch (CaptureException e) {
                failure = Optional.of(e);
            } catch (RuntimeException | Error e) {
                // Belongs to whoever waits for the reader, and is thrown there.
                defect = Optional.of(e);
            } finally {
                hasEnded = true;
                wakes.add(Wake.ENDED);
            }
        }

        void throwIfFailed() throws CaptureException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            if (defect.isPresent()) {
                throw new IllegalStateException(defect.get());
            }
        }
    }
}
