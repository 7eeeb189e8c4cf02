package io.github.espial.scan;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Pieces as they are sent from process to process. */
public final class PieceOctets {
    private static final int KEY_AT = 8;

    private PieceOctets() {}

    /** The written form of {@code piece}, for {@link ScanOctets#KEY}. */
    public static byte[] of(Piece piece) throws IOException {
        return PieceForm.toOctets(ScanOctets.KEY, piece);
    }

    public static Piece read(byte[] octets) throws IOException {
        return PieceForm.read(ByteBuffer.wrap(octets), ScanOctets.KEY, 0);
    }

    /** A written piece whose checksum is right, whatever {@code body}, all that follows the key, says. */
    public static byte[] ofBody(byte[] body) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        octets.writeBytes(new byte[] {'E', 'S', 'P', 'P', 'A', 'R', 'T', PieceForm.VERSION});
        new FieldWriter(octets).octets(ScanOctets.KEY.toOctets());
        octets.writeBytes(body);
        octets.writeBytes(new byte[Integer.BYTES]);
        return ScanOctets.summed(octets.toByteArray());
    }

    /** All that follows the key. */
    public static byte[] body(byte[] written) throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(written);
        new FieldReader(octets.position(KEY_AT)).octets(written.length);
        return Arrays.copyOfRange(written, octets.position(), written.length - Integer.BYTES);
    }
}
