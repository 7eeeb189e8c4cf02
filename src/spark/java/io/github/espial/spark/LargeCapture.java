package io.github.espial.spark;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureException;
import io.github.espial.correlate.KeysAndPolicies;
import io.github.espial.correlate.OpenedPieces;
import io.github.espial.correlate.OpeningOrder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.read.Division;
import io.github.espial.read.PieceSpan;
import io.github.espial.scan.ScanKey;
import io.github.espial.scan.ScannedPieces;
import io.github.espial.scan.TimeWindow;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A capture that is scanned in pieces.
 *
 * @param of the case that it belongs to
 * @param place in the case, from 0
 * @param path of the file, as it travels
 * @param name as the user knows it
 * @param size octets
 * @param known UDP end points that carry ESP, as {@link UdpPairs} are written, in base 64
 * @param order what is to be opened of it, where it is looked at for the second time
 */
record LargeCapture(ListedCase of, int place, String path, String name, long size, String known, Order order)
        implements Serializable {
    /** No end points. */
    static final String NONE = inWords(new UdpPairs());

    /**
     * What is to be opened.
     *
     * @param words an {@link OpeningOrder} as it is written, in base 64; empty where nothing is
     * @param stamp what the files of the case were like when the keys in them were read
     */
    record Order(String words, String stamp) implements Serializable {
        static final Order NONE = new Order("", "");

        boolean isNone() {
            return words.isEmpty();
        }
    }

    /** Index of the case that it belongs to. */
    int ofCase() {
        return of.index();
    }

    /** The same to be scanned again with these end points known. */
    LargeCapture knowing(String pairs) {
        return new LargeCapture(of, place, path, name, size, pairs, Order.NONE);
    }

    /** The same to be opened. */
    LargeCapture opened(Order wanted) {
        return new LargeCapture(of, place, path, name, size, NONE, wanted);
    }

    /** What its pieces are to have, each about so many octets. */
    List<PieceSpan> spans(long octets) {
        return new Division(1, 1, Math.min(Division.FIRST, octets), octets).spans(size);
    }

    /** Opens it to be scanned; empty where it is not any more what it was. */
    Optional<ScannedPieces> open(ClusterBatch batch) throws IOException {
        CaptureSource source = source(batch);
        return source.size().orElse(-1) == size ? open(source, place, known) : Optional.empty();
    }

    /** Opens it for what its order wants, with the keys of its case; empty where either is not any more what it was. */
    Optional<OpenedPieces> openToOpen(ClusterBatch batch) throws IOException {
        CaptureSource source = source(batch);
        Optional<KeysAndPolicies> keys = batch.keys(of, order.stamp());
        if (source.size().orElse(-1) != size || keys.isEmpty()) {
            return Optional.empty();
        }
        OpeningOrder wanted =
                OpeningOrder.read(ByteBuffer.wrap(Base64.getDecoder().decode(order.words())));
        return OpenedPieces.open(source, place, wanted, keys.get());
    }

    private CaptureSource source(ClusterBatch batch) throws IOException {
        return new CaptureSource.OfFile(
                batch.path(path), name, batch.options().limits().decompressed());
    }

    /**
     * Opens a capture to be scanned in pieces.
     *
     * @param pairs that carry ESP, in words
     */
    static Optional<ScannedPieces> open(CaptureSource source, int place, String pairs) throws CaptureException {
        return ScannedPieces.open(source, place, pairs(pairs), TimeWindow.EVERYTHING);
    }

    /** What a scan of it depends on. */
    ScanKey key(ClusterBatch batch) throws IOException {
        return new ScanKey(
                path + " " + size,
                batch.options().toolVersion(),
                TimeWindow.EVERYTHING,
                pairs(known),
                DecompressionLimit.USUAL);
    }

    static String inWords(UdpPairs pairs) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try {
            pairs.write(new FieldWriter(octets));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return Base64.getEncoder().encodeToString(octets.toByteArray());
    }

    static UdpPairs pairs(String words) {
        UdpPairs pairs = new UdpPairs();
        try {
            pairs.read(new FieldReader(ByteBuffer.wrap(Base64.getDecoder().decode(words))));
        } catch (IOException e) {
            throw new UncheckedIOException("end points that were written as such", e);
        }
        return pairs;
    }
}
