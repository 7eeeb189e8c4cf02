package io.github.espial.net;

/**
 * Hashes of what strangers choose. Sums of plain numbers, as pairs of hosts would have, are easily made all one: then a
 * table looks through all its keys for each.
 */
final class Scattered {
    private Scattered() {}

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
    static int hash(long word) {
        long hash = word + 0x9e3779b97f4a7c15L;
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return (int) (hash ^ (hash >>> 31));
    }
}
