package io.github.espial.read;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
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
 * @param <P> what is made of one piece
 */
final class PiecewiseScan<P> {
    private final Stored stored;
    private final long size;
    private final Division division;
    private final CaptureLedger ledger;
    private final FrameCollector<P> collector;
    private final ReadProgress progress;

    private final Deque<OctetWindow> windows = new ConcurrentLinkedDeque<>();
    private final Deque<Guess<P>> ahead = new ArrayDeque<>();
    /** Pieces that are being read or have been; the first one is read before all others. */
    private int started = 1;

    /** The reader of the last piece that was taken in, and where it ended. */
    private DivisibleReader reader;

    private long position;
    private boolean hasFailed;

    /**
     * A scan of what {@code stored} has.
     *
     * @param reader stands at the first record, at {@code position}, and is used for nothing else
     * @param ledger takes in what is found besides frames
     */
    PiecewiseScan(
            Stored stored,
            Division division,
            DivisibleReader reader,
            long position,
            CaptureLedger ledger,
            FrameCollector<P> collector,
            ReadProgress progress) {
        this.stored = stored;
        this.size = stored.bytes();
        this.division = division;
        this.reader = reader;
        this.position = position;
        this.ledger = ledger;
        this.collector = collector;
        this.progress = progress;
    }

    /** A piece that has been read: where it began and ended, and what was found. */
    private record Piece<P>(long start, long end, DivisibleReader reader, CaptureLedger ledger, P collected) {}

    /** A piece that is read ahead from an assumed state; none comes of it where no record seems to begin. */
    private record Guess<P>(Object state, Future<Optional<Piece<P>>> piece) {}

    /** Reads to the end of the file, or to where reading cannot go on, which is noted. */
    void run() throws IOException {
        ExecutorService workers = Executors.newFixedThreadPool(division.threads(), PiecewiseScan::worker);
        try {
            long end = division.end(0, size);
            take(next(end));
            for (int i = 1; goesOnAt(end); i++) {
                readAhead(workers, i);
                Guess<P> guess = ahead.remove();
                end = division.end(i, size);
                if (position < end) {
                    Optional<Piece<P>> read = await(guess).filter(piece -> isTrue(piece, guess.state()));
                    take(read.isPresent() ? read.get() : next(end));
                }
            }
        } finally {
            // Reading is not interrupted, since that would close the file; what goes on is short.
            ahead.forEach(guess -> guess.piece().cancel(false));
            workers.shutdown();
        }
    }

    /** Whether reading ended because the file could not be read, which is noted. */
    boolean hasFailed() {
        return hasFailed;
    }

    /** Whether there is more after a piece that was to end at {@code end}: a file that became shorter ends before. */
    private boolean goesOnAt(long end) {
        return position >= end && ledger.problems().end().isEmpty();
    }

    /** Has the pieces from {@code next} on read, one more than there are threads, so that none waits for the merging. */
    private void readAhead(ExecutorService workers, int next) {
        while (started <= next + division.threads() && division.end(started - 1, size) < size) {
            long start = division.end(started - 1, size);
            long end = division.end(started, size);
            DivisibleReader present = reader;
            CaptureLedger own = ledger.piece();
            ahead.add(new Guess<>(present.state(), workers.submit(() -> guess(start, end, present, own))));
            started++;
        }
    }

    private boolean isTrue(Piece<P> piece, Object assumed) {
        return piece.start() == position && assumed.equals(reader.state()) && ledger.canMerge(piece.ledger());
    }

    private void take(Piece<P> piece) {
        collector.combine(piece.collected(), piece.ledger().numbers());
        ledger.merge(piece.ledger());
        reader = piece.reader();
        position = piece.end();
        progress.advanced(Math.min(position, size), OptionalLong.of(size));
    }

    /** Reads the piece from where its records seem to begin. */
    private Optional<Piece<P>> guess(long start, long end, DivisibleReader present, CaptureLedger own)
            throws IOException {
        OctetWindow window = window(start);
        try {
            DivisibleReader next = present.at(window, own);
            if (!next.seek(end)) {
                return Optional.empty();
            }
            long first = window.offset();
            P collected = collector.supply();
            next.scan(end, collector.accumulator(collected));
            return Optional.of(new Piece<>(first, window.offset(), next, own, collected));
        } finally {
            windows.push(window);
        }
    }

    /** Reads the piece that comes next, from where it truly begins. */
    private Piece<P> next(long end) throws IOException {
        OctetWindow window = window(position);
        CaptureLedger own = ledger.nextPiece();
        DivisibleReader next = reader.at(window, own);
        P collected = collector.supply();
        try {
            next.scan(end, collector.accumulator(collected));
        } catch (IOException e) {
            own.noteEnd(window.offset(), CaptureReader.reasonOf(e));
            hasFailed = true;
        }
        // Where it stands is asked before another thread may restart it for a piece of its own.
        long reached = window.offset();
        windows.push(window);
        return new Piece<>(position, reached, next, own, collected);
    }

    private OctetWindow window(long start) throws IOException {
        OctetSource octets = stored.range(start, size);
        Optional<OctetWindow> free = Optional.ofNullable(windows.poll());
        free.ifPresent(window -> window.restart(octets, start));
        return free.orElseGet(() -> CaptureReader.window(octets, start));
    }

    private Optional<Piece<P>> await(Guess<P> guess) throws InterruptedIOException {
        try {
            return guess.piece().get();
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
