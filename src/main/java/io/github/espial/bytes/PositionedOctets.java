package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Octets of a known number that can be read at any position and as often as wanted, by several threads at the same time: a
 * file, memory, an object that a cluster or a server hands out in ranges.
 */
public interface PositionedOctets {
    /** How many there are; a file that is written at the same time may become longer, and one that is cut shorter. */
    long size() throws IOException;

    /**
     * Reads some octets from {@code position} on into {@code into}, which has room for one at least, and moves its position.
     *
     * @return how many were read; 0 only where there are none at that position
     */
    int read(long position, ByteBuffer into) throws IOException;

    /** Memory of the kind that these octets fill without an extra copy. */
    default ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocate(capacity);
    }

    /** Those of a file; whoever opened it closes it. */
    static PositionedOctets of(FileChannel file) {
        return new FileOctets(file);
    }

    /** Those between position and limit of {@code memory}, which must not change as long as they are read. */
    static PositionedOctets of(ByteBuffer memory) {
        return new MemoryOctets(memory.slice());
    }
}
