package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A range of a file, read at stated positions: several of these may share one channel, each in a thread of its own. A
 * file that shrinks underneath ends early.
 */
public final class FileOctets implements OctetSource {
    private final FileChannel file;
    private final long end;
    private long position;

    /** Octets from {@code start} up to, not including, {@code end}. */
    public FileOctets(FileChannel file, long start, long end) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range of a file: " + start + " to " + end);
        }
        this.file = file;
        this.position = start;
        this.end = end;
    }

    /** Offset in the file of the octet that is read next. */
    public long position() {
        return position;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        long left = end - position;
        if (left <= 0) {
            return 0;
        }
        int limit = into.limit();
        if (into.remaining() > left) {
            into.limit(into.position() + (int) left);
        }
        int octets = Math.max(0, file.read(into, position));
        into.limit(limit);
        position += octets;
        return octets;
    }

    @Override
    public long skip(long octets) throws IOException {
        long there = Math.max(0, Math.min(end, file.size()) - position);
        long skipped = Math.min(octets, there);
        position += skipped;
        return skipped;
    }

    /** Direct memory: a channel would copy through such memory anyway. */
    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity);
    }
}
