package io.github.espial.read;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.DivisibleReader;
import io.github.espial.capture.FrameSink;
import io.github.espial.capture.ReaderState;
import io.github.espial.store.Stored;
import java.io.IOException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Reads pieces of one capture; several threads may read theirs at the same time. */
final class PieceReader {
    private final Stored stored;
    private final Deque<OctetWindow> windows = new ConcurrentLinkedDeque<>();

    PieceReader(Stored stored) {
        this.stored = stored;
    }

    /**
     * Reads a piece from where its records seem to begin.
     *
     * @param assumed the state that the pieces before leave a reader in, as far as anybody knows
     */
    ReadPiece guess(PieceSpan span, ReaderState assumed, FrameSink sink) throws IOException {
        CaptureLedger ledger = CaptureLedger.ofPiece(assumed.interfaces());
        OctetWindow window = window(span.from());
        try {
            DivisibleReader reader = assumed.reader(window, ledger);
            if (!reader.seek(span.to())) {
                Seam nothing = new Seam(span.to(), assumed);
                return new ReadPiece(span, nothing, nothing, ledger);
            }
            long first = window.offset();
            reader.scan(span.to(), sink);
            return new ReadPiece(span, new Seam(first, assumed), new Seam(window.offset(), reader.state()), ledger);
        } finally {
            windows.push(window);
        }
    }

    /**
     * Reads the piece behind {@code before} from where it truly begins; where octets cannot be read, that is noted in its
     * ledger. Nothing is said again that was said before, so what comes of it goes behind {@code before} only.
     */
    ReadPiece next(ReadPiece before, PieceSpan span, FrameSink sink) throws IOException {
        Seam start = before.end();
        OctetWindow window = window(start.offset());
        CaptureLedger ledger = before.ledger().nextPiece();
        DivisibleReader reader = start.state().reader(window, ledger);
        try {
            reader.scan(span.to(), sink);
        } catch (IOException e) {
            ledger.noteUnreadable(window.offset(), CaptureReader.reasonOf(e));
        }
        // Where it stands is asked before another thread may restart it for a piece of its own.
        Seam end = new Seam(window.offset(), reader.state());
        windows.push(window);
        return new ReadPiece(span, start, end, ledger);
    }

    private OctetWindow window(long start) throws IOException {
        OctetSource octets = stored.range(start, stored.bytes());
        Optional<OctetWindow> free = Optional.ofNullable(windows.poll());
        free.ifPresent(window -> window.restart(octets, start));
        return free.orElseGet(() -> CaptureReader.window(octets, start));
    }
}
