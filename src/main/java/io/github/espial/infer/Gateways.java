package io.github.espial.infer;

import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.RouterOffer;
import io.github.espial.observe.Span;
import io.github.espial.observe.Talk;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds the routers that servers use for destinations no other route matches. */
final class Gateways {
    /** Destinations off the link that one station must take before use alone makes it a default gateway. */
    private static final int DESTINATIONS = 3;
    /** How many times as many as the next busiest router it must take. */
    private static final int PREPONDERANCE = 2;

    /** Routers that a default route may have moved between. */
    private static final int SUCCESSORS = 4;

    private static final double STATED = 12;
    private static final double TABLE = 6;
    private static final double OFFERED = 5;
    private static final double IN_USE = 3;

    private final Map<Router, List<Evidence>> gateways = new LinkedHashMap<>();
    private final RouterIndex sameGateways = new RouterIndex();
    private final RouterIndex sameInUse = new RouterIndex();
    /** What has been answered: thousands of peers ask the same. */
    private final Map<Router, List<Evidence>> evidence = new HashMap<>();

    private final Map<Router, Optional<Span>> used = new HashMap<>();
    private final Map<Router, NavigableSet<IpAddress>> unrelated = new HashMap<>();
    private final Map<Router, Set<IpAddress>> destinations = new LinkedHashMap<>();
    /** When each took packets for hosts that are nobody's peers, by card. */
    private final Map<Router, Map<MacAddress, Span>> unrelatedUse = new LinkedHashMap<>();

    private final Map<Router, Span> use = new LinkedHashMap<>();
    private final Set<IpAddress> peers = new TreeSet<>();
    /** MACs that servers handed anything to. */
    private final Set<MacAddress> takers = new HashSet<>();
    /** What {@link #shareLoad} has answered: thousands of peers ask the same. */
    private final Map<Pair, Boolean> shared = new HashMap<>();

    Gateways(
            Facts facts,
            Statements stated,
            Machine machine,
            Routers routers,
            Bindings bindings,
            Set<MacAddress> cards) {
        boolean areStatedByMac = false;
        for (Station station : stated.gateways()) {
            Router router = routers.of(station);
            areStatedByMac |= !router.macs().isEmpty();
            add(router, Evidence.stated("stated", "you stated that " + station + " is a default gateway", STATED));
        }
        for (Route route : machine.lookup().defaultRoutes()) {
            Optional<IpAddress> router = route.router();
            if (router.isPresent()) {
                String text = "the server's routing table has its default route by " + router.get() + " ("
                        + route.origin() + ")";
                add(routers.of(new Station(Optional.empty(), router)), Evidence.stated("routing-table", text, TABLE));
            }
        }
        for (RouterOffer offer : facts.offers()) {
            boolean isHeard = offer.kind() == RouterOffer.Kind.ROUTER_ADVERTISEMENT || cards.contains(offer.mac());
            if (offer.isDefault() && isHeard) {
                add(routers.of(stationOf(offer)), evidenceOf(offer));
            }
        }
        for (Talk talk : facts.ipsec()) {
            peers.add(talk.destination());
        }
        facts.talks().forEach(talk -> take(talk, routers, bindings, cards));
        // Whoever named another: the Internet goes there. Only what the user states outweighs what is seen.
        if (!areStatedByMac) {
            addBusiest();
        }
    }

    /** Counts what a card of a server sent. */
    private void take(Talk talk, Routers routers, Bindings bindings, Set<MacAddress> cards) {
        Optional<MacAddress> card = talk.hop().source();
        if (card.isEmpty() || !cards.contains(card.get())) {
            return;
        }
        if (talk.hop().destination().isPresent()) {
            takers.add(talk.hop().destination().get());
        }
        Optional<Router> taker = isOffLink(talk, bindings) ? routers.takerOf(talk.hop()) : Optional.empty();
        if (taker.isPresent()) {
            count(taker.get(), talk);
        }
    }

    /** Default gateways and why each is taken for one, likeliest first. */
    Map<Router, List<Evidence>> all() {
        return gateways;
    }

    boolean isGateway(Router router) {
        return !evidenceFor(router).isEmpty();
    }

    /** Whether {@code router} is the one default gateway that is known by its address only. */
    boolean isOnlyNamed(Router router) {
        List<Router> named = gateways.keySet().stream()
                .filter(gateway -> gateway.macs().isEmpty())
                .toList();
        return named.size() == 1 && named.get(0).isSameAs(router);
    }

    /** Why {@code router} is a default gateway; empty when it is none. */
    List<Evidence> evidenceFor(Router router) {
        return evidence.computeIfAbsent(
                router,
                key -> sameGateways.sameAs(router).stream()
                        .flatMap(gateway -> gateways.getOrDefault(gateway, List.of()).stream())
                        .toList());
    }

    /** Whether servers handed anything to {@code mac}. */
    boolean isHandedFrames(MacAddress mac) {
        return takers.contains(mac);
    }

    /** When servers used {@code router}, and how much. */
    Optional<Span> useOf(Router router) {
        return used.computeIfAbsent(
                router,
                key -> sameInUse.sameAs(router).stream()
                        .flatMap(same -> Stream.ofNullable(use.get(same)))
                        .reduce(Span::plus));
    }

    /**
     * Whether servers use both at one time for unrelated destinations without order, as routes of equal cost do: a route for
     * a prefix takes neighboring addresses, and a default route that moves takes all of them at once.
     */
    boolean shareLoad(Router one, Router other) {
        return shared.computeIfAbsent(
                new Pair(one, other),
                pair -> areAtOneTime(one, other) && Alternation.between(unrelatedBy(one), unrelatedBy(other)));
    }

    /** Whether one card uses both at one time, or, where no card uses both, several do. */
    private boolean areAtOneTime(Router one, Router other) {
        Map<MacAddress, Span> ofOne = unrelatedUse.getOrDefault(one, Map.of());
        Map<MacAddress, Span> ofOther = unrelatedUse.getOrDefault(other, Map.of());
        boolean areApart = ofOne.keySet().stream().noneMatch(ofOther::containsKey);
        return ofOne.entrySet().stream()
                .anyMatch(use -> ofOther.entrySet().stream()
                        .filter(rival -> areApart || rival.getKey().equals(use.getKey()))
                        .anyMatch(rival -> rival.getValue().overlaps(use.getValue())));
    }

    private NavigableSet<IpAddress> unrelatedBy(Router router) {
        return unrelated.computeIfAbsent(router, key -> {
            NavigableSet<IpAddress> those = new TreeSet<>();
            for (IpAddress destination : destinations.getOrDefault(router, Set.of())) {
                if (!peers.contains(destination)) {
                    those.add(destination);
                }
            }
            return those;
        });
    }

    private static boolean isOffLink(Talk talk, Bindings bindings) {
        return !talk.destination().isMulticast()
                && !talk.destination().isLinkLocal()
                && talk.hop()
                        .destination()
                        .filter(mac -> !mac.isGroup() && !bindings.claims(mac, talk.destination()))
                        .isPresent();
    }

    private void count(Router router, Talk talk) {
        destinations.computeIfAbsent(router, key -> new TreeSet<>()).add(talk.destination());
        use.merge(router, talk.span(), Span::plus);
        if (!peers.contains(talk.destination())) {
            MacAddress card = talk.hop().source().orElseThrow();
            unrelatedUse.computeIfAbsent(router, key -> new HashMap<>()).merge(card, talk.span(), Span::plus);
        }
        sameInUse.add(router);
    }

    /** The busiest router, and those that were it before or after: a default route moves. */
    private void addBusiest() {
        List<Map.Entry<Router, Set<IpAddress>>> busiest = new ArrayList<>();
        destinations.keySet().forEach(router -> busiest.add(Map.entry(router, unrelatedBy(router))));
        busiest.sort((one, other) ->
                Integer.compare(other.getValue().size(), one.getValue().size()));
        List<Router> found = new ArrayList<>();
        for (Map.Entry<Router, Set<IpAddress>> candidate : busiest.subList(0, Math.min(SUCCESSORS, busiest.size()))) {
            Router router = candidate.getKey();
            boolean isFree = found.stream().noneMatch(other -> areAtOneTime(router, other));
            if (isFree && prevails(router, candidate.getValue().size(), busiest)) {
                found.add(router);
            }
        }
        found.forEach(this::addBusy);
    }

    /** Whether no other router took half as many packets' destinations at the time. */
    private boolean prevails(Router router, int count, List<Map.Entry<Router, Set<IpAddress>>> all) {
        return count >= DESTINATIONS
                && all.stream()
                        .takeWhile(rival ->
                                count < PREPONDERANCE * rival.getValue().size())
                        .noneMatch(rival -> !rival.getKey().equals(router) && areAtOneTime(router, rival.getKey()));
    }

    private void addBusy(Router router) {
        String text = router.station() + " takes packets for "
                + destinations.getOrDefault(router, Set.of()).size() + " destinations off the link";
        String filter = "eth.dst == " + router.macs().get(0);
        useOf(router)
                .ifPresent(span -> add(router, Evidence.seen("off-link-destinations", text, IN_USE, span, filter)));
    }

    private void add(Router router, Evidence why) {
        gateways.computeIfAbsent(router, key -> new ArrayList<>()).add(why);
        sameGateways.add(router);
    }

    private static Station stationOf(RouterOffer offer) {
        boolean isAdvertisement = offer.kind() == RouterOffer.Kind.ROUTER_ADVERTISEMENT;
        return new Station(isAdvertisement ? Optional.of(offer.mac()) : Optional.empty(), Optional.of(offer.gateway()));
    }

    private static Evidence evidenceOf(RouterOffer offer) {
        return offer.kind() == RouterOffer.Kind.ROUTER_ADVERTISEMENT
                ? Evidence.seen(
                        "router-advertisement",
                        offer.gateway() + " advertises itself as a default router",
                        OFFERED,
                        offer.span(),
                        "icmpv6.type == 134 && ipv6.src == " + offer.gateway())
                : Evidence.seen(
                        "dhcp-router",
                        "DHCP gives the server " + offer.gateway() + " as its router",
                        OFFERED,
                        offer.span(),
                        "dhcp.option.router == " + offer.gateway());
    }

    private record Pair(Router one, Router other) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object that) {
            return that instanceof Pair pair && pair.one.equals(one) && pair.other.equals(other);
        }

        @Override
        public int hashCode() {
            return 31 * one.hashCode() + other.hashCode();
        }
    }
}
