package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A range of octets, from front to back: several of these may share the octets, each in a thread of its own. Where these
 * become fewer underneath, it ends early.
 */
public final class RangeOctets implements OctetSource {
    private final PositionedOctets whole;
    private final long end;
    private long position;

    /** Octets from {@code start} up to, not including, {@code end}. */
    public RangeOctets(PositionedOctets whole, long start, long end) {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
        this.whole = whole;
        this.position = start;
        this.end = end;
    }

    /** Position in the whole of the octet that is read next. */
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
        int octets = whole.read(position, into);
        into.limit(limit);
        position += octets;
        return octets;
    }

    @Override
    public long skip(long octets) throws IOException {
        long there = Math.max(0, Math.min(end, whole.size()) - position);
        long skipped = Math.min(octets, there);
        position += skipped;
        return skipped;
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return whole.allocate(capacity);
    }
}
