package io.github.espial.observe.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A table finds its rows by a hash that nobody can aim at")
class SecretHashTest {
    private static final int WORDS = 14;
    private static final int SLOTS = 1 << 14;

    @Test
    @DisplayName("Keys that differ in the greatest bits only, which products carry out, are spread")
    void spreadsKeysThatDifferInTheGreatestBits() {
        List<long[]> keys = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            long[] key = new long[WORDS];
            for (int word = 0; word < WORDS; word++) {
                key[word] = (long) (i >>> word) << (Long.SIZE - 1);
            }
            keys.add(key);
        }
        assertSpread(keys);
    }

    @Test
    @DisplayName("Keys of one sum, and of one sum of their halves, are spread")
    void spreadsKeysOfOneSum() {
        List<long[]> keys = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            long[] key = new long[WORDS];
            key[3] = ((long) i << Integer.SIZE) + (SLOTS - i);
            key[4] = ((long) (SLOTS - i) << Integer.SIZE) + i;
            keys.add(key);
        }
        assertSpread(keys);
    }

    @Test
    @DisplayName("Keys of small numbers, one beside another, are spread")
    void spreadsNeighbors() {
        List<long[]> keys = new ArrayList<>();
        for (int i = 0; i < SLOTS; i++) {
            long[] key = new long[WORDS];
            key[WORDS - 1] = i;
            keys.add(key);
        }
        assertSpread(keys);
    }

    /** As many as there are slots, thrown at random, leave one in e empty: the share that is used is 63 %. */
    private static void assertSpread(List<long[]> keys) {
        Set<Long> used = new HashSet<>();
        for (long[] key : keys) {
            used.add(SecretHash.of(key, 0, WORDS) & (SLOTS - 1));
        }
        assertThat(used).hasSizeBetween(SLOTS * 60 / 100, SLOTS * 100 / 100);
    }

    @Test
    @DisplayName("The same words give the same hash, wherever in an array they stand")
    void isOfTheWordsAlone() {
        long[] key = {7, -1, 1L << 40};
        long[] rows = {1, 2, 7, -1, 1L << 40, 3};

        assertThat(SecretHash.of(rows, 2, 3)).isEqualTo(SecretHash.of(key, 0, 3));
    }
}
