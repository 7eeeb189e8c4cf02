package io.github.espial.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A file that a result is to be written to. It is written under another name first and moved when complete, so that a
 * reader never sees half of it, and a failure leaves what was there before.
 *
 * @param path where
 */
record WholeFile(Path path) {
    private static final int RADIX = 36;

    /** A file that another run makes is not locked yet for an instant. */
    private static final Duration JUST_NOW = Duration.ofMinutes(1);

    /** Reads the value of {@code --output}. */
    static WholeFile parse(String text) throws UsageException {
        if (!FileNames.isWhole(text)) {
            throw new UsageException("--output " + text + ": cannot be written" + FileNames.remark(text));
        }
        try {
            return new WholeFile(Path.of(text));
        } catch (InvalidPathException e) {
            throw new UsageException("--output " + text + ": not a file name: " + e.getReason());
        }
    }

    /** Fails now rather than after the work: the folder must be there, and no input may be overwritten. */
    void checkBefore(List<Path> inputs) throws IOException, UsageException {
        for (Path input : inputs) {
            if (Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input)) {
                throw new UsageException("--output " + path + ": this is an input; choose another file");
            }
        }
        if (Files.isDirectory(path)) {
            throw unwritable("it is a folder");
        }
        if (Files.isSymbolicLink(path) && !Files.exists(path)) {
            throw unwritable("it is a link to a file that does not exist");
        }
        Path folder = folder(target());
        if (!Files.isDirectory(folder)) {
            throw unwritable("the folder " + folder + " does not exist");
        }
        boolean isFileWritable = !Files.exists(path) || Files.isWritable(path);
        if (!isFileWritable || (isReplaced(path) && !Files.isWritable(folder))) {
            throw unwritable("no permission");
        }
    }

    /** Writes it as a whole, or leaves what was there before. */
    void write(Terminal.Result content) throws IOException {
        try {
            Path target = target();
            if (isReplaced(target)) {
                replace(target, content);
            } else {
                write(content, target, StandardOpenOption.WRITE);
            }
        } catch (AccessDeniedException e) {
            throw unwritable("no permission", e);
        } catch (NoSuchFileException e) {
            boolean isThere = Files.isDirectory(folder(path));
            throw unwritable(isThere ? "its folder takes no new files" : "its folder is gone", e);
        } catch (FileSystemException e) {
            throw unwritable(Objects.requireNonNullElseGet(e.getReason(), e::toString), e);
        } catch (IOException e) {
            throw unwritable(String.valueOf(e.getMessage()), e);
        }
    }

    private void replace(Path target, Terminal.Result content) throws IOException {
        removeLeft(folder(target));
        String name = Long.toUnsignedString(ThreadLocalRandom.current().nextLong(), RADIX);
        Path unfinished = target.resolveSibling(".espial-" + name + ".part");
        // For an end by a signal, which runs no finally.
        unfinished.toFile().deleteOnExit();
        try {
            writeLocked(content, unfinished);
            if (Files.exists(target)) {
                copyPermissions(target, unfinished);
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeLocked(Terminal.Result content, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            lock(channel);
            content.writeTo(out);
        }
    }

    /** Tells other runs that this one is alive; whatever ends it, the operating system lets go of the lock. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException e) {
            // A file system without locks: then nobody takes the file for free either.
        }
    }

    /** Removes what runs that were killed had begun to write here; what cannot be removed stays. */
    private static void removeLeft(Path folder) {
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(folder, ".espial-*.part")) {
            for (Path file : unfinished) {
                Instant written = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        && written.isBefore(Instant.now().minus(JUST_NOW))
                        && isFree(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // The report does not depend on it.
        }
    }

    private static boolean isFree(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            return free != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void write(Terminal.Result content, Path file, StandardOpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, how))) {
            content.writeTo(out);
        }
    }

    /** A report that only its owner may read stays so. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        if (from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /** Whether the file is replaced as a whole, and not a device or a pipe, which is written to. */
    private static boolean isReplaced(Path file) {
        return !Files.exists(file) || Files.isRegularFile(file);
    }

    /** Behind a link the file itself is replaced, not the link. */
    private Path target() throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    private static Path folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private IOException unwritable(String reason) {
        return new IOException(path + ": cannot be written: " + reason);
    }

    private IOException unwritable(String reason, IOException cause) {
        return new IOException(path + ": cannot be written: " + reason, cause);
    }
}
