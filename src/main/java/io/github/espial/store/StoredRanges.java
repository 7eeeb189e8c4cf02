package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.PositionedOctets;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A capture in a regular file, or in octets that can be read anywhere as those of a file can. What is appended after it was opened is not read; the digest is made beside the reading,
 * but not of files so large that it would take longer than all else.
 */
final class StoredRanges implements Stored {
    /** Octets of a file that is digested, at the most: 256 MiB, about a fifth of a second. */
    static final long DIGESTED = 1L << 28;

    private final PositionedOctets stored;
    private final Closeable owned;
    private final long size;
    private final Optional<Unpacked> unpacked;
    private final OctetSource octets;
    private final Optional<StoredDigest> digest;
    private Optional<String> sha256 = Optional.empty();
    private long appended;

    /** What a compressed file is read through. */
    private record Unpacked(Decompression decompression, StreamedOctets octets) {}

    private StoredRanges(PositionedOctets stored, Closeable owned, DecompressionLimit limit, ReadProgress progress)
            throws IOException {
        this.stored = stored;
        this.owned = owned;
        this.size = stored.size();
        OptionalLong total = OptionalLong.of(size);
        if (Compression.of(start()) == Compression.NONE) {
            FileRange plain = new FileRange(stored, 0, size);
            this.unpacked = Optional.empty();
            this.octets = new MeteredOctets(plain, plain::position, total, progress);
        } else {
            RangeStream compressed = new RangeStream(stored, 0, size);
            Decompression decompression = Decompression.of(compressed, compressed::position, limit);
            StreamedOctets streamed = new StreamedOctets(decompression.octets());
            this.unpacked = Optional.of(new Unpacked(decompression, streamed));
            this.octets = new MeteredOctets(streamed, compressed::position, total, progress);
        }
        this.digest = size <= DIGESTED ? Optional.of(new StoredDigest(stored, size)) : Optional.empty();
    }

    /** Opens the file; anything but a regular file, such as a named pipe, is opened as a stream. */
    static Stored file(CaptureSource.OfFile file, ReadProgress progress) throws IOException {
        Path path = file.path();
        if (Files.isDirectory(path)) {
            throw new FileSystemException(file.name(), null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return StoredStream.owned(Files.newInputStream(path), file.limit(), progress);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new StoredRanges(PositionedOctets.of(channel), channel, file.limit(), progress);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Reads octets that the caller closes, if that is needed. */
    static Stored borrowed(CaptureSource.OfRanges source, ReadProgress progress) throws IOException {
        return new StoredRanges(source.octets(), () -> {}, source.limit(), progress);
    }

    /** Makes the digest beside the reading. */
    StoredRanges digesting() {
        digest.ifPresent(StoredDigest::start);
        return this;
    }

    private byte[] start() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Compression.MAGIC_LENGTH);
        while (start.hasRemaining() && stored.read(start.position(), start) > 0) {
            // One reading need not bring all.
        }
        return Arrays.copyOf(start.array(), start.position());
    }

    @Override
    public Compression compression() {
        return unpacked.map(way -> way.decompression.compression()).orElse(Compression.NONE);
    }

    @Override
    public OctetSource octets() {
        return octets;
    }

    @Override
    public boolean hasRanges() {
        return unpacked.isEmpty();
    }

    @Override
    public OctetSource range(long start, long end) throws IOException {
        return unpacked.isPresent()
                ? unpacked.get().octets.range(start, end)
                : new FileRange(stored, Math.min(start, size), Math.min(end, size));
    }

    @Override
    public long length() throws IOException {
        return unpacked.isPresent() ? unpacked.get().octets.length() : size;
    }

    @Override
    public void finish() throws IOException {
        appended = Math.max(0, stored.size() - size);
        if (digest.isPresent()) {
            sha256 = digest.get().await();
        }
    }

    @Override
    public long bytes() {
        return size;
    }

    @Override
    public Optional<String> sha256() {
        return sha256;
    }

    @Override
    public long appended() {
        return appended;
    }

    @Override
    public void close() throws IOException {
        digest.ifPresent(StoredDigest::cancel);
        try (owned) {
            if (unpacked.isPresent()) {
                unpacked.get().decompression.close();
                unpacked.get().octets.close();
            }
        }
    }
}
