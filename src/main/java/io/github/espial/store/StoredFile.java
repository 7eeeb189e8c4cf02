package io.github.espial.store;

import io.github.espial.bytes.FileOctets;
import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.StreamOctets;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A capture in a regular file. What is appended after it was opened is not read; the digest is made beside the reading.
 */
final class StoredFile implements Stored {
    private final FileChannel channel;
    private final long size;
    private final Compression compression;
    private final OctetSource octets;
    private final FileDigest digest;
    private Optional<String> sha256 = Optional.empty();

    private StoredFile(FileChannel channel, ReadProgress progress) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        ByteBuffer start = ByteBuffer.allocate(Gunzip.MAGIC_LENGTH);
        channel.read(start, 0);
        OptionalLong total = OptionalLong.of(size);
        if (Gunzip.isMagic(start.array())) {
            this.compression = Compression.GZIP;
            OctetSource unzipped = new StreamOctets(new Gunzip(Channels.newInputStream(channel)));
            this.octets = new MeteredOctets(unzipped, channel::position, total, progress);
        } else {
            this.compression = Compression.NONE;
            FileOctets plain = new FileOctets(channel, 0, size);
            this.octets = new MeteredOctets(plain, plain::position, total, progress);
        }
        this.digest = FileDigest.start(channel, size);
    }

    /** Opens the file; anything but a regular file, such as a named pipe, is opened as a stream. */
    static Stored open(CaptureSource.OfFile file, ReadProgress progress) throws IOException {
        Path path = file.path();
        if (Files.isDirectory(path)) {
            throw new FileSystemException(file.name(), null, "is a directory");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return StoredStream.owned(Files.newInputStream(path), progress);
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new StoredFile(channel, progress);
        } catch (IOException e) {
            channel.close();
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
        if (compression != Compression.NONE) {
            throw new IOException("its format needs random access: decompress it first");
        }
        long from = Math.min(start, size);
        return new FileOctets(channel, from, Math.max(from, Math.min(end, size)));
    }

    @Override
    public void finish() throws IOException {
        sha256 = digest.await();
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
    public void close() throws IOException {
        digest.cancel();
        channel.close();
    }
}
