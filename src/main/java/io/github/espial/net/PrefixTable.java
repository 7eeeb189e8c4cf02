package io.github.espial.net;

import inet.ipaddr.format.util.AssociativeAddressTrie;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import inet.ipaddr.ipv6.IPv6Address;
import inet.ipaddr.ipv6.IPv6AddressAssociativeTrie;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by prefix, found by the longest prefix that holds an address (RFC 1812 §5.2.4.3). Not thread-safe. */
public final class PrefixTable<V> {
    /** The library's, once there is something to hold: to load it takes longer than to read a small capture. */
    private Optional<Tries<V>> tries = Optional.empty();

    /** A prefix and what stands under it. */
    public record Entry<V>(IpPrefix prefix, V value) {}

    /** Puts {@code value} under {@code prefix}, in place of what stood there. */
    public void put(IpPrefix prefix, V value) {
        Tries<V> filled = tries.orElseGet(Tries::new);
        filled.put(prefix, new Entry<>(prefix, value));
        tries = Optional.of(filled);
    }

    /** What stands under {@code prefix} itself. */
    public Optional<V> get(IpPrefix prefix) {
        return tries.flatMap(filled -> filled.get(prefix)).map(Entry::value);
    }

    /** The longest prefix that holds {@code address}. */
    public Optional<Entry<V>> longestMatch(IpAddress address) {
        return longestMatch(IpPrefix.host(address));
    }

    /** The longest prefix that holds all of {@code prefix}, which may be itself. */
    public Optional<Entry<V>> longestMatch(IpPrefix prefix) {
        return tries.flatMap(filled -> filled.longestMatch(prefix));
    }

    /** All prefixes that lie in {@code prefix}, itself included, in order. */
    public List<Entry<V>> within(IpPrefix prefix) {
        return tries.map(filled -> filled.within(prefix)).orElse(List.of());
    }

    public boolean isEmpty() {
        return tries.isEmpty();
    }

    /** One trie for each version of IP. */
    private static final class Tries<V> {
        private final IPv4AddressAssociativeTrie<Entry<V>> version4 = new IPv4AddressAssociativeTrie<>();
        private final IPv6AddressAssociativeTrie<Entry<V>> version6 = new IPv6AddressAssociativeTrie<>();

        void put(IpPrefix prefix, Entry<V> entry) {
            if (prefix.address().version() == 4) {
                version4.put(version4(prefix), entry);
            } else {
                version6.put(version6(prefix), entry);
            }
        }

        /** The library has null for no entry. */
        Optional<Entry<V>> get(IpPrefix prefix) {
            return Optional.ofNullable(
                    prefix.address().version() == 4 ? version4.get(version4(prefix)) : version6.get(version6(prefix)));
        }

        Optional<Entry<V>> longestMatch(IpPrefix prefix) {
            return prefix.address().version() == 4
                    ? valueOf(version4.longestPrefixMatchNode(version4(prefix)))
                    : valueOf(version6.longestPrefixMatchNode(version6(prefix)));
        }

        List<Entry<V>> within(IpPrefix prefix) {
            List<Entry<V>> entries = new ArrayList<>();
            if (prefix.address().version() == 4) {
                collect(version4.elementsContainedBy(version4(prefix)), entries);
            } else {
                collect(version6.elementsContainedBy(version6(prefix)), entries);
            }
            entries.sort((one, other) -> one.prefix().compareTo(other.prefix()));
            return entries;
        }

        /** The library has null for no node. */
        private static <V> Optional<Entry<V>> valueOf(
                AssociativeAddressTrie.@Nullable AssociativeTrieNode<?, Entry<V>> node) {
            return node == null ? Optional.empty() : Optional.ofNullable(node.getValue());
        }

        private static <V> void collect(
                AssociativeAddressTrie.@Nullable AssociativeTrieNode<?, Entry<V>> node, List<Entry<V>> entries) {
            if (node != null) {
                node.nodeIterator(true).forEachRemaining(each -> entries.add(each.getValue()));
            }
        }

        private static IPv4Address version4(IpPrefix prefix) {
            int octets = (int) prefix.address().low();
            return prefix.length() == 32 ? new IPv4Address(octets) : new IPv4Address(octets, prefix.length());
        }

        private static IPv6Address version6(IpPrefix prefix) {
            byte[] octets = ByteBuffer.allocate(16)
                    .putLong(prefix.address().high())
                    .putLong(prefix.address().low())
                    .array();
            return prefix.length() == 128 ? new IPv6Address(octets) : new IPv6Address(octets, prefix.length());
        }
    }
}
