package io.github.espial.read;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.ReaderState;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.store.Stored;
import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/**
 * A capture that is read in pieces by whoever asks: several threads, or processes that know nothing of each other and each
 * open it for themselves. Where a piece begins is a guess of its reader's, which is verified when it is put behind the
 * one before: see {@link ReadPiece}.
 */
public final class DividedCapture implements Closeable {
    private final String name;
    private final Stored stored;
    private final OpenCapture capture;
    private final PieceReader pieces;
    private final ReadPiece beginning;

    private DividedCapture(String name, Stored stored, OpenCapture capture, DivisibleReader reader) {
        this.name = name;
        this.stored = stored;
        this.capture = capture;
        this.pieces = new PieceReader(stored);
        this.beginning = beginning(capture, reader);
    }

    /**
     * Opens a capture.
     *
     * @return empty where it can be read from front to back only: it is compressed, a stream, or of such a format
     * @throws CaptureException if it is no capture, or cannot be read
     */
    public static Optional<DividedCapture> open(CaptureSource source) throws CaptureException {
        try {
            Stored stored = Stored.openForParts(source, ReadProgress.NONE);
            Optional<DividedCapture> opened = Optional.empty();
            try {
                OpenCapture capture = OpenCapture.of(source.name(), stored);
                if (capture.reader() instanceof DivisibleReader reader && stored.hasRanges()) {
                    opened = Optional.of(new DividedCapture(source.name(), stored, capture, reader));
                }
                return opened;
            } finally {
                if (opened.isEmpty()) {
                    stored.close();
                }
            }
        } catch (IOException e) {
            throw CaptureReader.unreadable(source.name(), e);
        }
    }

    /** The header: a piece without a record, to which those of the file are joined. */
    static ReadPiece beginning(OpenCapture capture, DivisibleReader reader) {
        Seam start = new Seam(capture.offset(), reader.state());
        return new ReadPiece(new PieceSpan(0, 0), start, start, capture.ledger());
    }

    /** Octets of the capture. */
    public long size() {
        return stored.bytes();
    }

    /**
     * What a reader knows when it has read the records that begin before {@code to}: descriptions of interfaces come first,
     * so what is known after a little holds for most of a file.
     *
     * @throws CaptureException if the octets cannot be read
     */
    public ReaderState stateBehind(long to) throws CaptureException {
        ReadPiece first = first(to, frame -> {});
        if (first.ledger().problems().isUnreadable()) {
            throw new CaptureException(
                    name,
                    first.end().offset(),
                    first.ledger().problems().end().orElseThrow().text());
        }
        return first.end().state();
    }

    /**
     * Reads the first piece, the header among it.
     *
     * @param to offset that its records begin before
     */
    public ReadPiece first(long to, FrameSink sink) throws CaptureException {
        return beginning.with(next(beginning, new PieceSpan(0, to), sink));
    }

    /**
     * Reads a piece that is not the first one, from where its records seem to begin.
     *
     * @param assumed the state that the pieces before leave a reader in, as far as the caller knows
     * @throws CaptureException if the octets cannot be read
     */
    public ReadPiece guess(PieceSpan span, ReaderState assumed, FrameSink sink) throws CaptureException {
        try {
            return pieces.guess(span, assumed, sink);
        } catch (IOException e) {
            throw CaptureReader.unreadable(name, e);
        }
    }

    /**
     * Reads a piece from where it truly begins, because a guess does not fit; where octets cannot be read, that is noted in
     * its ledger.
     *
     * @param before the piece before it, which is the only one that it goes with
     */
    public ReadPiece next(ReadPiece before, PieceSpan span, FrameSink sink) throws CaptureException {
        try {
            return pieces.next(before, span, sink);
        } catch (IOException e) {
            throw CaptureReader.unreadable(name, e);
        }
    }

    /**
     * What is known of the capture, of which {@code whole} is all. Call it once.
     *
     * @throws CaptureException if it turned out that nothing could be read
     */
    public CaptureSummary summary(ReadPiece whole) throws CaptureException {
        if (whole.span().from() > 0 || !whole.isOver()) {
            throw new IllegalArgumentException("not all of " + name + ": " + whole.span());
        }
        return capture.summary(new CaptureLedger().with(whole.ledger()));
    }

    @Override
    public void close() throws IOException {
        stored.close();
    }
}
