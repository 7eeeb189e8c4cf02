package io.github.espial.read;

import java.util.ArrayList;
import java.util.List;

/**
 * How a file is divided among threads.
 *
 * @param threads that read at the same time, at least 1; with one, nothing is divided
 * @param smallest octets of the smallest file that is divided
 * @param first octets of the first piece, which is read before all others since it tells what these need to know
 * @param others octets of every other piece
 */
public record Division(int threads, long smallest, long first, long others) {
    /** Nothing is divided. */
    public static final Division NONE = among(1);

    /** Smaller files are read before a second thread would have warmed up. */
    private static final long SMALLEST = 16L << 20;

    /** Octets of the usual first piece: descriptions of interfaces come first, and take little. */
    public static final long FIRST = 1L << 18;

    /** Large enough that merging, and getting to know the same flows again, costs little beside reading. */
    private static final long OTHERS = 48L << 20;

    public Division {
        if (threads < 1 || first < 1 || others < 1) {
            throw new IllegalArgumentException("no division: " + threads + " threads, " + first + " and " + others);
        }
    }

    /** The usual pieces, read by {@code threads}. */
    public static Division among(int threads) {
        return new Division(threads, SMALLEST, FIRST, OTHERS);
    }

    boolean divides(long octets) {
        return threads > 1 && octets >= smallest;
    }

    /** What piece {@code index}, from 0, of a file of {@code octets} is to have; the last one has all there are. */
    PieceSpan span(int index, long octets) {
        return new PieceSpan(index == 0 ? 0 : end(index - 1, octets), end(index, octets));
    }

    /** What all pieces of a file of {@code octets} are to have, in order. */
    public List<PieceSpan> spans(long octets) {
        List<PieceSpan> spans = new ArrayList<>();
        do {
            spans.add(span(spans.size(), octets));
        } while (spans.get(spans.size() - 1).to() < octets);
        return spans;
    }

    private long end(int index, long octets) {
        long end = first + index * others;
        return end >= octets ? Long.MAX_VALUE : end;
    }
}
