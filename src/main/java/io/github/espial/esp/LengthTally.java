package io.github.espial.esp;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Lengths of the packets of one SA, and what they betray of its cipher: a block cipher gives lengths that differ by whole
 * blocks. Partial: {@code merge} is associative and commutative, an empty tally is its identity. Not thread-safe.
 */
public final class LengthTally {
    private static final int LONGEST = 0xffff;

    /** Alignments by the length of what ciphers call a block: AES and its like, 3DES and its like, streams and AEAD. */
    private static final List<Integer> ALIGNMENTS = List.of(16, 8, Layout.LEAST_ALIGNMENT);

    private static final List<Integer> SEPARATE_ICVS = List.of(12, 16, 32, 24, 0);
    private static final List<Integer> COMBINED_ICVS = List.of(16, 12, 8);

    private final BitSet lengths = new BitSet();

    /** Notes a packet of {@code espLength} octets as sent, from SPI to ICV. */
    public void take(int espLength) {
        lengths.set(Math.min(espLength, LONGEST));
    }

    /** Takes in what {@code other} saw; it is left as is. */
    public void merge(LengthTally other) {
        lengths.or(other.lengths);
    }

    /** What the lengths say; empty when they fit no cipher, or too few differ to tell. */
    public Optional<LengthEstimate> estimate() {
        int shortest = lengths.nextSetBit(0);
        int distinct = lengths.cardinality();
        if (distinct < 2) {
            return Optional.empty();
        }
        for (int alignment : ALIGNMENTS) {
            if (areAligned(shortest, alignment)) {
                List<Layout> layouts = layouts(alignment).stream()
                        .filter(layout -> layout.allows(shortest))
                        .toList();
                return layouts.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LengthEstimate(alignment, confidence(alignment, distinct), layouts));
            }
        }
        return Optional.empty();
    }

    private boolean areAligned(int shortest, int alignment) {
        return lengths.stream().allMatch(length -> (length - shortest) % alignment == 0);
    }

    /** Chance that lengths with the least alignment would not all have kept to this one. */
    private static double confidence(int alignment, int distinct) {
        return alignment == Layout.LEAST_ALIGNMENT
                ? 1
                : 1 - Math.pow((double) Layout.LEAST_ALIGNMENT / alignment, distinct - 1.0);
    }

    private static List<Layout> layouts(int alignment) {
        List<Layout> layouts = new ArrayList<>();
        if (alignment > Layout.LEAST_ALIGNMENT) {
            SEPARATE_ICVS.forEach(icv -> layouts.add(new Layout(alignment, alignment, icv)));
        } else {
            COMBINED_ICVS.forEach(icv -> layouts.add(new Layout(8, alignment, icv)));
        }
        return layouts;
    }
}
