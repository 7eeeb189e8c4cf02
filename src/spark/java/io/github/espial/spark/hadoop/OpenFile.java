package io.github.espial.spark.hadoop;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;

/**
 * A file of Hadoop that several threads read at any place. Each goes on in a stream of its own, as far as it reads from front
 * to back, since a stream that leaps begins a new request.
 */
final class OpenFile implements Closeable {
    /** Streams that wait for whoever reads on where they stand. */
    private static final int MOST_WAITING = 4;

    private static final int CHUNK = 1 << 18;

    private final HadoopFiles files;
    private final FileStatus status;
    private final Optional<byte[]> whole;
    private final Deque<FSDataInputStream> waiting = new ArrayDeque<>();
    private boolean isClosed;

    private OpenFile(HadoopFiles files, FileStatus status, Optional<byte[]> whole) {
        this.files = files;
        this.status = status;
        this.whole = whole;
    }

    static OpenFile of(HadoopFiles files, FileStatus status) throws IOException {
        if (status.getLen() > SmallFiles.LARGEST) {
            OpenFile file = new OpenFile(files, status, Optional.empty());
            // What cannot be opened is told at once.
            file.giveBack(files.hadoop().open(status.getPath()));
            return file;
        }
        Optional<byte[]> known = files.small().of(status);
        if (known.isEmpty()) {
            try (FSDataInputStream stream = files.hadoop().open(status.getPath())) {
                known = Optional.of(stream.readNBytes(SmallFiles.LARGEST));
            }
            files.small().keep(status, known.get());
        }
        return new OpenFile(files, status, known);
    }

    /** Octets it had when it was opened. */
    long size() {
        return whole.isPresent() ? whole.get().length : status.getLen();
    }

    /** Reads some octets, and moves the position of {@code into}; -1 at the end. */
    int read(ByteBuffer into, long position) throws IOException {
        if (position >= size()) {
            return -1;
        }
        int wanted = (int) Math.min(into.remaining(), size() - position);
        if (whole.isPresent()) {
            into.put(whole.get(), (int) position, wanted);
            return wanted;
        }
        FSDataInputStream stream = take(position);
        try {
            int read = read(stream, into, wanted);
            giveBack(stream);
            return read;
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    private static int read(FSDataInputStream stream, ByteBuffer into, int wanted) throws IOException {
        if (into.hasArray()) {
            int read = stream.read(into.array(), into.arrayOffset() + into.position(), wanted);
            into.position(into.position() + Math.max(0, read));
            return read;
        }
        byte[] chunk = new byte[Math.min(wanted, CHUNK)];
        int all = 0;
        while (all < wanted) {
            int read = stream.read(chunk, 0, Math.min(chunk.length, wanted - all));
            if (read <= 0) {
                break;
            }
            into.put(chunk, 0, read);
            all += read;
        }
        return all == 0 ? -1 : all;
    }

    /** A stream that stands at {@code position}. */
    private FSDataInputStream take(long position) throws IOException {
        synchronized (waiting) {
            for (FSDataInputStream stream : waiting) {
                if (stream.getPos() == position) {
                    waiting.remove(stream);
                    return stream;
                }
            }
            if (waiting.size() >= MOST_WAITING
                    || (waiting.size() == 1 && waiting.getFirst().getPos() == 0)) {
                return at(position, waiting.removeFirst());
            }
        }
        return at(position, files.hadoop().open(status.getPath()));
    }

    private static FSDataInputStream at(long position, FSDataInputStream stream) throws IOException {
        boolean isThere = false;
        try {
            stream.seek(position);
            isThere = true;
            return stream;
        } finally {
            if (!isThere) {
                stream.close();
            }
        }
    }

    private void giveBack(FSDataInputStream stream) throws IOException {
        synchronized (waiting) {
            if (!isClosed) {
                waiting.addLast(stream);
                return;
            }
        }
        stream.close();
    }

    @Override
    public void close() throws IOException {
        synchronized (waiting) {
            isClosed = true;
            while (!waiting.isEmpty()) {
                waiting.removeFirst().close();
            }
        }
    }
}
