package io.github.espial.read;

import io.github.espial.capture.ReaderState;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Scans one file by several threads, in pieces that are put together in the order of the file.
 *
 * <p>Where a piece begins is guessed, and verified when the piece before has been taken in: if it did not end exactly
 * there, or in another state than was assumed, the piece is read again from where it truly begins. So the outcome is
 * that of one scan, and the time at worst twice that of one.
 *
 * @param <P> what is made of the frames of one piece
 */
final class PiecewiseScan<P> {
    /** Heaps below this have no room for a piece that waits, of which a flood fills all tables. */
    private static final long SMALL_HEAP = 1L << 30;

    private static final int SPARE = Runtime.getRuntime().maxMemory() < SMALL_HEAP ? 0 : 1;

    /** As many pieces are read as one where that is better, before it is asked again. */
    private static final int UNDIVIDED = 4;

    private final PieceReader reader;
    private final long size;
    private final Division division;
    private final FrameCollector<P> collector;
    private final ReadProgress progress;

    private final Deque<Ahead<P>> ahead = new ArrayDeque<>();
    /** Pieces that are being read or have been; the first one is read before all others. */
    private int started = 1;

    private ReadPiece joined;

    /**
     * A scan of a file of {@code size} octets.
     *
     * @param beginning what stands before the first record
     */
    PiecewiseScan(
            PieceReader reader,
            ReadPiece beginning,
            long size,
            Division division,
            FrameCollector<P> collector,
            ReadProgress progress) {
        this.reader = reader;
        this.size = size;
        this.division = division;
        this.joined = beginning;
        this.collector = collector;
        this.progress = progress;
    }

    /** A piece with what was made of its frames. */
    private record Collected<P>(ReadPiece piece, P frames) {}

    /** A piece that is read ahead. */
    private record Ahead<P>(PieceSpan span, Future<Collected<P>> piece) {}

    /** Reads to the end of the file, or to where reading cannot go on, which is noted; returns all as one piece. */
    ReadPiece run() throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(division.threads(), PiecewiseScan::worker);
        try {
            take(next(division.span(0, size)));
            while (!joined.isOver()) {
                if (!collector.isBetterUndivided()) {
                    readAhead(workers);
                } else if (ahead.isEmpty()) {
                    take(next(several()));
                    continue;
                }
                Ahead<P> guess = ahead.remove();
                if (joined.covers(guess.span())) {
                    joined = joined.covering(guess.span());
                } else {
                    Optional<Collected<P>> read = await(guess).filter(collected -> joined.fits(collected.piece()));
                    take(read.isPresent() ? read.get() : next(guess.span()));
                }
            }
            return joined;
        } finally {
            // Reading is not interrupted, since that would close the file; what goes on is short.
            ahead.forEach(guess -> guess.piece().cancel(false));
            workers.shutdown();
        }
    }

    /** Has the next pieces read, one more than there are threads, so that none waits for the merging. */
    private void readAhead(ExecutorService workers) {
        while (ahead.size() < division.threads() + SPARE
                && division.span(started - 1, size).to() < size) {
            PieceSpan span = division.span(started, size);
            ReaderState assumed = joined.end().state();
            ahead.add(new Ahead<>(span, workers.submit(() -> guess(span, assumed))));
            started++;
        }
    }

    /** The next pieces as one, none of which was begun. */
    private PieceSpan several() {
        started += UNDIVIDED;
        return new PieceSpan(
                joined.span().to(), division.span(started - 1, size).to());
    }

    private Collected<P> guess(PieceSpan span, ReaderState assumed) throws IOException {
        P frames = collector.supply();
        return new Collected<>(reader.guess(span, assumed, collector.accumulator(frames)), frames);
    }

    private Collected<P> next(PieceSpan span) throws IOException {
        P frames = collector.supply();
        return new Collected<>(reader.next(joined, span, collector.accumulator(frames)), frames);
    }

    private void take(Collected<P> next) {
        collector.combine(next.frames(), next.piece().ledger().numbers());
        joined = joined.with(next.piece());
        progress.advanced(Math.min(joined.end().offset(), size), OptionalLong.of(size));
    }

    private Optional<Collected<P>> await(Ahead<P> guess) throws InterruptedIOException {
        try {
            return Optional.of(guess.piece().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                // The piece is read again, and whatever cannot be read then is noted.
                return Optional.empty();
            }
            if (e.getCause() instanceof Error serious) {
                throw serious;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    private static Thread worker(Runnable task) {
        Thread thread = new Thread(task, "piece");
        thread.setDaemon(true);
        return thread;
    }
}
