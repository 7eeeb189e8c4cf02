package io.github.espial.redact.mapping;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The prefix-preserving permutation of addresses of J. Xu, J. Fan, M. Ammar and S. Moon ("Prefix-Preserving IP Address
 * Anonymization", ICNP 2002): whether a bit is flipped depends on the key and on the bits before it, so that two addresses
 * that share exactly n bits share exactly n bits afterwards. Not thread-safe.
 */
final class CryptoPan {
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int WORD = 64;

    private final AesBlocks aes;
    private final long padHigh;
    private final long padLow;
    private final byte[] blocks = new byte[IPV6_BITS * AesBlocks.LENGTH];
    private final byte[] enciphered = new byte[IPV6_BITS * AesBlocks.LENGTH];
    private final ByteBuffer writing = ByteBuffer.wrap(blocks);

    /** @param key 32 octets: of AES, and of the pad */
    CryptoPan(byte[] key) {
        aes = new AesBlocks(key);
        byte[] pad = new byte[AesBlocks.LENGTH];
        aes.encipher(Arrays.copyOfRange(key, AesBlocks.LENGTH, 2 * AesBlocks.LENGTH), 1, pad);
        ByteBuffer words = ByteBuffer.wrap(pad);
        padHigh = words.getLong();
        padLow = words.getLong();
    }

    /** The bits of an IPv4 address that are flipped. */
    int flips(int address) {
        return (int) (flips((long) address << IPV4_BITS, 0, 0, IPV4_BITS) >>> IPV4_BITS);
    }

    /** The bits that are flipped among the upper 64 of an IPv6 address. */
    long flipsHigh(long high) {
        return flips(high, 0, 0, WORD);
    }

    /** The bits that are flipped among the lower 64 of an IPv6 address. */
    long flipsLow(long high, long low) {
        return flips(high, low, WORD, WORD);
    }

    /** Of {@code count} bits from {@code first} on, at most 64; the first of them in the highest bit. */
    private long flips(long high, long low, int first, int count) {
        writing.clear();
        for (int bit = first; bit < first + count; bit++) {
            long maskHigh = ones(bit);
            long maskLow = ones(bit - WORD);
            writing.putLong((high & maskHigh) | (padHigh & ~maskHigh));
            writing.putLong((low & maskLow) | (padLow & ~maskLow));
        }
        aes.encipher(blocks, count, enciphered);
        long flips = 0;
        for (int i = 0; i < count; i++) {
            flips |= (enciphered[i * AesBlocks.LENGTH] & 0x80L) >>> 7 << (WORD - 1 - i);
        }
        return flips;
    }

    /** A word that begins with so many ones: none for less than 1, all for more than 63. */
    static long ones(int count) {
        return count <= 0 ? 0 : count >= WORD ? -1 : -1L << (WORD - count);
    }
}
