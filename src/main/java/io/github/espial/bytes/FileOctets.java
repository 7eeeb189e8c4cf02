package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The octets of a file, read at stated positions only: its own position stays where it is. */
record FileOctets(FileChannel file) implements PositionedOctets {
    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(long position, ByteBuffer into) throws IOException {
        return Math.max(0, file.read(into, position));
    }

    /** Direct memory: a channel would copy through such memory anyway. */
    @Override
    public ByteBuffer allocate(int capacity) {
        return ByteBuffer.allocateDirect(capacity);
    }
}
