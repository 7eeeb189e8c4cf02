package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells routers apart by the addresses they claim, not by bare MACs.
 *
 * <p>MACs that claim one address, at once or one after the other, count as one router: after a failover it is the same
 * next hop, and where two stations dispute an address nothing is proven about either. Not so where each has an address of
 * its own besides: then these are two routers that take one role over from each other, and {@link #mayBeOne} tells of it. A
 * virtual MAC is such a role, and one with nothing but other virtual MACs of its address.
 */
final class Routers {
    private final Bindings bindings;
    private final VirtualRouters virtual;
    private final Map<MacAddress, MacAddress> joined = new TreeMap<>();
    private final Map<MacAddress, Set<List<Integer>>> vlans = new HashMap<>();
    private final Map<MacAddress, Set<MacAddress>> members = new HashMap<>();
    private final Map<MacAddress, Map<List<Integer>, Router>> known = new HashMap<>();
    private final Map<MacAddress, Boolean> own = new HashMap<>();

    /**
     * @param cards network cards of servers, which are nobody's routers
     */
    Routers(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        this.bindings = bindings;
        this.virtual = new VirtualRouters(facts, bindings, cards);
        for (IpAddress address : bindings.claimed()) {
            Set<MacAddress> roles = new LinkedHashSet<>();
            Set<MacAddress> hosts = new LinkedHashSet<>();
            for (Claim claim : bindings.claimsOf(address)) {
                if (!cards.contains(claim.mac())) {
                    (claim.mac().isVirtualRouter() ? roles : hosts).add(claim.mac());
                }
            }
            joinAll(List.copyOf(roles));
            joinAll(List.copyOf(hosts));
        }
        new Takeovers(facts, bindings, cards).all().forEach((before, after) -> join(after, before));
        for (MacAddress mac : joined.keySet()) {
            members.computeIfAbsent(root(mac), key -> new TreeSet<>()).add(mac);
        }
        facts.talks().forEach(this::noteVlans);
    }

    private void noteVlans(Talk talk) {
        Optional<MacAddress> taker = talk.hop().destination();
        if (taker.isPresent() && !talk.hop().vlans().isEmpty()) {
            vlans.computeIfAbsent(root(taker.get()), key -> new HashSet<>())
                    .add(talk.hop().vlans());
        }
    }

    private void joinAll(List<MacAddress> claimants) {
        for (MacAddress mac : claimants) {
            MacAddress first = claimants.get(0);
            if (!hasItsOwn(first) || !hasItsOwn(mac)) {
                join(first, mac);
            }
        }
    }

    /** Whether {@code mac} claims an address that no other does. */
    private boolean hasItsOwn(MacAddress mac) {
        return own.computeIfAbsent(
                mac,
                key -> bindings.addressesOf(mac).stream()
                        .anyMatch(address -> bindings.claimsOf(address).stream()
                                .map(Claim::mac)
                                .allMatch(mac::equals)));
    }

    /**
     * Whether what was handed to the one may have been meant for the other: both claim one address, or the one is the own
     * MAC of a router behind the virtual one of the other.
     */
    boolean mayBeOne(Router one, Router other) {
        return one.sharesAddress(other)
                || one.comparedMacs().stream()
                        .anyMatch(mac -> other.comparedMacs().stream().anyMatch(rival -> virtual.mayBeOne(mac, rival)));
    }

    /** Whether a MAC of {@code giver} may be the own one of a router behind a virtual MAC of {@code taker}. */
    boolean serves(Router giver, Router taker) {
        return giver.comparedMacs().stream()
                .anyMatch(mac -> taker.comparedMacs().stream().anyMatch(one -> virtual.serves(mac, one)));
    }

    /** Whether a notice from {@code giver}, sent as {@code sender}, is of the router behind a virtual MAC of {@code taker}. */
    boolean speaksFor(Router giver, IpAddress sender, Router taker) {
        return giver.comparedMacs().stream()
                .anyMatch(mac -> taker.comparedMacs().stream().anyMatch(one -> virtual.speaksFor(mac, sender, one)));
    }

    /** The router that frames of {@code hop} were handed to; empty where the link layer does not tell. */
    Optional<Router> takerOf(Hop hop) {
        return hop.destination().filter(mac -> !mac.isGroup()).map(mac -> router(mac, hop.vlans()));
    }

    /** The router that sent frames of {@code hop}. */
    Optional<Router> giverOf(Hop hop) {
        return hop.source().map(mac -> router(mac, hop.vlans()));
    }

    /** The router that has {@code station}'s MAC, or else its address. */
    Router of(Station station) {
        Optional<MacAddress> mac = station.mac().or(() -> station.address().flatMap(bindings::latestMac));
        Router known = mac.map(one -> router(one, List.of()))
                .orElseGet(
                        () -> new Router(List.of(), station.address().stream().toList(), List.of()));
        if (station.address().isEmpty()
                || mac.filter(one -> bindings.claims(one, station.address().get()))
                        .isPresent()
                || known.addresses().contains(station.address().get())) {
            return known;
        }
        Set<IpAddress> addresses = new TreeSet<>(known.addresses());
        addresses.add(station.address().get());
        return new Router(known.macs(), List.copyOf(addresses), known.vlans());
    }

    /** Asked for every frame's hop: each router is put together once. */
    private Router router(MacAddress mac, List<Integer> tags) {
        MacAddress root = root(mac);
        boolean onSeveral = vlans.getOrDefault(root, Set.of()).size() > 1;
        return known.computeIfAbsent(root, key -> new HashMap<>())
                .computeIfAbsent(onSeveral ? tags : List.of(), own -> put(mac, root, own));
    }

    private Router put(MacAddress mac, MacAddress root, List<Integer> tags) {
        Set<MacAddress> macs = members.getOrDefault(root, Set.of(mac));
        Set<IpAddress> addresses = new TreeSet<>();
        macs.forEach(one -> addresses.addAll(bindings.addressesOf(one)));
        return new Router(List.copyOf(macs), List.copyOf(addresses), tags);
    }

    /** Shortens the way that it goes, so that all ways stay short. */
    private MacAddress root(MacAddress mac) {
        MacAddress at = mac;
        MacAddress next = joined.get(at);
        while (next != null && !next.equals(at)) {
            MacAddress behind = Objects.requireNonNull(joined.get(next));
            joined.put(at, behind);
            at = behind;
            next = joined.get(at);
        }
        return at;
    }

    private void join(MacAddress one, MacAddress other) {
        joined.putIfAbsent(one, one);
        joined.putIfAbsent(other, other);
        joined.put(root(other), root(one));
    }
}
