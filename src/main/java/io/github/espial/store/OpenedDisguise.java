package io.github.espial.store;

import java.nio.ByteBuffer;

/** Rewrites what was encrypted, once it has been opened. Not thread-safe. */
public interface OpenedDisguise {
    /**
     * Writes what the inside of ESP is to be read as, of the same length.
     *
     * @param nextHeader IP protocol number from the trailer of ESP
     * @param to big-endian, of {@code length} octets at least
     */
    void packet(ByteBuffer octets, int start, int length, int nextHeader, ByteBuffer to);

    /**
     * What decrypted payloads of IKE are to be read as, of the same length.
     *
     * @param firstType of the first payload
     * @param majorVersion 1 or 2
     */
    byte[] ikePayloads(byte[] octets, int firstType, int majorVersion);
}
