package io.github.espial.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Octets that are read once, from front to back. Not thread-safe; closing what lies beneath is the owner's job. */
public interface OctetSource {
    /**
     * Reads some octets into {@code into}, which has room for one at least, and moves its position.
     *
     * @return how many were read; 0 only at the end
     */
    int read(ByteBuffer into) throws IOException;

    /**
     * Moves on by {@code octets} without keeping them.
     *
     * @return how many there were, fewer than asked for only at the end
     */
    long skip(long octets) throws IOException;

    /** Memory of the kind that this source fills without an extra copy. */
    ByteBuffer allocate(int capacity);
}
