package io.github.espial.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * What stands about the fields of a written scan: what it is and of which version before them, a checksum behind.
 *
 * <pre>
 * 0   the magic
 * 7   version of the form, 1 octet
 * 8   the fields
 * -4  CRC-32C (RFC 3720 §12.1) of all octets before it, big-endian
 * </pre>
 *
 * @param magic seven letters
 * @param version goes up when anything is written that was not before, or is no longer
 * @param what a noun for it, for messages
 */
public record Envelope(String magic, int version, String what) {
    private static final int MAGIC_LENGTH = 7;
    private static final int LEAST_OCTETS = MAGIC_LENGTH + 1 + Integer.BYTES;

    public Envelope {
        if (magic.length() != MAGIC_LENGTH) {
            throw new IllegalArgumentException("no magic: " + magic);
        }
    }

    /** Writes the fields. */
    public interface Fields {
        void write(OutputStream out) throws IOException;
    }

    /** Whether {@code start}, the beginning of a file, is that of one. */
    boolean begins(byte[] start) {
        return start.length >= MAGIC_LENGTH
                && magic.equals(new String(start, 0, MAGIC_LENGTH, StandardCharsets.US_ASCII));
    }

    public void write(OutputStream out, Fields fields) throws IOException {
        CRC32C sum = new CRC32C();
        OutputStream summed = new CheckedOutputStream(out, sum);
        summed.write(magic.getBytes(StandardCharsets.US_ASCII));
        summed.write(version);
        fields.write(summed);
        out.write(
                ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }

    public byte[] toOctets(Fields fields) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        write(octets, fields);
        return octets.toByteArray();
    }

    /**
     * The fields in {@code octets}, which may hold anything.
     *
     * @throws IOException where they are none of these, of another version, or damaged
     */
    public ByteBuffer fields(ByteBuffer octets) throws IOException {
        int start = octets.position();
        if (octets.remaining() < LEAST_OCTETS
                || !octets.slice(start, MAGIC_LENGTH)
                        .equals(ByteBuffer.wrap(magic.getBytes(StandardCharsets.US_ASCII)))) {
            throw new IOException("no " + what + " of a capture");
        }
        int found = Byte.toUnsignedInt(octets.get(start + MAGIC_LENGTH));
        if (found != version) {
            throw new IOException(
                    "a " + what + " of version " + found + ", expected " + version + ": another Espial made it");
        }
        int end = octets.limit() - Integer.BYTES;
        CRC32C sum = new CRC32C();
        sum.update(octets.duplicate().limit(end));
        if ((int) sum.getValue() != octets.getInt(end)) {
            throw new IOException("damaged or cut off: its checksum is another");
        }
        return octets.duplicate().limit(end).position(start + MAGIC_LENGTH + 1);
    }
}
