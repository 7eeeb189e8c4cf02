package io.github.espial.net;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Values by prefix, found by the longest prefix that holds an address (RFC 1812 §5.2.4.3). Not thread-safe. */
public final class PrefixTable<V> {
    /** In the order of prefixes, by which those within another follow it. */
    private final NavigableMap<IpPrefix, V> values = new TreeMap<>();
    /** Lengths of the prefixes that there are, of either version of IP. */
    private final BitSet lengths = new BitSet();

    /** A prefix and what stands under it. */
    public record Entry<V>(IpPrefix prefix, V value) {}

    /** Puts {@code value} under {@code prefix}, in place of what stood there. */
    public void put(IpPrefix prefix, V value) {
        values.put(prefix, value);
        lengths.set(prefix.length());
    }

    /** What stands under {@code prefix} itself. */
    public Optional<V> get(IpPrefix prefix) {
        return Optional.ofNullable(values.get(prefix));
    }

    /** The longest prefix that holds {@code address}. */
    public Optional<Entry<V>> longestMatch(IpAddress address) {
        return longestMatch(IpPrefix.host(address));
    }

    /** The longest prefix that holds all of {@code prefix}, which may be itself. */
    public Optional<Entry<V>> longestMatch(IpPrefix prefix) {
        for (int length = lengths.previousSetBit(prefix.length());
                length >= 0;
                length = lengths.previousSetBit(length - 1)) {
            IpPrefix holding = IpPrefix.holding(prefix.address(), length);
            Optional<V> value = get(holding);
            if (value.isPresent()) {
                return Optional.of(new Entry<>(holding, value.get()));
            }
        }
        return Optional.empty();
    }

    /** All prefixes that lie in {@code prefix}, itself included, in order. */
    public List<Entry<V>> within(IpPrefix prefix) {
        List<Entry<V>> within = new ArrayList<>();
        for (Map.Entry<IpPrefix, V> entry : values.tailMap(prefix, true).entrySet()) {
            if (!prefix.contains(entry.getKey())) {
                break;
            }
            within.add(new Entry<>(entry.getKey(), entry.getValue()));
        }
        return within;
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }
}
