package io.github.espial.report.sheet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * A temporary folder that goes when the process ends, or with the next process where this one is killed: a lock in it is
 * held as long as anybody uses it, and the operating system lets go of the lock whatever the end.
 */
final class TemporaryFolder {
    private static final String LOCK = "in-use";

    /** Folders of this process with their locks, held until it ends. To close such a file once more would let go of it. */
    private static final Map<Path, FileLock> HELD = new HashMap<>();

    private TemporaryFolder() {}

    /** Makes one, and removes those with the same prefix that nobody uses any more. */
    static synchronized Path create(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        folder.toFile().deleteOnExit();
        Path lock = folder.resolve(LOCK);
        lock.toFile().deleteOnExit();
        HELD.put(
                folder,
                FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                        .lock());
        Path around = folder.getParent();
        if (around != null) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(around, prefix + "*")) {
                for (Path one : folders) {
                    removeUnlessUsed(one);
                }
            }
        }
        return folder;
    }

    /** One without a lock may be about to get it, and is not touched; nor is what belongs to another user. */
    private static void removeUnlessUsed(Path folder) {
        Path lock = folder.resolve(LOCK);
        if (HELD.containsKey(folder)
                || !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                || !Files.isWritable(lock)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock free = channel.tryLock()) {
            if (free == null) {
                return;
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It stays: nothing that was asked for depends on it.
        }
    }
}
