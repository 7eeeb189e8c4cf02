package io.github.espial.correlate;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.Sha256;
import io.github.espial.observe.table.Placement;
import io.github.espial.read.ReadPiece;
import io.github.espial.scan.Envelope;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A piece of a capture, and what was opened of it.
 *
 * <p>It stands in an {@link Envelope}: the {@link #key}, what a reader tells, see {@link ReadPiece#write}, and what was
 * opened.
 *
 * @param read where it begins and ends, and what was counted
 * @param inner what was opened, with frames that count within the piece
 */
record OpenedPiece(ReadPiece read, InnerPiece inner) {
    /** Goes up when anything is written that was not before, or is no longer. */
    static final int VERSION = 1;

    private static final Envelope ENVELOPE = new Envelope("ESPOPEN", VERSION, "piece that was opened");
    private static final int KEY_OCTETS = 32;

    /** What tells pieces of one capture, opened by one order, from all others. */
    static byte[] key(OpeningOrder order, long captureOctets) {
        byte[] wanted = order.toOctets();
        return Sha256.create()
                .digest(ByteBuffer.allocate(wanted.length + Long.BYTES)
                        .put(wanted)
                        .putLong(captureOctets)
                        .array());
    }

    /** Whether it is all of the capture. */
    boolean isWhole() {
        return read.span().from() == 0 && read.isOver();
    }

    /** This piece, which takes in {@code next}, the one behind, which fits or was read after this one. */
    OpenedPiece with(OpenedPiece next) {
        long before = read.ledger().numbers();
        inner.merge(next.inner, Placement.behind(capture -> before));
        return new OpenedPiece(read.with(next.read), inner);
    }

    byte[] toOctets(byte[] key) throws IOException {
        return ENVELOPE.toOctets(out -> {
            FieldWriter to = new FieldWriter(out);
            to.octets(key);
            read.write(to);
            inner.write(to);
        });
    }

    /**
     * Reads what {@link #toOctets} wrote, from octets that may hold anything.
     *
     * @param key that it is to have
     * @param fresh takes what was opened
     * @throws IOException where that is none, of another version or key, or damaged; the message is one line
     */
    static OpenedPiece read(ByteBuffer octets, byte[] key, InnerPiece fresh) throws IOException {
        FieldReader from = new FieldReader(ENVELOPE.fields(octets));
        if (!Arrays.equals(from.octets(KEY_OCTETS), key)) {
            throw new IOException("opened of another capture, or by another order");
        }
        ReadPiece read = ReadPiece.read(from);
        fresh.read(from, read.ledger().numbers());
        from.end();
        return new OpenedPiece(read, fresh);
    }
}
