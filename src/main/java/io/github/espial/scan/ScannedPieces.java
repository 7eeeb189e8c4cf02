package io.github.espial.scan;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.FrameSink;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.DividedCapture;
import io.github.espial.read.Division;
import io.github.espial.read.PieceSpan;
import io.github.espial.read.ReadPiece;
import io.github.espial.store.CaptureSource;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Scans pieces of one capture, and puts pieces together that may have been scanned by other processes, each of which opened
 * the capture for itself and knew nothing of the others.
 *
 * <p>UDP end points that turn out to carry ESP in one piece are not known in the others: where the whole has any, scan all
 * pieces once more, with these known.
 */
public final class ScannedPieces implements Closeable {
    private final DividedCapture capture;
    private final int place;
    private final UdpPairs known;
    private final TimeWindow window;

    private ScannedPieces(DividedCapture capture, int place, UdpPairs known, TimeWindow window) {
        this.capture = capture;
        this.place = place;
        this.known = known;
        this.window = window;
    }

    /**
     * Opens a capture.
     *
     * @param place its place in the case, from 0
     * @param known UDP end points that an earlier scan saw carry ESP; left as is
     * @param window the part that is looked at, by the clock of the capture
     * @return empty where it can be read from front to back only
     * @throws CaptureException if it is no capture, or cannot be read
     */
    public static Optional<ScannedPieces> open(CaptureSource source, int place, UdpPairs known, TimeWindow window)
            throws CaptureException {
        return DividedCapture.open(source).map(capture -> new ScannedPieces(capture, place, known, window));
    }

    /** What the pieces of this capture are to have, in order. */
    public List<PieceSpan> spans(Division division) {
        return division.spans(capture.size());
    }

    /**
     * Scans a piece, for which nothing needs to be known of those before it.
     *
     * @throws CaptureException if the octets cannot be read
     */
    public Piece scan(PieceSpan span) throws CaptureException {
        Observer observer = new Observer(place, known);
        ReadPiece read = span.from() == 0
                ? capture.first(span.to(), looking(observer))
                : capture.guess(span, capture.stateBehind(Math.min(span.from(), Division.FIRST)), looking(observer));
        return piece(read, observer);
    }

    /**
     * Both as one piece, if each was scanned with the same end points known and in the same window. Where the guess of
     * {@code next} was wrong, it is scanned again.
     *
     * @param next the piece behind {@code piece}
     * @throws CaptureException if the octets cannot be read
     */
    public Piece join(Piece piece, Piece next) throws CaptureException {
        if (piece.place() != place || next.place() != place) {
            throw new IllegalArgumentException(
                    "pieces of captures " + piece.place() + " and " + next.place() + ", expected " + place);
        }
        if (piece.read().covers(next.span())) {
            return piece.covering(next.span());
        }
        return piece.with(piece.read().fits(next.read()) ? next : again(piece, next.span()));
    }

    private Piece again(Piece before, PieceSpan span) throws CaptureException {
        Observer observer = new Observer(place, known);
        return piece(capture.next(before.read(), span, looking(observer)), observer);
    }

    private FrameSink looking(Observer observer) {
        return window.isEverything() ? observer : window.before(observer);
    }

    private Piece piece(ReadPiece read, Observer observer) {
        return new Piece(place, read, observer.observations(read.ledger().numbers()));
    }

    /**
     * The capture, of which {@code whole} is all. Call it once.
     *
     * @throws CaptureException if it turned out that nothing could be read
     */
    public CaptureScan scan(Piece whole) throws CaptureException {
        return new CaptureScan(place, whole.observations(), capture.summary(whole.read()));
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }
}
