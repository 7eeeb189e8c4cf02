package io.github.espial.bytes;

import java.nio.ByteBuffer;

/** Octets of an array. */
public final class ArrayOctets implements OctetSource {
    private final ByteBuffer left;

    private ArrayOctets(byte[] octets, int start, int end) {
        this.left = ByteBuffer.wrap(octets, start, end - start);
    }

    /** From the first to the last. */
    public static OctetSource of(byte[] octets) {
        return new ArrayOctets(octets, 0, octets.length);
    }

    /** From and to any place. */
    public static OctetRanges ranges(byte[] octets) {
        return (start, end) ->
                new ArrayOctets(octets, (int) Math.min(start, octets.length), (int) Math.min(end, octets.length));
    }

    @Override
    public int read(ByteBuffer into) {
        int count = Math.min(into.remaining(), left.remaining());
        into.put(left.slice().limit(count));
        left.position(left.position() + count);
        return count;
    }

    @Override
    public long skip(long octets) {
        int count = (int) Math.min(octets, left.remaining());
        left.position(left.position() + count);
        return count;
    }

    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity);
    }
}
