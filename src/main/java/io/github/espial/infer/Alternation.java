package io.github.espial.infer;

import io.github.espial.observe.Series;
import java.util.NavigableSet;

/** Tells two things that go on side by side from two that follow one another. */
public final class Alternation {
    /** Changes from one to the other that make them alternate: going over and coming back again are two. */
    private static final int CHANGES = 3;

    private Alternation() {}

    /** Whether frames of both kept coming at the same time. */
    public static boolean between(Series one, Series other) {
        if (one.length() == 0 || other.length() == 0 || endsBefore(one, other) || endsBefore(other, one)) {
            return false;
        }
        int bits = Math.max(one.widthBits(), other.widthBits());
        return between(one.activeBuckets(bits), other.activeBuckets(bits));
    }

    /** Whether the one is over in buckets of either's width when the other begins: then it is left once at the most. */
    private static boolean endsBefore(Series one, Series other) {
        return one.startNanos(one.length() - 1) + one.bucketNanos() <= other.startNanos(0);
    }

    /** Whether elements of both sets mix when they are put in order; an element of both is a change. */
    static <T extends Comparable<T>> boolean between(NavigableSet<T> one, NavigableSet<T> other) {
        return changes(one, other) >= CHANGES;
    }

    /**
     * How often elements of the one set are followed by such of the other, when they are put in order. The smaller set is
     * gone through only, as one router may have all destinations, and each of thousands of others a few.
     */
    static <T extends Comparable<T>> int changes(NavigableSet<T> one, NavigableSet<T> other) {
        return one.size() < other.size() ? changesAround(one, other) : changesAround(other, one);
    }

    private static <T extends Comparable<T>> int changesAround(NavigableSet<T> few, NavigableSet<T> many) {
        int changes = 0;
        boolean wasFew = false;
        boolean wasMany = !few.isEmpty() && many.lower(few.first()) != null;
        for (T element : few) {
            boolean isMany = many.contains(element);
            if (wasMany || (isMany && wasFew)) {
                changes++;
            }
            T next = few.higher(element);
            T between = many.higher(element);
            boolean isBetween = between != null && (next == null || between.compareTo(next) < 0);
            changes += isBetween ? 1 : 0;
            wasFew = !isBetween;
            wasMany = isBetween || isMany;
        }
        return changes;
    }
}
