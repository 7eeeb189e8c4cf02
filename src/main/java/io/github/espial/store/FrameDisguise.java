package io.github.espial.store;

import java.nio.ByteBuffer;

/** Rewrites frames, each on its own. Not thread-safe. */
public interface FrameDisguise {
    /**
     * Writes what a frame is to be read as, of the same length.
     *
     * @param octets hold the frame, and are left as they are
     * @param linkType LINKTYPE_ number
     * @param to big-endian, of {@code length} octets at least; all from 0 to before {@code length} are written
     */
    void disguise(ByteBuffer octets, int start, int length, int linkType, ByteBuffer to);
}
