package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
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
 * A capture in a regular file. What is appended after it was opened is not read; the digest is made beside the reading,
 * but not of files so large that it would take longer than all else.
 */
final class StoredFile implements Stored {
    /** Octets of a file that is digested, at the most: 256 MiB, about a fifth of a second. */
    static final long DIGESTED = 1L << 28;

    private final FileChannel channel;
    private final long size;
    private final Optional<Unpacked> unpacked;
    private final OctetSource octets;
    private final Optional<FileDigest> digest;
    private Optional<String> sha256 = Optional.empty();
    private long appended;

    /** What a compressed file is read through. */
    private record Unpacked(Decompression decompression, StreamedOctets octets) {}

    private StoredFile(FileChannel channel, DecompressionLimit limit, ReadProgress progress) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        OptionalLong total = OptionalLong.of(size);
        if (Compression.of(start()) == Compression.NONE) {
            FileRange plain = new FileRange(channel, 0, size);
            this.unpacked = Optional.empty();
            this.octets = new MeteredOctets(plain, plain::position, total, progress);
        } else {
            FileStream compressed = new FileStream(channel, 0, size);
            Decompression decompression = Decompression.of(compressed, compressed::position, limit);
            StreamedOctets streamed = new StreamedOctets(decompression.octets());
            this.unpacked = Optional.of(new Unpacked(decompression, streamed));
            this.octets = new MeteredOctets(streamed, compressed::position, total, progress);
        }
        this.digest = size <= DIGESTED ? Optional.of(FileDigest.start(channel, size)) : Optional.empty();
    }

    /** Opens the file; anything but a regular file, such as a named pipe, is opened as a stream. */
    static Stored open(CaptureSource.OfFile file, ReadProgress progress) throws IOException {
        Path path = file.path();
        if (Files.isDirectory(path)) {
            throw new FileSystemException(file.name(), null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return StoredStream.owned(Files.newInputStream(path), file.limit(), progress);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new StoredFile(channel, file.limit(), progress);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private byte[] start() throws IOException {
        ByteBuffer start = ByteBuffer.allocate(Compression.MAGIC_LENGTH);
        return Arrays.copyOf(start.array(), Math.max(0, channel.read(start, 0)));
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
                : new FileRange(channel, Math.min(start, size), Math.min(end, size));
    }

    @Override
    public long length() throws IOException {
        return unpacked.isPresent() ? unpacked.get().octets.length() : size;
    }

    @Override
    public void finish() throws IOException {
        appended = Math.max(0, channel.size() - size);
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
        digest.ifPresent(FileDigest::cancel);
        try (channel) {
            if (unpacked.isPresent()) {
                unpacked.get().decompression.close();
                unpacked.get().octets.close();
            }
        }
    }
}
