package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.routing.Machine;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which MAC claims which address on the wire, is stated to have it or has it in the server's neighbor table, and which
 * MAC speaks for which.
 */
final class Bindings {
    /** A card that speaks for more addresses than this, and claims none, may be a router's. */
    private static final int FEW = 4;

    private final Map<MacAddress, Set<IpAddress>> addresses = new TreeMap<>();
    private final Map<IpAddress, Set<MacAddress>> holders = new HashMap<>();
    private final Map<Claimed, List<Claim>> claimsByMac = new HashMap<>();
    private final Map<IpAddress, Optional<MacAddress>> latest = new HashMap<>();
    private final Map<MacAddress, Map<Integer, Boolean>> few = new HashMap<>();
    private final Map<IpAddress, List<Claim>> claims = new TreeMap<>();
    private final Map<IpAddress, MacAddress> stated = new TreeMap<>();
    private final Map<IpAddress, MacAddress> neighbors = new TreeMap<>();
    private final Map<MacAddress, Set<IpAddress>> spoken = new HashMap<>();
    private final Set<MacAddress> takers = new HashSet<>();
    private final Map<MacAddress, Long> lastSpoke = new HashMap<>();

    Bindings(Facts facts, Statements statements, Machine machine) {
        statements.gateways().forEach(this::state);
        new TreeMap<>(statements.nextHops()).values().forEach(this::state);
        for (Claim claim : facts.claims()) {
            ByKey.add(addresses, claim.mac(), claim.address());
            ByKey.append(claims, claim.address(), claim);
            ByKey.append(claimsByMac, new Claimed(claim.address(), claim.mac()), claim);
        }
        // A neighbor table is a moment's; what the wire showed meanwhile goes before it.
        machine.neighbors().forEach((address, mac) -> {
            if (!claims.containsKey(address) && !stated.containsKey(address)) {
                neighbors.put(address, mac);
                ByKey.add(addresses, mac, address);
            }
        });
        facts.talks().forEach(this::hear);
        for (Claim claim : facts.claims()) {
            spoke(claim.mac(), claim.span());
        }
        facts.talks().forEach(talk -> nameByNotice(talk, facts));
        addresses.forEach((mac, all) -> {
            for (IpAddress address : all) {
                ByKey.add(holders, address, mac);
            }
        });
    }

    private void hear(Talk talk) {
        if (talk.hop().destination().isPresent()) {
            takers.add(talk.hop().destination().get());
        }
        Optional<MacAddress> giver = talk.hop().source();
        if (giver.isPresent()) {
            spoke(giver.get(), talk.span());
            if (!talk.source().isLinkLocal()) {
                ByKey.add(spoken, giver.get(), talk.source());
            }
        }
    }

    /** Who sends a notice of its own, and is handed packets, has the address it sends it from. */
    private void nameByNotice(Talk talk, Facts facts) {
        Optional<MacAddress> giver = talk.hop().source();
        if (giver.isPresent()
                && takers.contains(giver.get())
                && talk.isFresh()
                && facts.hasNotice(talk.source(), talk.hop())) {
            ByKey.add(addresses, giver.get(), talk.source());
        }
    }

    private void state(Station station) {
        station.mac()
                .ifPresent(mac -> station.address().ifPresent(address -> {
                    stated.put(address, mac);
                    ByKey.add(addresses, mac, address);
                }));
    }

    /** Addresses that {@code mac} claims, is stated to have or has in the neighbor table, in order. */
    Set<IpAddress> addressesOf(MacAddress mac) {
        return addresses.getOrDefault(mac, Set.of());
    }

    /** Claims of {@code address}, by any MAC. */
    List<Claim> claimsOf(IpAddress address) {
        return claims.getOrDefault(address, List.of());
    }

    /** MACs that claim {@code address}, are stated to have it or have it in the neighbor table. */
    Set<MacAddress> holdersOf(IpAddress address) {
        return holders.getOrDefault(address, Set.of());
    }

    /** Claims of {@code address} by {@code mac}. */
    List<Claim> claimsOf(IpAddress address, MacAddress mac) {
        return claimsByMac.getOrDefault(new Claimed(address, mac), List.of());
    }

    /** Whether two MACs claim one address at the same time, and not as routers that share a virtual one do. */
    boolean dispute(MacAddress one, MacAddress other) {
        return !one.equals(other)
                && !one.isVirtualRouter()
                && !other.isVirtualRouter()
                && fewerOf(addressesOf(one), addressesOf(other)).stream()
                        .anyMatch(address ->
                                claimsOf(address, one).stream().anyMatch(claim -> isClaimedMeanwhile(claim, other)));
    }

    /** Whether both claim one address, at whatever time. */
    boolean haveClaimedOne(MacAddress one, MacAddress other) {
        return fewerOf(addressesOf(one), addressesOf(other)).stream()
                .anyMatch(address -> !claimsOf(address, one).isEmpty()
                        && !claimsOf(address, other).isEmpty());
    }

    private static Set<IpAddress> fewerOf(Set<IpAddress> one, Set<IpAddress> other) {
        return one.size() < other.size() ? one : other;
    }

    private boolean isClaimedMeanwhile(Claim claim, MacAddress other) {
        return claimsOf(claim.address(), other).stream()
                .anyMatch(rival -> rival.span().overlaps(claim.span()));
    }

    boolean claims(MacAddress mac, IpAddress address) {
        return addressesOf(mac).contains(address);
    }

    /** Addresses that {@code mac} sends packets from, its own or others', link-local ones left out. */
    Set<IpAddress> spokenBy(MacAddress mac) {
        return spoken.getOrDefault(mac, Set.of());
    }

    /** Whether {@code mac} sends packets from so few addresses of an IP version as a host has. */
    boolean speaksForFew(MacAddress mac, int version) {
        return few.computeIfAbsent(mac, key -> new HashMap<>())
                .computeIfAbsent(
                        version,
                        key -> spokenBy(mac).stream()
                                        .filter(other -> other.version() == version)
                                        .limit(FEW + 1L)
                                        .count()
                                <= FEW);
    }

    /** When {@code mac} sent a packet or claimed an address last, in nanoseconds since the epoch; the least value if never. */
    long lastSpoke(MacAddress mac) {
        return lastSpoke.getOrDefault(mac, Long.MIN_VALUE);
    }

    private void spoke(MacAddress mac, Span span) {
        if (span.hasTime()) {
            lastSpoke.merge(mac, span.lastNanos(), Math::max);
        }
    }

    /** Whether any packet was handed to {@code mac}. */
    boolean isHandedFrames(MacAddress mac) {
        return takers.contains(mac);
    }

    /** The MAC that {@code address} is stated to have, or else that claimed it last, or has it in the neighbor table. */
    Optional<MacAddress> latestMac(IpAddress address) {
        return Optional.ofNullable(stated.get(address))
                .or(() -> latest.computeIfAbsent(address, this::lastClaimant))
                .or(() -> Optional.ofNullable(neighbors.get(address)));
    }

    private Optional<MacAddress> lastClaimant(IpAddress address) {
        return claimsOf(address).stream()
                .max((one, other) -> {
                    int byTime =
                            Long.compare(one.span().lastNanos(), other.span().lastNanos());
                    return byTime != 0
                            ? byTime
                            : one.span().lastFrame().compareTo(other.span().lastFrame());
                })
                .map(Claim::mac);
    }

    /** All MACs that claim anything. */
    Set<MacAddress> claimants() {
        return addresses.keySet();
    }

    /** All addresses that are claimed. */
    Set<IpAddress> claimed() {
        return claims.keySet();
    }

    /** An address with a MAC that claims it. */
    private record Claimed(IpAddress address, MacAddress mac) implements Comparable<Claimed> {
        /** So that keys of one hash, which are easily made, are found by order. */
        @Override
        public int compareTo(Claimed other) {
            int order = address.compareTo(other.address);
            return order == 0 ? mac.compareTo(other.mac) : order;
        }

        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Claimed claimed && claimed.address.equals(address) && claimed.mac.equals(mac);
        }

        @Override
        public int hashCode() {
            return 31 * address.hashCode() + mac.hashCode();
        }
    }
}
