package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * (HSRP and VRRP routers may receive on it and send from their own) is one with the MAC that its answers come from.
 */
final class Routers {
    /** The share of a silent virtual MAC's answers that must come from one MAC for the two to be one router. */
    private static final double ONE_ANSWERER = 0.9;

    private final Bindings bindings;
    private final Map<MacAddress, MacAddress> joined = new TreeMap<>();
    private final Map<MacAddress, Set<List<Integer>>> vlans = new HashMap<>();

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

    private Router router(MacAddress mac, List<Integer> tags) {
        MacAddress root = root(mac);
        Set<MacAddress> macs = new TreeSet<>(Set.of(mac));
        joined.keySet().stream().filter(other -> root(other).equals(root)).forEach(macs::add);
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
        Map<List<IpAddress>, MacAddress> silent = new HashMap<>();
        facts.talks()
                .filter(talk ->
                        talk.hop().destination().filter(this::isSilentVirtual).isPresent())
                .forEach(talk -> silent.put(
                        List.of(talk.destination(), talk.source()),
                        talk.hop().destination().orElseThrow()));
        Map<MacAddress, Map<MacAddress, Long>> answers = new LinkedHashMap<>();
        facts.talks()
                .filter(talk ->
                        talk.hop().source().filter(mac -> !cards.contains(mac)).isPresent())
                .forEach(talk -> Optional.ofNullable(silent.get(List.of(talk.source(), talk.destination())))
                        .ifPresent(virtual -> countAnswer(answers, virtual, talk)));
        answers.forEach((virtual, answerers) -> {
            long all = answerers.values().stream().mapToLong(Long::longValue).sum();
            answerers.forEach((mac, frames) -> {
                if (frames >= ONE_ANSWERER * all) {
                    join(virtual, mac);
                }
            });
        });
    }

    private static void countAnswer(Map<MacAddress, Map<MacAddress, Long>> answers, MacAddress virtual, Talk answer) {
        answers.computeIfAbsent(virtual, key -> new TreeMap<>())
                .merge(answer.hop().source().orElseThrow(), answer.span().frames(), Long::sum);
    }

    private boolean isSilentVirtual(MacAddress mac) {
        return mac.isVirtualRouter() && bindings.spokenBy(mac).isEmpty();
    }
}
