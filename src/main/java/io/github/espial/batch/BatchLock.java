package io.github.espial.batch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Holds the folder of the reports for one run at a time. The system lets go of it when the process ends, however it ends. */
public final class BatchLock implements Closeable {
    private static final String NAME = ".espial.lock";
    /** Locked is an octet far behind the text, which others may read all the same where locks are mandatory. */
    private static final long PLACE = 1L << 40;

    private final FileChannel file;

    private BatchLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes hold of {@code out}.
     *
     * @throws IOException when another run holds {@code out}, or it cannot be written; the message says which
     */
    public static BatchLock on(Path out) throws IOException {
        FileChannel file;
        try {
            Files.createDirectories(out);
            file = FileChannel.open(
                    out.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(out + ": cannot be written: " + WholeFile.reason(e), e);
        }
        if (!isHeld(file)) {
            String holder = holder(file);
            file.close();
            throw new IOException(out + ": another espial batch writes there" + holder + "; wait for its end");
        }
        file.truncate(0);
        file.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)), 0);
        return new BatchLock(file);
    }

    private static boolean isHeld(FileChannel file) throws IOException {
        try {
            @Nullable FileLock lock = file.tryLock(PLACE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
            return false;
        }
    }

    private static String holder(FileChannel file) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        int length = Math.max(0, file.read(text, 0));
        String process = new String(text.array(), 0, length, StandardCharsets.US_ASCII).strip();
        return process.matches("\\d+") ? " (process " + process + ")" : "";
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
