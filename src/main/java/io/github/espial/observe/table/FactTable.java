package io.github.espial.observe.table;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Rows of counters under keys of several 64-bit words: an open-addressed table that allocates only when it grows.
 *
 * <p>A table holds at most {@code limit} rows. When hostile input brings more keys, it keeps those whose hash begins
 * with enough zero bits, a sample that depends on the set of keys alone: however a capture is cut, the same rows remain,
 * and each of them is counted from its first frame to its last. Not thread-safe.
 *
 * @param <A> what each row has besides its counters
 */
public final class FactTable<A extends Mergeable<A>> {
    /** What {@link #row} gives for a key that the sample leaves out. */
    public static final int LEFT_OUT = -1;

    private static final int FIRST_CAPACITY = 16;
    private static final int EMPTY = 0;
    private static final int MARK_SHIFT = 20;
    /** Rows that are found without a hash: a power of two, enough for what a server sends side by side. */
    private static final int RECENT = 256;

    private final int keyWords;
    private final Fold[] folds;
    private final int limit;
    private final Supplier<A> attachment;

    private long[] keys;
    private long[] values;
    private List<A> attachments = new ArrayList<>();
    /**
     * Row number plus one in the bits of {@link #rowMask}, above them some of the key's hash; or {@link #EMPTY}. What is of
     * another hash is told without reading its key, which lies elsewhere in memory. The length is a power of two, at least
     * twice the rows.
     */
    private int[] slots;

    private final int rowMask;

    private int rows;
    private int sampledBits;
    /** Rows found lately, plus one, by {@link #place} of their keys. */
    private final int[] recent = new int[RECENT];

    public FactTable(int keyWords, int limit, Supplier<A> attachment, Fold... folds) {
        this.keyWords = keyWords;
        this.folds = folds.clone();
        this.limit = limit;
        this.rowMask = 2 * Integer.highestOneBit(limit) - 1;
        this.attachment = attachment;
        this.keys = new long[FIRST_CAPACITY * keyWords];
        this.values = new long[FIRST_CAPACITY * folds.length];
        this.slots = new int[2 * FIRST_CAPACITY];
    }

    /** A table whose rows have counters only. */
    public static FactTable<Nothing> plain(int keyWords, int limit, Fold... folds) {
        return new FactTable<>(keyWords, limit, () -> Nothing.AT_ALL, folds);
    }

    public int rows() {
        return rows;
    }

    /** Rows at the most. */
    public int limit() {
        return limit;
    }

    /** Words of a key. The first begins with the capture, see {@link FirstWord}. */
    public int keyWords() {
        return keyWords;
    }

    /** Counters of a row. */
    public int columns() {
        return folds.length;
    }

    public Fold fold(int column) {
        return folds[column];
    }

    /** Whether keys were left out because there were more than the limit. */
    public boolean isSampled() {
        return sampledBits > 0;
    }

    /** Zero bits that the hash of a key begins with, so that it is kept: when they grow, the rows that remain move. */
    public int sampledBits() {
        return sampledBits;
    }

    /** About how many of the rows a sample of {@code bits} would keep, which are no fewer than this one's. */
    public int rowsWithin(int bits) {
        return rows >> Math.min(bits - sampledBits, Integer.SIZE - 1);
    }

    /** Begins, while there is no row yet, with a sample that was made before. */
    public void sample(int bits) {
        sampledBits = bits;
    }

    /** The row of {@code key}, a fresh one if need be, or {@link #LEFT_OUT}. Valid until the next call. */
    public int row(long[] key) {
        int place = place(key);
        int lately = recent[place] - 1;
        if (lately >= 0 && isKey(lately, key)) {
            return lately;
        }
        if (isLeftOut(key, 0)) {
            return LEFT_OUT;
        }
        long hash = SecretHash.of(key, 0, keyWords);
        int slot = slotOf(hash, key);
        if (slots[slot] == EMPTY) {
            if (rows == limit) {
                sampleMore();
                return row(key);
            }
            if (2 * (rows + 1) > slots.length) {
                grow();
                slot = slotOf(hash, key);
            }
            append(key);
            slots[slot] = marked(hash, rows);
        }
        recent[place] = slots[slot] & rowMask;
        return recent[place] - 1;
    }

    private int place(long[] key) {
        long sum = 0;
        for (int word = 0; word < keyWords; word++) {
            sum = 31 * sum + key[word];
        }
        int folded = (int) (sum ^ (sum >>> 32));
        return (folded ^ (folded >>> 16) ^ (folded >>> 8)) & (RECENT - 1);
    }

    public void fold(int row, int column, long value) {
        int at = row * folds.length + column;
        values[at] = folds[column].of(values[at], value);
    }

    /** What {@link #fold} does to a column of sums, without asking what it is: for each frame, that counts. */
    public void sum(int row, int column, long value) {
        values[row * folds.length + column] += value;
    }

    /** What {@link #fold} does to a column of least values. */
    public void least(int row, int column, long value) {
        int at = row * folds.length + column;
        values[at] = Math.min(values[at], value);
    }

    /** What {@link #fold} does to a column of greatest values. */
    public void greatest(int row, int column, long value) {
        int at = row * folds.length + column;
        values[at] = Math.max(values[at], value);
    }

    public A attachment(int row) {
        return attachments.get(row);
    }

    public long key(int row, int word) {
        return keys[row * keyWords + word];
    }

    /** Writes all words of the row's key to the beginning of {@code to}. */
    public void copyKey(int row, long[] to) {
        System.arraycopy(keys, row * keyWords, to, 0, keyWords);
    }

    public long value(int row, int column) {
        return values[row * folds.length + column];
    }

    /**
     * Takes in the rows of {@code next}.
     *
     * @param how what changes in them
     */
    public void merge(FactTable<A> next, Placement how) {
        while (sampledBits < next.sampledBits) {
            sampleMore();
        }
        long[] key = new long[keyWords];
        for (int from = 0; from < next.rows; from++) {
            System.arraycopy(next.keys, from * keyWords, key, 0, keyWords);
            key[0] = how.firstWord(key[0]);
            int row = row(key);
            if (row != LEFT_OUT) {
                for (int column = 0; column < folds.length; column++) {
                    fold(row, column, how.value(folds[column], next.value(from, column)));
                }
                attachment(row).merge(next.attachment(from), how.nanos());
            }
        }
    }

    private void append(long[] key) {
        if ((rows + 1) * keyWords > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            values = Arrays.copyOf(values, 2 * values.length);
        }
        System.arraycopy(key, 0, keys, rows * keyWords, keyWords);
        for (int column = 0; column < folds.length; column++) {
            values[rows * folds.length + column] = folds[column].empty;
        }
        attachments.add(attachment.get());
        rows++;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        for (int row = 0; row < rows; row++) {
            place(row);
        }
    }

    private void place(int row) {
        long hash = SecretHash.of(keys, row * keyWords, keyWords);
        slots[freeSlot(hash)] = marked(hash, row + 1);
    }

    /** The row's number with bits of the hash that do not tell the slot. */
    private int marked(long hash, int number) {
        return ((int) (hash >>> MARK_SHIFT) & ~rowMask) | number;
    }

    /** Halves the share of keys that are kept. */
    private void sampleMore() {
        sampledBits++;
        Arrays.fill(recent, EMPTY);
        List<A> kept = new ArrayList<>();
        int to = 0;
        for (int row = 0; row < rows; row++) {
            if (!isLeftOut(keys, row * keyWords)) {
                System.arraycopy(keys, row * keyWords, keys, to * keyWords, keyWords);
                System.arraycopy(values, row * folds.length, values, to * folds.length, folds.length);
                kept.add(attachments.get(row));
                to++;
            }
        }
        rows = to;
        attachments = kept;
        Arrays.fill(slots, EMPTY);
        for (int row = 0; row < rows; row++) {
            place(row);
        }
    }

    private boolean isLeftOut(long[] words, int from) {
        return sampledBits > 0 && hash(words, from) >>> (Long.SIZE - sampledBits) != 0;
    }

    private int slotOf(long hash, long[] key) {
        int mark = marked(hash, 0);
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != EMPTY && !((slots[slot] & ~rowMask) == mark && isKey((slots[slot] & rowMask) - 1, key))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int freeSlot(long hash) {
        int slot = (int) hash & (slots.length - 1);
        while (slots[slot] != EMPTY) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private boolean isKey(int row, long[] key) {
        int at = row * keyWords;
        for (int word = 0; word < keyWords; word++) {
            if (keys[at + word] != key[word]) {
                return false;
            }
        }
        return true;
    }

    /** What tells the sample, the same in every process. One product in sequence for each word, then the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    private long hash(long[] words, int from) {
        long hash = 0;
        for (int word = from; word < from + keyWords; word++) {
            long product = words[word] * 0xd6e8feb86659fd93L;
            hash = (Long.rotateLeft(hash, 29) ^ product ^ (product >>> 32)) * 0x9e3779b97f4a7c15L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** What rows of counters have besides: nothing. */
    public enum Nothing implements Mergeable<Nothing> {
        AT_ALL;

        @Override
        public void merge(Nothing next, long nanos) {
            // Nothing and nothing is nothing.
        }

        @Override
        public void write(FieldWriter to) {
            // Takes no octet.
        }

        @Override
        public void read(FieldReader from) {
            // Took no octet.
        }
    }
}
