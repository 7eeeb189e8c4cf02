package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/** A capture in a stream, which can be read only once: the digest is made while reading. */
final class StoredStream implements Stored {
    private static final int CHUNK = 1 << 16;

    private final DigestedStream stored;
    private final boolean isOwned;
    private final Decompression decompression;
    private final StreamedOctets unpacked;
    private final OctetSource octets;
    private Optional<String> sha256 = Optional.empty();

    private StoredStream(
            InputStream stream, boolean isOwned, OptionalLong total, DecompressionLimit limit, ReadProgress progress)
            throws IOException {
        this.stored = new DigestedStream(stream);
        this.isOwned = isOwned;
        this.decompression = Decompression.of(stored, stored::octets, limit);
        this.unpacked = new StreamedOctets(decompression.octets());
        this.octets = new MeteredOctets(unpacked, stored::octets, total, progress);
    }

    /** Reads a stream that the caller closes. */
    static Stored borrowed(CaptureSource.OfStream source, ReadProgress progress) throws IOException {
        return new StoredStream(source.octets(), false, OptionalLong.empty(), source.limit(), progress);
    }

    /** Reads {@code stream}, and closes it. */
    static Stored owned(InputStream stream, DecompressionLimit limit, ReadProgress progress) throws IOException {
        return owned(stream, OptionalLong.empty(), limit, progress);
    }

    /** Reads the member of an archive as it would be when unpacked. */
    static Stored member(CaptureSource.OfMember source, ReadProgress progress) throws IOException {
        MemberStream member = MemberStream.open(source.archive(), source.member());
        InputStream limited = new LimitedStream(member, member::packedRead, source.limit());
        return owned(limited, OptionalLong.of(source.member().size()), source.limit(), progress);
    }

    private static Stored owned(InputStream stream, OptionalLong total, DecompressionLimit limit, ReadProgress progress)
            throws IOException {
        try {
            return new StoredStream(stream, true, total, limit, progress);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public Compression compression() {
        return decompression.compression();
    }

    @Override
    public OctetSource octets() {
        return octets;
    }

    @Override
    public boolean hasRanges() {
        return false;
    }

    @Override
    public OctetSource range(long start, long end) throws IOException {
        return unpacked.range(start, end);
    }

    @Override
    public long length() throws IOException {
        return unpacked.length();
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

    /** What a stream holds is all there is. */
    @Override
    public long appended() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        try {
            decompression.close();
            unpacked.close();
        } finally {
            if (isOwned) {
                stored.close();
            }
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
