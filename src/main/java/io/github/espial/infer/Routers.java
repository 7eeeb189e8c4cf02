package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tells routers apart by the addresses they claim, not by bare MACs.
 *
 * <p>MACs that claim one address, at once or one after the other, count as one router: after a failover it is the same
 * next hop, and where two stations dispute an address nothing is proven about either. A virtual MAC that never sends
 * (HSRP and VRRP routers may receive on it and send from their own) is one with the MAC that answers come from, as far
 * as hosts that nothing else was handed to tell.
 */
final class Routers {
    /** The share of a silent virtual MAC's hosts that must answer from one MAC for the two to be one router. */
    private static final double ONE_ANSWERER = 0.9;
    /** Hosts that must do so: a single one may rightly answer by another router. */
    private static final int ENOUGH_HOSTS = 2;

    private final Bindings bindings;
    private final Map<MacAddress, MacAddress> joined = new TreeMap<>();
    private final Map<MacAddress, Set<List<Integer>>> vlans = new HashMap<>();
    private final Map<MacAddress, Set<MacAddress>> members = new HashMap<>();
    private final Map<List<Object>, Router> known = new HashMap<>();

    /**
     * @param cards network cards of servers, which are nobody's routers
     */
    Routers(Facts facts, Bindings bindings, Set<MacAddress> cards) {
        this.bindings = bindings;
        for (IpAddress address : bindings.claimed()) {
            List<MacAddress> claimants = bindings.claimsOf(address).stream()
                    .map(Claim::mac)
                    .filter(mac -> !cards.contains(mac))
                    .distinct()
                    .toList();
            claimants.forEach(mac -> join(claimants.get(0), mac));
        }
        joinSilentVirtualMacs(facts, cards);
        joined.keySet()
                .forEach(mac -> members.computeIfAbsent(root(mac), key -> new TreeSet<>())
                        .add(mac));
        facts.talks()
                .filter(talk -> !talk.hop().vlans().isEmpty())
                .forEach(talk -> talk.hop()
                        .destination()
                        .ifPresent(mac -> vlans.computeIfAbsent(root(mac), key -> new HashSet<>())
                                .add(talk.hop().vlans())));
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
                || known.addresses().contains(station.address().get())) {
            return known;
        }
        Set<IpAddress> addresses = new TreeSet<>(known.addresses());
        addresses.add(station.address().get());
        return new Router(known.macs(), List.copyOf(addresses), known.vlans());
    }

    /** Asked for every frame's hop: each router is put together once. */
    private Router router(MacAddress mac, List<Integer> tags) {
        return known.computeIfAbsent(List.of(mac, tags), key -> put(mac, tags));
    }

    private Router put(MacAddress mac, List<Integer> tags) {
        MacAddress root = root(mac);
        Set<MacAddress> macs = members.getOrDefault(root, Set.of(mac));
        Set<IpAddress> addresses = new TreeSet<>();
        macs.forEach(one -> addresses.addAll(bindings.addressesOf(one)));
        boolean onSeveral = vlans.getOrDefault(root, Set.of()).size() > 1;
        return new Router(List.copyOf(macs), List.copyOf(addresses), onSeveral ? tags : List.of());
    }

    private MacAddress root(MacAddress mac) {
        MacAddress at = mac;
        MacAddress next = joined.get(at);
        while (next != null && !next.equals(at)) {
            at = next;
            next = joined.get(at);
        }
        return at;
    }

    private void join(MacAddress one, MacAddress other) {
        joined.putIfAbsent(one, one);
        joined.putIfAbsent(other, other);
        joined.put(root(other), root(one));
    }

    private void joinSilentVirtualMacs(Facts facts, Set<MacAddress> cards) {
        Map<List<IpAddress>, Set<MacAddress>> takers = new HashMap<>();
        facts.talks()
                .filter(talk -> talk.hop().source().filter(cards::contains).isPresent())
                .forEach(talk -> talk.hop()
                        .destination()
                        .ifPresent(mac -> takers.computeIfAbsent(
                                        List.of(talk.destination(), talk.source()), key -> new TreeSet<>())
                                .add(mac)));
        Map<MacAddress, Map<MacAddress, Set<IpAddress>>> answers = new TreeMap<>();
        facts.talks()
                .filter(talk ->
                        talk.hop().source().filter(mac -> !cards.contains(mac)).isPresent())
                .forEach(talk -> {
                    Set<MacAddress> taken = takers.getOrDefault(List.of(talk.source(), talk.destination()), Set.of());
                    if (taken.size() == 1) {
                        answers.computeIfAbsent(taken.iterator().next(), key -> new TreeMap<>())
                                .computeIfAbsent(talk.hop().source().orElseThrow(), key -> new TreeSet<>())
                                .add(talk.source());
                    }
                });
        answers.forEach((virtual, answerers) -> {
            int all = answerers.values().stream().mapToInt(Set::size).sum();
            answerers.forEach((mac, hosts) -> {
                if (isSilentVirtual(virtual) && hosts.size() >= ENOUGH_HOSTS && hosts.size() >= ONE_ANSWERER * all) {
                    join(virtual, mac);
                }
            });
        });
    }

    /** Whether it is a virtual MAC that nothing comes from but what its router says of itself. */
    private boolean isSilentVirtual(MacAddress mac) {
        return mac.isVirtualRouter() && bindings.addressesOf(mac).containsAll(bindings.spokenBy(mac));
    }
}
