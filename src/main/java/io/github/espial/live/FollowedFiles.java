package io.github.espial.live;

import io.github.espial.capture.RingFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A capture file that somebody is writing, followed as it grows; of files that {@code dumpcap -b} writes in turns, each after
 * the one before it. Sections of pcapng stand one behind the other, so that a ring is one capture.
 */
public final class FollowedFiles extends InputStream implements LiveSource {
    /** How a section of pcapng begins (draft-ietf-opsawg-pcapng §4.1). */
    private static final byte[] SECTION = {0x0A, 0x0D, 0x0D, 0x0A};

    private final Pause pause;
    private Path path;
    private InputStream file;
    private volatile boolean isClosed;

    /** Waits for a little, until there may be more. */
    @FunctionalInterface
    public interface Pause {
        void run() throws IOException, InterruptedException;
    }

    /**
     * Begins with {@code path}, and goes on until it is closed.
     *
     * @throws IOException where it cannot be opened; the message is one line that names it
     */
    public FollowedFiles(Path path, Pause pause) throws IOException {
        this.path = path;
        this.pause = pause;
        this.file = open(path);
    }

    private static InputStream open(Path path) throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new IOException(path + ": no such file", e);
        } catch (IOException e) {
            throw new IOException(path + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** What has a header of its own cannot stand behind another, unless it is a section of pcapng. */
    private static InputStream openSection(Path path) throws IOException {
        InputStream file = open(path);
        PushbackInputStream section = new PushbackInputStream(file, SECTION.length);
        byte[] begin = section.readNBytes(SECTION.length);
        if (!Arrays.equals(begin, SECTION) && begin.length == SECTION.length) {
            section.close();
            throw new IOException(path + ": not pcapng, and only rings of pcapng are followed");
        }
        section.unread(begin);
        return section;
    }

    @Override
    public InputStream octets() {
        return this;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int start, int length) throws IOException {
        try {
            while (!isClosed) {
                // Asked before the rest is read: what is there then is all of this file.
                Optional<Path> next = next();
                int read = file.read(into, start, length);
                if (read > 0) {
                    return read;
                }
                if (next.isPresent()) {
                    file.close();
                    path = next.get();
                    file = openSection(path);
                } else {
                    pause.run();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        file.close();
        return -1;
    }

    /** The file of the same ring that was begun first after this one. */
    private Optional<Path> next() throws IOException {
        Optional<RingFile> current = RingFile.of(path.getFileName().toString());
        if (current.isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> next = Optional.empty();
        Path folder = Objects.requireNonNullElse(path.getParent(), Path.of(""));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path one : files) {
                Optional<RingFile> other = RingFile.of(one.getFileName().toString());
                if (other.isPresent()
                        && other.get().ring().equals(current.get().ring())
                        && other.get().compareTo(current.get()) > 0
                        && next.filter(found -> isBefore(found, other.get())).isEmpty()) {
                    next = Optional.of(one);
                }
            }
        }
        return next;
    }

    private static boolean isBefore(Path found, RingFile other) {
        return RingFile.of(found.getFileName().toString()).orElseThrow().compareTo(other) < 0;
    }

    /** Has {@link #read} end; whoever reads closes the file. */
    @Override
    public void close() {
        isClosed = true;
    }
}
