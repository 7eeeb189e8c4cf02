package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.PositionedOctets;
import io.github.espial.bytes.RangeOctets;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A temporary file that holds the octets of a stream, so that they can be read at any position. Only its owner may read
 * it, and it is gone when it is closed; where the system can delete open files, also when the process is killed.
 */
final class Spool implements Closeable {
    private static final int CHUNK = 1 << 16;

    private final FileChannel file;
    private final Path folder;
    private long size;
    private Optional<IOException> damage = Optional.empty();

    private Spool(FileChannel file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /** An empty one in the temporary folder of the JVM, which makes files for their owner only. */
    static Spool create() throws IOException {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            Path path = Files.createTempFile(
                    folder, "espial-" + ProcessHandle.current().pid() + "-", ".part");
            return new Spool(open(path), folder);
        } catch (IOException e) {
            throw unable(folder, 0, e);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        try {
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /** Appends octets. */
    void add(byte[] octets, int start, int length) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(octets, start, length);
        try {
            while (from.hasRemaining()) {
                size += file.write(from, size);
            }
        } catch (IOException e) {
            throw unable(folder, size, e);
        }
    }

    /** Appends what {@code stream} holds, up to its damage, which whoever reads to its place is told of. */
    void addAll(InputStream stream) throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (damage.isEmpty()) {
            int octets;
            try {
                octets = stream.read(chunk, 0, CHUNK);
            } catch (IOException e) {
                damage = Optional.of(e);
                return;
            }
            if (octets < 0) {
                return;
            }
            add(chunk, 0, octets);
        }
    }

    /** Octets that it holds. */
    long size() {
        return size;
    }

    /** Octets from {@code start} up to, not including, {@code end}, or fewer where there are fewer. */
    OctetSource range(long start, long end) {
        Optional<IOException> met = end > size ? damage : Optional.empty();
        return new UpToDamage(
                new RangeOctets(PositionedOctets.of(file), Math.min(start, size), Math.min(end, size)), met);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static IOException unable(Path folder, long octets, IOException e) {
        return new IOException(
                "it must be unpacked to a temporary file, and the folder " + folder + " does not take it beyond octet "
                        + octets + ": " + e.getMessage()
                        + " (ESPIAL_OPTS=-Djava.io.tmpdir=FOLDER names another)",
                e);
    }

    /** Fails at its end where the stream failed. */
    private record UpToDamage(RangeOctets octets, Optional<IOException> damage) implements OctetSource {
        @Override
        public int read(ByteBuffer into) throws IOException {
            int read = octets.read(into);
            if (read == 0 && damage.isPresent()) {
                throw damage.get();
            }
            return read;
        }

        @Override
        public long skip(long count) throws IOException {
            long skipped = octets.skip(count);
            if (skipped < count && damage.isPresent()) {
                throw damage.get();
            }
            return skipped;
        }

        @Override
        public ByteBuffer allocate(int capacity) {
            return octets.allocate(capacity);
        }
    }
}
