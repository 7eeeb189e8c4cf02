package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.observe.tally.Observations;
import io.github.espial.read.ReadPiece;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How a {@link Piece} stands in a file or a message, so that one process scans it and another puts it together with others.
 *
 * <p>In an {@link Envelope} with the magic "ESPPART" stand the {@link ScanKey} of its capture, its length first; what a
 * reader tells, see {@link ReadPiece#write}; then its facts, as in a {@link ScanFile}.
 */
public final class PieceForm {
    /** Goes up when anything is written that was not before, or is no longer. */
    static final int VERSION = 2;

    private static final Envelope ENVELOPE = new Envelope("ESPPART", VERSION, "piece");

    private PieceForm() {}

    /**
     * Writes a piece.
     *
     * @param key of the capture that it is of, and of how it was scanned
     */
    public static byte[] toOctets(ScanKey key, Piece piece) throws IOException {
        return ENVELOPE.toOctets(out -> {
            FieldWriter to = new FieldWriter(out);
            to.octets(key.toOctets());
            piece.read().write(to);
            piece.observations().write(piece.place(), to);
        });
    }

    /**
     * Reads what {@link #toOctets} wrote, for its capture to be in this place of a case.
     *
     * @throws IOException where that is no piece, one of another version or key, damaged, or had to leave something out and was
     *     made for another place; the message is one line
     */
    public static Piece read(ByteBuffer octets, ScanKey key, int place) throws IOException {
        FieldReader from = new FieldReader(ENVELOPE.fields(octets));
        if (!Arrays.equals(from.octets(ScanFile.LONGEST_KEY), key.toOctets())) {
            throw new IOException("a piece of another capture, or scanned in another way");
        }
        ReadPiece read = ReadPiece.read(from);
        Observations observations = Observations.read(from, place);
        from.end();
        from.hold(observations.framesOf(place) == read.ledger().numbers(), "facts of other frames");
        return new Piece(place, read, observations);
    }
}
