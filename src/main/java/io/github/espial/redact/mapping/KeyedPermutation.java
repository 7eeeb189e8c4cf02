package io.github.espial.redact.mapping;

import java.nio.ByteBuffer;

/**
 * A keyed permutation of numbers of few bits: a balanced Feistel network of ten rounds with AES for its function
 * (M. Luby, C. Rackoff, 1988; as many rounds as FF1 of NIST SP 800-38G has). Not thread-safe.
 */
final class KeyedPermutation {
    private static final int ROUNDS = 10;

    private final AesBlocks aes;
    private final byte[] block = new byte[AesBlocks.LENGTH];
    private final byte[] enciphered = new byte[AesBlocks.LENGTH];
    private final ByteBuffer writing = ByteBuffer.wrap(block);
    private final ByteBuffer reading = ByteBuffer.wrap(enciphered);

    KeyedPermutation(byte[] key) {
        aes = new AesBlocks(key);
    }

    /**
     * What {@code number} becomes.
     *
     * @param number of {@code bits} bits
     * @param bits an even number up to 62
     * @param tweak each of which has a permutation of its own
     */
    long of(long number, int bits, long tweak) {
        int half = bits / 2;
        long mask = (1L << half) - 1;
        long left = number >>> half;
        long right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            writing.clear();
            writing.putLong(tweak)
                    .put((byte) bits)
                    .put((byte) round)
                    .putShort((short) 0)
                    .putInt((int) right);
            aes.encipher(block, 1, enciphered);
            long next = left ^ (reading.getLong(0) & mask);
            left = right;
            right = next;
        }
        return left << half | right;
    }
}
