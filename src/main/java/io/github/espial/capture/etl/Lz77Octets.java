package io.github.espial.capture.etl;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.OctetWindow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decompresses plain LZ77 ([MS-XCA] §2.4) octet by octet as they are asked for, so that memory stays small whatever a
 * stream claims to expand to.
 *
 * <pre>
 * 32 flags, from the top bit on: 0 an octet as it is, 1 a match
 * match, 16 bits: length - 3 in the low 3 bits, distance - 1 above
 *   length 7: 4 bits more, two matches share an octet, the earlier one has the low bits
 *     15: 8 bits more;  255: 16 bits that replace all the former;  0: 32 bits that do
 * </pre>
 */
final class Lz77Octets implements OctetSource {
    private static final int HISTORY = 1 << 13;
    private static final int INPUT = 1 << 13;

    private static final int SHORTEST_MATCH = 3;
    private static final int LENGTH_BITS = 3;
    private static final int LENGTH_MAX = 7;
    private static final int NIBBLE_BITS = 4;
    private static final int NIBBLE_MAX = 15;
    private static final int OCTET_MAX = 255;

    private final OctetWindow compressed;
    private final byte[] history = new byte[HISTORY];

    /** Octets to yield yet. */
    private long left;

    private long yielded;
    private int flags;
    private int flagsLeft;
    private boolean hasNibble;
    private int nibble;
    private long matchLeft;
    private int distance;

    /** Decompresses {@code stored} to at most {@code length} octets; fewer when the stream is cut off or malformed. */
    Lz77Octets(OctetSource stored, long length) {
        this.compressed = new OctetWindow(stored, 0, INPUT, INPUT);
        this.left = length;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int start = into.position();
        while (into.hasRemaining() && (matchLeft > 0 || nextToken(into))) {
            while (matchLeft > 0 && into.hasRemaining()) {
                emit(history[(int) (yielded - distance) & (HISTORY - 1)], into);
                matchLeft--;
            }
        }
        return into.position() - start;
    }

    @Override
    public long skip(long octets) throws IOException {
        ByteBuffer passed = allocate((int) Math.min(HISTORY, Math.max(1, octets)));
        long skipped = 0;
        while (skipped < octets) {
            passed.clear().limit((int) Math.min(passed.capacity(), octets - skipped));
            int read = read(passed);
            if (read == 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity);
    }

    /** Yields an octet or begins a match; false at the end, of which a malformed match is one. */
    private boolean nextToken(ByteBuffer into) throws IOException {
        if (left == 0) {
            return false;
        }
        if (flagsLeft == 0) {
            if (!compressed.require(Integer.BYTES)) {
                return end();
            }
            flags = fields().getInt(compressed.position());
            compressed.advance(Integer.BYTES);
            flagsLeft = Integer.SIZE;
        }
        boolean isMatch = flags < 0;
        flags <<= 1;
        flagsLeft--;
        if (isMatch) {
            return beginMatch();
        }
        if (!compressed.require(1)) {
            return end();
        }
        emit((byte) octet(), into);
        return true;
    }

    private boolean beginMatch() throws IOException {
        if (!compressed.require(Short.BYTES)) {
            return end();
        }
        int token = Short.toUnsignedInt(fields().getShort(compressed.position()));
        compressed.advance(Short.BYTES);
        distance = (token >>> LENGTH_BITS) + 1;
        long length = token & LENGTH_MAX;
        if (length == LENGTH_MAX) {
            length = longLength();
        }
        if (length < 0 || distance > yielded) {
            return end();
        }
        matchLeft = Math.min(length + SHORTEST_MATCH, left);
        return true;
    }

    /** The length less 3 of a match that 3 bits are too few for; negative when it is cut off or malformed. */
    private long longLength() throws IOException {
        if (!hasNibble && !compressed.require(1)) {
            return -1;
        }
        int bits;
        if (hasNibble) {
            bits = nibble;
        } else {
            int octet = octet();
            bits = octet & NIBBLE_MAX;
            nibble = octet >>> NIBBLE_BITS;
        }
        hasNibble = !hasNibble;
        if (bits < NIBBLE_MAX) {
            return (long) LENGTH_MAX + bits;
        }
        if (!compressed.require(1)) {
            return -1;
        }
        int octet = octet();
        return octet < OCTET_MAX ? (long) LENGTH_MAX + NIBBLE_MAX + octet : wholeLength();
    }

    private long wholeLength() throws IOException {
        if (!compressed.require(Short.BYTES)) {
            return -1;
        }
        long length = Short.toUnsignedLong(fields().getShort(compressed.position()));
        compressed.advance(Short.BYTES);
        if (length == 0) {
            if (!compressed.require(Integer.BYTES)) {
                return -1;
            }
            length = Integer.toUnsignedLong(fields().getInt(compressed.position()));
            compressed.advance(Integer.BYTES);
        }
        return length < LENGTH_MAX + NIBBLE_MAX ? -1 : length;
    }

    private int octet() {
        int octet = Byte.toUnsignedInt(compressed.buffer().get(compressed.position()));
        compressed.advance(1);
        return octet;
    }

    private ByteBuffer fields() {
        return compressed.buffer(ByteOrder.LITTLE_ENDIAN);
    }

    private void emit(byte octet, ByteBuffer into) {
        into.put(octet);
        history[(int) yielded & (HISTORY - 1)] = octet;
        yielded++;
        left--;
    }

    private boolean end() {
        left = 0;
        return false;
    }
}
