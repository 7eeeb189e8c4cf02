package io.github.espial.spark;

import io.github.espial.correlate.OpenedPieces;
import io.github.espial.scan.PieceForm;
import io.github.espial.scan.ScannedPieces;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.api.java.function.PairFunction;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/** Scans or opens a piece of a capture, and writes what was seen. Where that cannot be done it writes nothing. */
final class ScanPiece implements PairFunction<PieceWork, String, Tuple2<Integer, byte[]>> {
    private static final long serialVersionUID = 1;

    private final Broadcast<ClusterBatch> batch;
    private final Broadcast<LargeCapture[]> captures;

    ScanPiece(Broadcast<ClusterBatch> batch, Broadcast<LargeCapture[]> captures) {
        this.batch = batch;
        this.captures = captures;
    }

    @Override
    public Tuple2<String, Tuple2<Integer, byte[]>> call(PieceWork work) {
        return new Tuple2<>(work.group(), new Tuple2<>(work.piece(), scanned(work)));
    }

    private byte[] scanned(PieceWork work) {
        LargeCapture capture = captures.value()[work.capture()];
        if (Attempt.isHopeless()) {
            return JoinPieces.NOTHING;
        }
        try {
            return capture.order().isNone() ? scanned(capture, work) : opened(capture, work);
        } catch (IOException e) {
            // Whoever diagnoses the case reads the capture, and says what is wrong with it.
            return JoinPieces.NOTHING;
        }
    }

    private byte[] scanned(LargeCapture capture, PieceWork work) throws IOException {
        Optional<ScannedPieces> open = capture.open(batch.value());
        if (open.isEmpty()) {
            return JoinPieces.NOTHING;
        }
        try (ScannedPieces pieces = open.get()) {
            return PieceForm.toOctets(capture.key(batch.value()), pieces.scan(work.span()));
        }
    }

    private byte[] opened(LargeCapture capture, PieceWork work) throws IOException {
        Optional<OpenedPieces> open = capture.openToOpen(batch.value());
        if (open.isEmpty()) {
            return JoinPieces.NOTHING;
        }
        try (OpenedPieces pieces = open.get()) {
            return pieces.open(work.span());
        }
    }
}
