package io.github.espial.spark;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.scan.CaptureScan;
import io.github.espial.scan.KeptScans;
import io.github.espial.scan.PieceForm;
import io.github.espial.scan.ScannedPieces;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The scans of the large captures of a case, which were made in pieces. Where UDP end points turn out to carry ESP, these
 * captures are wanted once more with the end points known, and the case cannot be diagnosed before: it is left as it is.
 */
final class PieceScans implements KeptScans {
    private final ClusterBatch batch;
    /** By place in the case and end points that were known. */
    private final Map<Key, Scanned> scans = new HashMap<>();

    private Optional<String> wanted = Optional.empty();

    PieceScans(ClusterBatch batch) {
        this.batch = batch;
    }

    private record Key(int place, String known) {}

    /** A capture, and all of it as one piece. */
    private record Scanned(LargeCapture capture, ByteBuffer whole) {}

    /** Ends the diagnosis of a case for now. */
    private static final class WantedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WantedException() {
            super("to be scanned again with UDP end points known", null, false, false);
        }
    }

    /** @param whole all of the capture as one piece, as {@link PieceForm} writes it; empty where it was not scanned */
    void add(LargeCapture capture, byte[] whole) {
        scans.put(new Key(capture.place(), capture.known()), new Scanned(capture, ByteBuffer.wrap(whole)));
    }

    /** End points that are to be known, in words. */
    Optional<String> wanted() {
        return wanted;
    }

    @Override
    public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
        if (!window.isEverything() || !scans.containsKey(new Key(place, LargeCapture.NONE))) {
            return Optional.empty();
        }
        String words = LargeCapture.inWords(known);
        Optional<Scanned> scanned = Optional.ofNullable(scans.get(new Key(place, words)));
        if (scanned.isEmpty()) {
            wanted = Optional.of(words);
            throw new WantedException();
        }
        return scanned.get().whole().hasRemaining() ? read(source, scanned.get()) : Optional.empty();
    }

    private Optional<CaptureScan> read(CaptureSource source, Scanned scanned) {
        LargeCapture capture = scanned.capture();
        try {
            Optional<ScannedPieces> open = LargeCapture.open(source, capture.place(), capture.known());
            if (open.isEmpty()) {
                return Optional.empty();
            }
            try (ScannedPieces pieces = open.get()) {
                return Optional.of(
                        pieces.scan(PieceForm.read(scanned.whole().duplicate(), capture.key(batch), capture.place())));
            }
        } catch (IOException e) {
            // Whoever diagnoses the case reads the capture, and says what is wrong with it.
            return Optional.empty();
        }
    }

    @Override
    public void keep(CaptureSource source, TimeWindow window, UdpPairs known, CaptureScan scan) {
        // The next run of this case is one that found it changed.
    }
}
