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
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The scans of the large captures of a case, which were made in pieces, and what was opened of them in the same way. Where UDP
 * end points turn out to carry ESP, these captures are wanted once more with the end points known, and where there are keys,
 * to be opened. The case cannot be diagnosed before: it is left as it is.
 */
final class PieceScans implements KeptScans {
    private final ClusterBatch batch;
    /** Octets of an order in words, above which the case is opened where it is judged: IKE may have said much. */
    private static final int LONGEST_ORDER = 8 << 20;

    /** By place in the case, end points that were known, and what was to be opened. */
    private final Map<Key, Scanned> scans = new HashMap<>();

    private Optional<String> wanted = Optional.empty();
    private Optional<String> order = Optional.empty();

    PieceScans(ClusterBatch batch) {
        this.batch = batch;
    }

    private record Key(int place, String known, String order) {}

    /** A capture, and all of it as one piece. */
    private record Scanned(LargeCapture capture, ByteBuffer whole) {}

    /** Ends the diagnosis of a case for now. */
    private static final class WantedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        WantedException() {
            super("to be read again, in pieces", null, false, false);
        }
    }

    /** @param whole all of the capture as one piece, as {@link PieceForm} writes it; empty where it was not scanned */
    void add(LargeCapture capture, byte[] whole) {
        scans.put(
                new Key(capture.place(), capture.known(), capture.order().words()),
                new Scanned(capture, ByteBuffer.wrap(whole)));
    }

    /** What is to be opened, in words. */
    Optional<String> order() {
        return order;
    }

    private Optional<Scanned> scanned(int place, String known, String words) {
        return Optional.ofNullable(scans.get(new Key(place, known, words)));
    }

    /** End points that are to be known, in words. */
    Optional<String> wanted() {
        return wanted;
    }

    @Override
    public Optional<CaptureScan> find(CaptureSource source, int place, TimeWindow window, UdpPairs known) {
        if (!window.isEverything() || scanned(place, LargeCapture.NONE, "").isEmpty()) {
            return Optional.empty();
        }
        String words = LargeCapture.inWords(known);
        Optional<Scanned> scanned = scanned(place, words, "");
        if (scanned.isEmpty()) {
            wanted = Optional.of(words);
            throw new WantedException();
        }
        return scanned.get().whole().hasRemaining() ? read(source, scanned.get()) : Optional.empty();
    }

    @Override
    public Optional<ByteBuffer> opened(int place, Supplier<byte[]> toBeOpened) {
        boolean isInPieces = scanned(place, LargeCapture.NONE, "")
                .filter(one -> one.whole().hasRemaining())
                .isPresent();
        if (!isInPieces) {
            return Optional.empty();
        }
        String words = Base64.getEncoder().encodeToString(toBeOpened.get());
        if (words.length() > LONGEST_ORDER) {
            return Optional.empty();
        }
        Optional<Scanned> opened = scanned(place, LargeCapture.NONE, words);
        if (opened.isEmpty()) {
            order = Optional.of(words);
            throw new WantedException();
        }
        // Whoever judges the case opens what others could not.
        return opened.map(one -> one.whole().duplicate()).filter(ByteBuffer::hasRemaining);
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
