package io.github.espial.correlate;

import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The smallest prefixes that network plans commonly use, such that they hold some addresses and spare others: for routes
 * whose networks nobody stated.
 *
 * <p>Each address is taken for one of a /24 (IPv6: /64); many of these in one /16 (IPv6: /48) are taken for parts of it.
 * A prefix that held an address to be spared is made longer until it does not.
 */
public final class SmallestPrefixes {
    /** So many networks of one site are taken for the whole site. */
    private static final int MANY = 4;

    private final TreeSet<IpAddress> spared;

    /** @param spared addresses that no prefix may hold, unless they are to be covered themselves */
    public SmallestPrefixes(Collection<IpAddress> spared) {
        this.spared = new TreeSet<>(spared);
    }

    /** Prefixes in order that hold all {@code addresses}; none of them holds another. */
    public List<IpPrefix> covering(Collection<IpAddress> addresses) {
        TreeSet<IpAddress> hostile = new TreeSet<>(spared);
        hostile.removeAll(new TreeSet<>(addresses));
        TreeSet<IpPrefix> networks = new TreeSet<>();
        addresses.forEach(address -> networks.add(around(address, hostile)));
        Map<IpPrefix, List<IpPrefix>> sites = new TreeMap<>();
        for (IpPrefix network : networks) {
            sites.computeIfAbsent(siteOf(network), site -> new ArrayList<>()).add(network);
        }
        TreeSet<IpPrefix> chosen = new TreeSet<>();
        sites.forEach((site, parts) -> {
            if (parts.size() >= MANY && isFree(site, hostile)) {
                chosen.add(site);
            } else {
                chosen.addAll(parts);
            }
        });
        return withoutInner(chosen);
    }

    private static IpPrefix around(IpAddress address, NavigableSet<IpAddress> hostile) {
        int length = address.version() == 4 ? 24 : 64;
        int longest = address.version() == 4 ? 32 : 128;
        while (length < longest && !isFree(IpPrefix.holding(address, length), hostile)) {
            length++;
        }
        return IpPrefix.holding(address, length);
    }

    private static IpPrefix siteOf(IpPrefix network) {
        return IpPrefix.holding(network.address(), network.address().version() == 4 ? 16 : 48);
    }

    private static boolean isFree(IpPrefix prefix, NavigableSet<IpAddress> hostile) {
        IpAddress first = hostile.ceiling(prefix.address());
        return first == null || !prefix.contains(first);
    }

    /** Prefixes in order, without those that another one holds. */
    private static List<IpPrefix> withoutInner(Set<IpPrefix> prefixes) {
        List<IpPrefix> outer = new ArrayList<>();
        for (IpPrefix prefix : prefixes) {
            if (outer.isEmpty() || !outer.get(outer.size() - 1).contains(prefix)) {
                outer.add(prefix);
            }
        }
        return outer;
    }
}
