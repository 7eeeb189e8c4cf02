package io.github.espial.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** What a decompressor reads: remembers why it could not read on, which no decompressor tells. Its owner closes it. */
final class CompressedInput extends FilterInputStream {
    private boolean isAtEnd;
    private Optional<IOException> failure = Optional.empty();

    CompressedInput(InputStream compressed) {
        super(compressed);
    }

    /** Whether more was asked for than there is. */
    boolean isAtEnd() {
        return isAtEnd;
    }

    /** Why reading failed, if it did. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        try {
            int octets = super.read(into, start, length);
            isAtEnd |= octets < 0;
            return octets;
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
    }

    /** By reading, so that the end is noticed. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.min(1 << 16, Math.max(1, count))];
        return count <= 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // What lies beneath may be standard input.
    }
}
