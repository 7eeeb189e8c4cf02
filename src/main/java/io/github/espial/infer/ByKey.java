package io.github.espial.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Gathers by key what a flood brings one of for each: that one takes no room for more. */
final class ByKey {
    private ByKey() {}

    /** Adds {@code value} to the set of {@code key}, which is in order. */
    static <K, V extends Comparable<V>> void add(Map<K, Set<V>> sets, K key, V value) {
        add(sets, key, value, TreeSet::new);
    }

    /** Adds {@code value} to the set of {@code key}, which is in no order. */
    static <K, V> void addInNoOrder(Map<K, Set<V>> sets, K key, V value) {
        add(sets, key, value, HashSet::new);
    }

    private static <K, V> void add(Map<K, Set<V>> sets, K key, V value, UnaryOperator<Set<V>> copy) {
        Set<V> there = sets.get(key);
        if (there == null) {
            sets.put(key, Set.of(value));
        } else if (there.size() > 1) {
            there.add(value);
        } else if (!there.contains(value)) {
            Set<V> both = copy.apply(there);
            both.add(value);
            sets.put(key, both);
        }
    }

    /** Appends {@code value} to the list of {@code key}. */
    static <K, V> void append(Map<K, List<V>> lists, K key, V value) {
        List<V> there = lists.get(key);
        if (there == null) {
            lists.put(key, List.of(value));
        } else if (there.size() > 1) {
            there.add(value);
        } else {
            List<V> both = new ArrayList<>(there);
            both.add(value);
            lists.put(key, both);
        }
    }
}
