package io.github.espial.bytes;

import java.nio.ByteBuffer;

/** The octets of a buffer from its first to its last; its position and limit are never touched. */
record MemoryOctets(ByteBuffer memory) implements PositionedOctets {
    @Override
    public long size() {
        return memory.capacity();
    }

    @Override
    public int read(long position, ByteBuffer into) {
        if (position >= memory.capacity()) {
            return 0;
        }
        int start = (int) position;
        int octets = Math.min(into.remaining(), memory.capacity() - start);
        into.put(into.position(), memory, start, octets);
        into.position(into.position() + octets);
        return octets;
    }
}
