package io.github.espial.correlate;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.DividedCapture;
import io.github.espial.read.Division;
import io.github.espial.read.PieceSpan;
import io.github.espial.read.ReadPiece;
import io.github.espial.scan.ScannedPieces;
import io.github.espial.store.CaptureSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * Opens the ESP in pieces of one capture, and puts pieces together that may have been opened by other processes, each of which
 * read the keys for itself: what {@link ScannedPieces} is for the first pass. Pieces are octets from the first to the last, so
 * that they travel.
 */
public final class OpenedPieces implements Closeable {
    private final DividedCapture capture;
    private final int place;
    private final Plans plans;
    private final UdpPairs pairs;
    private final byte[] key;

    private OpenedPieces(DividedCapture capture, int place, Plans plans, UdpPairs pairs, byte[] key) {
        this.capture = capture;
        this.place = place;
        this.plans = plans;
        this.pairs = pairs;
        this.key = key;
    }

    /**
     * Opens a capture.
     *
     * @param place its place in the case, from 0
     * @param order what is to be opened
     * @param given the keys, read where the order's were
     * @return empty where it can be read from front to back only
     * @throws IOException if it is no capture, or cannot be read, or there is no key any more
     */
    public static Optional<OpenedPieces> open(
            CaptureSource source, int place, OpeningOrder order, KeysAndPolicies given) throws IOException {
        Plans plans = order.plans(given);
        Optional<DividedCapture> opened = DividedCapture.open(source);
        return opened.map(capture ->
                new OpenedPieces(capture, place, plans, order.pairs(), OpenedPiece.key(order, capture.size())));
    }

    /**
     * What was opened of a piece, for which nothing needs to be known of those before it.
     *
     * @throws IOException if the octets cannot be read
     */
    public byte[] open(PieceSpan span) throws IOException {
        InnerPiece inner = fresh();
        ReadPiece read = span.from() == 0
                ? capture.first(span.to(), inner)
                : capture.guess(span, capture.stateBehind(Math.min(span.from(), Division.FIRST)), inner);
        return new OpenedPiece(read, inner).toOctets(key);
    }

    /**
     * All as one piece. Where the guess of one of them was wrong, it is opened again.
     *
     * @param inOrder pieces, at least one, that follow one another
     * @throws IOException if the octets cannot be read, or one of them is no piece of this capture by this order
     */
    public byte[] join(List<byte[]> inOrder) throws IOException {
        OpenedPiece joined = read(inOrder.get(0));
        for (byte[] octets : inOrder.subList(1, inOrder.size())) {
            joined = join(joined, read(octets));
        }
        return joined.toOctets(key);
    }

    private OpenedPiece join(OpenedPiece piece, OpenedPiece next) throws IOException {
        PieceSpan behind = next.read().span();
        if (piece.read().covers(behind)) {
            return new OpenedPiece(piece.read().covering(behind), piece.inner());
        }
        if (piece.read().fits(next.read())) {
            return piece.with(next);
        }
        InnerPiece again = fresh();
        return piece.with(new OpenedPiece(capture.next(piece.read(), behind, again), again));
    }

    private OpenedPiece read(byte[] octets) throws IOException {
        return OpenedPiece.read(ByteBuffer.wrap(octets), key, fresh());
    }

    private InnerPiece fresh() {
        return new InnerPiece(place, plans, pairs, new InnerPacketReader(Optional.empty()));
    }

    @Override
    public void close() throws IOException {
        capture.close();
    }
}
