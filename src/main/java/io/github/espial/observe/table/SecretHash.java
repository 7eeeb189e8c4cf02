package io.github.espial.observe.table;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A hash by numbers that are drawn anew in each process: who makes a capture cannot choose keys that fall into one place.
 *
 * <p>The sum of products of halves, NH (Black, Halevi, Krawczyk, Krovetz, Rogaway, UMAC, CRYPTO 1999): of any two keys the
 * sums agree with probability 2^-32 at the most. It decides where a row is found, and nothing that is told.
 */
public final class SecretHash {
    /** Words of a key at the most. */
    public static final int MOST_WORDS = 32;

    private static final int[] SECRETS = new int[2 * MOST_WORDS];

    static {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < SECRETS.length; i++) {
            SECRETS[i] = random.nextInt();
        }
    }

    private SecretHash() {}

    /** The hash of {@code count} words, from one on. */
    public static long of(long[] words, int from, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            long word = words[from + i];
            sum += Integer.toUnsignedLong((int) word + SECRETS[2 * i])
                    * Integer.toUnsignedLong((int) (word >>> Integer.SIZE) + SECRETS[2 * i + 1]);
        }
        // The lower bits of a sum of products are the poorer ones, and a slot is told by them.
        long mixed = (sum ^ (sum >>> 32)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 32);
    }
}
