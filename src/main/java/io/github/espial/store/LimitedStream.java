package io.github.espial.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompressed octets up to a limit, beyond which there is an exception whose message is fit for a report. */
final class LimitedStream extends FilterInputStream {
    private final Meter stored;
    private final DecompressionLimit limit;
    private long octets;

    /** Tells by {@code stored} how many compressed octets were read. */
    LimitedStream(InputStream decompressed, Meter stored, DecompressionLimit limit) {
        super(decompressed);
        this.stored = stored;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        long left = limit.allowed(stored.octets()) - octets;
        if (left <= 0) {
            // A capture may end at the limit.
            if (super.read() < 0) {
                return -1;
            }
            throw new IOException(limit.reason());
        }
        int read = super.read(into, start, (int) Math.min(length, left));
        octets += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 16, Math.max(1, count))];
        return count <= 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
