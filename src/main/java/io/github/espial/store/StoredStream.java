package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.StreamOctets;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** A capture in a stream, which can be read only once: the digest is made while reading. */
final class StoredStream implements Stored {
    private static final int CHUNK = 1 << 16;

    private final DigestedStream stored;
    private final boolean isOwned;
    private final Compression compression;
    private final OctetSource octets;
    private Optional<String> sha256 = Optional.empty();

    private StoredStream(InputStream stream, boolean isOwned, ReadProgress progress) throws IOException {
        this.stored = new DigestedStream(stream);
        this.isOwned = isOwned;
        PushbackInputStream start = new PushbackInputStream(stored, Gunzip.MAGIC_LENGTH);
        byte[] magic = start.readNBytes(Gunzip.MAGIC_LENGTH);
        start.unread(magic);
        boolean isGzip = Gunzip.isMagic(magic);
        this.compression = isGzip ? Compression.GZIP : Compression.NONE;
        OctetSource unzipped = new StreamOctets(isGzip ? new Gunzip(start) : start);
        this.octets = new MeteredOctets(unzipped, stored::octets, OptionalLong.empty(), progress);
    }

    /** Reads {@code stream}, which the caller closes. */
    static Stored borrowed(InputStream stream, ReadProgress progress) throws IOException {
        return new StoredStream(stream, false, progress);
    }

    /** Reads {@code stream}, and closes it. */
    static Stored owned(InputStream stream, ReadProgress progress) throws IOException {
        try {
            return new StoredStream(stream, true, progress);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public Compression compression() {
        return compression;
    }

    @Override
    public OctetSource octets() {
        return octets;
    }

    @Override
    public OctetSource range(long start, long end) throws IOException {
        throw new IOException("its format needs random access: read it from a file");
    }

    @Override
    public void finish() throws IOException {
        byte[] rest = new byte[CHUNK];
        while (stored.read(rest, 0, CHUNK) >= 0) {
            // Reading is all there is to do: it feeds the digest, and lets the writer of a pipe come to its end.
        }
        sha256 = Optional.of(stored.sha256());
    }

    @Override
    public long bytes() {
        return stored.octets();
    }

    @Override
    public Optional<String> sha256() {
        return sha256;
    }

    @Override
    public void close() throws IOException {
        if (isOwned) {
            stored.close();
        }
    }

    /** Counts and digests what is read. */
    private static final class DigestedStream extends FilterInputStream {
        private final MessageDigest digest = Sha256.create();
        private long octets;

        DigestedStream(InputStream stream) {
            super(stream);
        }

        long octets() {
            return octets;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int read = super.read(into, start, length);
            if (read > 0) {
                digest.update(into, start, read);
                octets += read;
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            byte[] passed = new byte[(int) Math.min(CHUNK, Math.max(1, count))];
            return count <= 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
        }

        /** Never 0: a pipe that has nothing at the moment is not at its end, as a reader of gzip members would think. */
        @Override
        public int available() {
            return 1;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
