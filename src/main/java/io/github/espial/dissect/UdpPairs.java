package io.github.espial.dissect;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import java.io.IOException;
import java.util.Arrays;

/**
 * Pairs of UDP end points that carry ESP, besides port 4500: known because IKE with a non-ESP marker was seen on them.
 *
 * <p>A small set that is asked for every UDP packet: it allocates only when it grows. Not thread-safe.
 */
public final class UdpPairs {
    /** Pairs at the most; a capture with more is looking at something else. */
    private static final int LIMIT = 64;

    private static final int WORDS = 5;

    private long[] words = new long[WORDS];
    private int pairs;

    public boolean isEmpty() {
        return pairs == 0;
    }

    /** Adds the pair in either direction; false when it was there already, or the set is full. */
    public boolean add(long high1, long low1, int port1, long high2, long low2, int port2) {
        if (pairs == LIMIT || contains(high1, low1, port1, high2, low2, port2)) {
            return false;
        }
        words = Arrays.copyOf(words, (pairs + 1) * WORDS);
        int at = pairs * WORDS;
        words[at] = high1;
        words[at + 1] = low1;
        words[at + 2] = high2;
        words[at + 3] = low2;
        words[at + 4] = ((long) port1 << 16) | port2;
        pairs++;
        return true;
    }

    public boolean contains(long high1, long low1, int port1, long high2, long low2, int port2) {
        for (int at = 0; at < pairs * WORDS; at += WORDS) {
            if (is(at, high1, low1, port1, high2, low2, port2) || is(at, high2, low2, port2, high1, low1, port1)) {
                return true;
            }
        }
        return false;
    }

    /** Adds all pairs of {@code other}; true when any was new. */
    public boolean addAll(UdpPairs other) {
        boolean added = false;
        for (int at = 0; at < other.pairs * WORDS; at += WORDS) {
            long[] from = other.words;
            int ports = (int) from[at + 4];
            added |= add(from[at], from[at + 1], ports >>> 16, from[at + 2], from[at + 3], ports & 0xffff);
        }
        return added;
    }

    public boolean containsAll(UdpPairs other) {
        UdpPairs all = new UdpPairs();
        all.addAll(this);
        return !all.addAll(other);
    }

    /** All pairs, in the order that they were added. */
    public void write(FieldWriter to) throws IOException {
        to.number(pairs);
        for (int word = 0; word < pairs * WORDS; word++) {
            to.word(words[word]);
        }
    }

    /** Adds all pairs that {@link #write} wrote. */
    public void read(FieldReader from) throws IOException {
        int count = from.count(LIMIT, WORDS);
        for (int pair = 0; pair < count; pair++) {
            long high1 = from.word();
            long low1 = from.word();
            long high2 = from.word();
            long low2 = from.word();
            long ports = from.word();
            from.hold(ports >>> Integer.SIZE == 0, "a pair of ports");
            add(high1, low1, (int) ports >>> 16, high2, low2, (int) ports & 0xffff);
        }
    }

    private boolean is(int at, long high1, long low1, int port1, long high2, long low2, int port2) {
        return words[at + 4] == (((long) port1 << 16) | port2)
                && words[at] == high1
                && words[at + 1] == low1
                && words[at + 2] == high2
                && words[at + 3] == low2;
    }
}
