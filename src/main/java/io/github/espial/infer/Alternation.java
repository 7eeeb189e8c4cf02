package io.github.espial.infer;

import io.github.espial.observe.Series;
import java.util.Set;
import java.util.TreeSet;

/** Tells two things that go on side by side from two that follow one another. */
public final class Alternation {
    /** Changes from one to the other that make them alternate: going over and coming back again are two. */
    private static final int CHANGES = 3;

    private Alternation() {}

    /** Whether frames of both kept coming at the same time. */
    public static boolean between(Series one, Series other) {
        int bits = Math.max(one.widthBits(), other.widthBits());
        return between(one.activeBuckets(bits), other.activeBuckets(bits));
    }

    /** Whether elements of both sets mix when they are put in order; an element of both is a change. */
    static <T extends Comparable<T>> boolean between(Set<T> one, Set<T> other) {
        return changes(one, other) >= CHANGES;
    }

    /** How often elements of the one set are followed by such of the other, when they are put in order. */
    static <T extends Comparable<T>> int changes(Set<T> one, Set<T> other) {
        Set<T> all = new TreeSet<>(one);
        all.addAll(other);
        int changes = 0;
        boolean wasOne = false;
        boolean wasOther = false;
        for (T element : all) {
            boolean isOne = one.contains(element);
            boolean isOther = other.contains(element);
            if ((isOne && wasOther) || (isOther && wasOne)) {
                changes++;
            }
            wasOne = isOne;
            wasOther = isOther;
        }
        return changes;
    }
}
