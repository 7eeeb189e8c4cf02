package io.github.espial.correlate.align;

import io.github.espial.observe.table.SecretHash;
import java.util.Arrays;

/** Numbers keys of several words from 0 on, in the order they come. Bounded. Not thread-safe. */
public final class KeyIds {
    /** In place of a number: there are too many keys. */
    public static final int LEFT_OUT = -1;

    private static final int FIRST_CAPACITY = 64;
    private static final int EMPTY = 0;

    private final int words;
    private final int limit;
    private long[] keys;
    /** A key's number plus one, or {@link #EMPTY}; the length is a power of two, at least twice the keys. */
    private int[] slots;

    private int size;

    /**
     * @param words of a key
     * @param limit keys at the most
     */
    public KeyIds(int words, int limit) {
        this.words = words;
        this.limit = limit;
        this.keys = new long[FIRST_CAPACITY * words];
        this.slots = new int[2 * FIRST_CAPACITY];
    }

    public int size() {
        return size;
    }

    /** A word of the key with number {@code id}. */
    public long word(int id, int word) {
        return keys[id * words + word];
    }

    /** Number of {@code key}, a fresh one if need be, or {@link #LEFT_OUT}. */
    public int of(long[] key) {
        int slot = slot(key);
        if (slots[slot] != EMPTY) {
            return slots[slot] - 1;
        }
        if (size == limit) {
            return LEFT_OUT;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            slot = slot(key);
        }
        System.arraycopy(key, 0, keys, size * words, words);
        slots[slot] = ++size;
        return size - 1;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * keys.length);
        slots = new int[2 * slots.length];
        long[] key = new long[words];
        for (int id = 0; id < size; id++) {
            System.arraycopy(keys, id * words, key, 0, words);
            slots[slot(key)] = id + 1;
        }
    }

    /** The slot that holds the key, or the free one that it would be put into. */
    private int slot(long[] key) {
        int slot = (int) SecretHash.of(key, 0, words) & (slots.length - 1);
        while (slots[slot] != EMPTY && !isKey(slots[slot] - 1, key)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isKey(int id, long[] key) {
        for (int word = 0; word < words; word++) {
            if (keys[id * words + word] != key[word]) {
                return false;
            }
        }
        return true;
    }
}
