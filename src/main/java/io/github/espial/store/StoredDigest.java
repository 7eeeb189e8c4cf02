package io.github.espial.store;

import io.github.espial.bytes.PositionedOctets;
import io.github.espial.bytes.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The SHA-256 of a file, which may be made by a thread of its own, since it takes longer than reading the frames. */
final class StoredDigest {
    private static final int CHUNK = 1 << 18;

    private final PositionedOctets file;
    private final long size;
    private final FutureTask<Optional<String>> task = new FutureTask<>(this::digest);
    private volatile boolean isCancelled;

    /** That of the first {@code size} octets of {@code file}. */
    StoredDigest(PositionedOctets file, long size) {
        this.file = file;
        this.size = size;
    }

    /** Starts on it in a thread of its own. */
    void start() {
        Thread thread = new Thread(task, "espial-sha256");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits for the digest, or makes it if nothing was started; empty when the file became shorter meanwhile. */
    Optional<String> await() throws IOException {
        try {
            task.run();
            return task.get();
        } catch (ExecutionException e) {
            throw new IOException("the file could not be read to its end for the digest", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Makes the thread end soon, if it has not yet. */
    void cancel() {
        isCancelled = true;
    }

    private Optional<String> digest() throws IOException {
        MessageDigest sha256 = Sha256.create();
        ByteBuffer chunk = file.allocate(CHUNK);
        long position = 0;
        while (position < size && !isCancelled) {
            chunk.clear().limit((int) Math.min(CHUNK, size - position));
            int octets = file.read(position, chunk);
            if (octets == 0) {
                return Optional.empty();
            }
            sha256.update(chunk.flip());
            position += octets;
        }
        return isCancelled ? Optional.empty() : Optional.of(HexFormat.of().formatHex(sha256.digest()));
    }
}
