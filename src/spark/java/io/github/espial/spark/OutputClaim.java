package io.github.espial.spark;

import io.github.espial.batch.BatchLock;
import io.github.espial.spark.hadoop.HadoopFiles;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/**
 * Holds the folder of the reports for one run at a time. On this machine that is the lock of {@code batch}. File systems of a
 * cluster have no locks: there it is a file that is written again and again while the run goes on, so that one whose run was
 * killed is told by its age, by the clock of that file system. Of two runs that begin within the same instant on a store
 * which makes no file but where there is none, the later one wins, and both may go on.
 */
final class OutputClaim implements Closeable {
    private static final String NAME = ".espial.lock";
    private static final long RENEWED_SECONDS = 30;

    /** Without a sign of life for so long, a run is over: ten signs did not come. */
    private static final long OVER_SECONDS = 10 * RENEWED_SECONDS;

    private static final int LONGEST = 512;

    private final FileSystem system;
    private final org.apache.hadoop.fs.Path file;
    private final byte[] mine;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread renewing = new Thread(this::renewAgainAndAgain, "claim");

    private OutputClaim(FileSystem system, org.apache.hadoop.fs.Path file) {
        this.system = system;
        this.file = file;
        this.mine = (host() + " process " + ProcessHandle.current().pid() + " run " + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IOException when another run holds {@code out}, or it cannot be written; the message says which */
    static Closeable on(Path out) throws IOException {
        if (!(out.getFileSystem() instanceof HadoopFiles files)) {
            return BatchLock.on(out);
        }
        OutputClaim claim = new OutputClaim(
                files.hadoop(), new org.apache.hadoop.fs.Path(new org.apache.hadoop.fs.Path(out.toUri()), NAME));
        claim.take(out);
        claim.renewing.setDaemon(true);
        claim.renewing.start();
        return claim;
    }

    private void take(Path out) throws IOException {
        Optional<FileStatus> there = there();
        if (there.isPresent()) {
            long seconds = TimeUnit.MILLISECONDS.toSeconds(now() - there.get().getModificationTime());
            if (seconds < OVER_SECONDS) {
                throw new IOException(out + ": another run writes there (" + holder() + ", a sign of life "
                        + Math.max(0, seconds) + " s ago); wait for its end, or " + OVER_SECONDS
                        + " s if it was killed");
            }
            system.delete(file, false);
        }
        try {
            write(file, false);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(out + ": another run writes there, which began at the same time", e);
        }
        if (!isMine()) {
            throw new IOException(out + ": another run writes there (" + holder() + "), which began at the same time");
        }
    }

    /** What time it is for the file system. */
    private long now() throws IOException {
        org.apache.hadoop.fs.Path probe = file.suffix("." + UUID.randomUUID());
        try {
            write(probe, false);
            return system.getFileStatus(probe).getModificationTime();
        } finally {
            system.delete(probe, false);
        }
    }

    private Optional<FileStatus> there() throws IOException {
        try {
            return Optional.of(system.getFileStatus(file));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private void write(org.apache.hadoop.fs.Path to, boolean overwrite) throws IOException {
        try (FSDataOutputStream out = system.create(to, overwrite)) {
            out.write(mine);
        }
    }

    private String holder() throws IOException {
        try (FSDataInputStream in = system.open(file)) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return text.replaceFirst(" run .*", "").replaceAll("[^\\w. -]", "?");
        }
    }

    private boolean isMine() throws IOException {
        try (FSDataInputStream in = system.open(file)) {
            return Arrays.equals(in.readNBytes(LONGEST), mine);
        }
    }

    /** Gives a sign of life. */
    void renew() throws IOException {
        write(file, true);
    }

    private void renewAgainAndAgain() {
        try {
            while (!closing.await(RENEWED_SECONDS, TimeUnit.SECONDS)) {
                try {
                    renew();
                } catch (IOException | RuntimeException e) {
                    // There is time for nine more; a file system that is gone shows by the reports that cannot be
                    // written.
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        try {
            renewing.join(TimeUnit.SECONDS.toMillis(RENEWED_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (there().isPresent() && isMine()) {
            system.delete(file, false);
        }
    }
}
