package io.github.espial.spark;

import io.github.espial.correlate.OpenedPieces;
import io.github.espial.scan.Piece;
import io.github.espial.scan.PieceForm;
import io.github.espial.scan.ScannedPieces;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Puts pieces of one capture together that follow one another, each seam verified. */
final class JoinPieces {
    /** In place of a piece that could not be scanned. */
    static final byte[] NOTHING = new byte[0];

    private final ClusterBatch batch;
    private final LargeCapture capture;

    JoinPieces(Broadcast<ClusterBatch> batch, LargeCapture capture) {
        this.batch = batch.value();
        this.capture = capture;
    }

    /**
     * All pieces as one; nothing where one of them is nothing, or cannot be read again where that is needed.
     *
     * @param pieces by number, in any order
     */
    byte[] join(Iterable<Tuple2<Integer, byte[]>> pieces) {
        TreeMap<Integer, byte[]> inOrder = new TreeMap<>();
        for (Tuple2<Integer, byte[]> piece : pieces) {
            inOrder.put(piece._1(), piece._2());
        }
        if (Attempt.isHopeless() || inOrder.values().stream().anyMatch(octets -> octets.length == 0)) {
            return NOTHING;
        }
        if (inOrder.size() == 1) {
            return inOrder.firstEntry().getValue();
        }
        try {
            return capture.order().isNone() ? joinScanned(inOrder.values()) : joinOpened(inOrder.values());
        } catch (IOException e) {
            // Whoever diagnoses the case reads the capture, and says what is wrong with it.
            return NOTHING;
        }
    }

    private byte[] joinOpened(Collection<byte[]> inOrder) throws IOException {
        Optional<OpenedPieces> open = capture.openToOpen(batch);
        if (open.isEmpty()) {
            return NOTHING;
        }
        try (OpenedPieces opened = open.get()) {
            return opened.join(List.copyOf(inOrder));
        }
    }

    private byte[] joinScanned(Collection<byte[]> inOrder) throws IOException {
        Optional<ScannedPieces> open = capture.open(batch);
        if (open.isEmpty()) {
            return NOTHING;
        }
        try (ScannedPieces scanned = open.get()) {
            Optional<Piece> joined = Optional.empty();
            for (byte[] octets : inOrder) {
                Piece next = PieceForm.read(ByteBuffer.wrap(octets), capture.key(batch), capture.place());
                joined = Optional.of(joined.isPresent() ? scanned.join(joined.get(), next) : next);
            }
            return PieceForm.toOctets(capture.key(batch), joined.orElseThrow());
        }
    }
}
