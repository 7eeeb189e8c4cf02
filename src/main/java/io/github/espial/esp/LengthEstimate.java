package io.github.espial.esp;

import java.util.List;

/**
 * What the lengths of an SA's packets say about its cipher. It stays an estimate: padding may hide it.
 *
 * @param alignment octets that all lengths differ by a multiple of: 16, 8, or 4
 * @param confidence chance, 0 to 1, that no cipher of finer alignment gave these lengths
 * @param layouts that fit the lengths, the most usual first
 */
public record LengthEstimate(int alignment, double confidence, List<Layout> layouts) {
    public LengthEstimate {
        layouts = List.copyOf(layouts);
    }

    /** The likely class of ciphers, as part of a sentence. */
    @Override
    public String toString() {
        return switch (alignment) {
            case 16 -> "128-bit blocks, such as AES-CBC";
            case 8 -> "64-bit blocks, such as 3DES-CBC";
            default -> "no blocks, such as AES-GCM or AES-CTR";
        };
    }
}
