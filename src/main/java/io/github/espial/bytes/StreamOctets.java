package io.github.espial.bytes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** The octets of a stream: a pipe, or what a decompressor yields. */
public final class StreamOctets implements OctetSource {
    private final InputStream stream;

    /** Reads {@code stream} from where it stands. */
    public StreamOctets(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int octets = stream.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
        if (octets <= 0) {
            return 0;
        }
        into.position(into.position() + octets);
        return octets;
    }

    @Override
    public long skip(long octets) throws IOException {
        long left = octets;
        while (left > 0) {
            long skipped = stream.skip(left);
            if (skipped == 0) {
                // A stream may skip nothing without being at its end: only a read can tell.
                if (stream.read() < 0) {
                    break;
                }
                skipped = 1;
            }
            left -= skipped;
        }
        return octets - left;
    }

    /** Heap memory: a stream writes to arrays. */
    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity);
    }
}
