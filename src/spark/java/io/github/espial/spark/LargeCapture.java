package io.github.espial.spark;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.capture.CaptureException;
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
 * @param ofCase index of its case
 * @param place in the case, from 0
 * @param path of the file, as it travels
 * @param name as the user knows it
 * @param size octets
 * @param known UDP end points that carry ESP, as {@link UdpPairs} are written, in base 64
 */
record LargeCapture(int ofCase, int place, String path, String name, long size, String known) implements Serializable {
    /** No end points. */
    static final String NONE = inWords(new UdpPairs());

    /** The same to be scanned again with these end points known. */
    LargeCapture knowing(String pairs) {
        return new LargeCapture(ofCase, place, path, name, size, pairs);
    }

    /** What its pieces are to have, each about so many octets. */
    List<PieceSpan> spans(long octets) {
        return new Division(1, 1, Math.min(Division.FIRST, octets), octets).spans(size);
    }

    /** Opens it; empty where it is not any more what it was. */
    Optional<ScannedPieces> open(ClusterBatch batch) throws IOException {
        CaptureSource source = new CaptureSource.OfFile(
                batch.path(path), name, batch.options().limits().decompressed());
        return source.size().orElse(-1) == size ? open(source, place, known) : Optional.empty();
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
