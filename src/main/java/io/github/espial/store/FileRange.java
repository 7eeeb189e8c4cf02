package io.github.espial.store;

import io.github.espial.bytes.OctetSource;
import io.github.espial.bytes.PositionedOctets;
import io.github.espial.bytes.RangeOctets;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A range of a file that must not become shorter while it is read: that is an exception, and not the end. */
final class FileRange implements OctetSource {
    private final RangeOctets octets;
    private final long end;

    /** Octets from {@code start} up to, not including, {@code end}. */
    FileRange(PositionedOctets file, long start, long end) {
        this.octets = new RangeOctets(file, start, end);
        this.end = end;
    }

    /** What is thrown where octets before {@code end} are gone. */
    static IOException shrunk(long position, long end) {
        return new IOException("the file became shorter while it was read: it ends at octet " + position
                + ", and was to go to " + end);
    }

    /** Offset in the file of the octet that is read next. */
    long position() {
        return octets.position();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int read = octets.read(into);
        if (read == 0 && octets.position() < end) {
            throw shrunk(octets.position(), end);
        }
        return read;
    }

    @Override
    public long skip(long count) throws IOException {
        long wanted = Math.min(count, end - octets.position());
        long skipped = octets.skip(count);
        if (skipped < wanted) {
            throw shrunk(octets.position(), end);
        }
        return skipped;
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return octets.allocate(capacity);
    }
}
