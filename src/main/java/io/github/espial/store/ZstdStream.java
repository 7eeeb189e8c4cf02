package io.github.espial.store;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Decompresses Zstandard frames, one after the other; skippable ones are passed over (RFC 8878).
 *
 * <p>Not by the library's own stream, which takes a cut within a later frame for the end, if the beginning of that frame
 * came by the same read as the end of the frame before.
 */
final class ZstdStream extends InputStream {
    private static final int INPUT = 1 << 16;
    private static final int OUTPUT = 1 << 10;

    private final InputStream compressed;
    private final byte[] input = new byte[INPUT];
    private final ByteBuffer from = ByteBuffer.allocateDirect(INPUT).limit(0);
    private final ByteBuffer to = ByteBuffer.allocateDirect(OUTPUT);
    private final ZstdDecompressCtx context = new ZstdDecompressCtx();
    private boolean isBetweenFrames = true;

    /** Reads {@code compressed}, which the caller closes. */
    ZstdStream(InputStream compressed) {
        this.compressed = compressed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        to.clear().limit(Math.min(length, OUTPUT));
        while (true) {
            // First without more input: some output may not have fitted the last time.
            decompress();
            int octets = to.position();
            if (octets > 0) {
                to.get(0, into, start, octets);
                return octets;
            }
            if (!from.hasRemaining() && !fill()) {
                if (isBetweenFrames) {
                    return -1;
                }
                throw new EOFException();
            }
        }
    }

    private void decompress() {
        int before = from.position();
        boolean isFrameEnd = context.decompressDirectByteBufferStream(to, from);
        if (from.position() > before || to.position() > 0) {
            isBetweenFrames = isFrameEnd;
        }
    }

    private boolean fill() throws IOException {
        int octets = compressed.read(input, 0, INPUT);
        from.clear().limit(Math.max(0, octets));
        from.put(0, input, 0, Math.max(0, octets));
        return octets > 0;
    }

    @Override
    public void close() {
        context.close();
    }
}
