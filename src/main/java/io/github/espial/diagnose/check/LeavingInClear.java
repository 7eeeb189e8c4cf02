package io.github.espial.diagnose.check;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.Match;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a server's cards sent in the clear, by the peer whose tunnel it belongs into. Every packet is held against those
 * networks only that may hold its destination: there may be as many of both as tables have rows.
 */
final class LeavingInClear {
    /** In place of a network's place: packets between the same hosts went through the tunnel. */
    private static final int BY_HOSTS = Integer.MAX_VALUE;

    private final Case facts;
    private final Set<MacAddress> cards;
    private final List<InnerNetwork> networks = new ArrayList<>();
    /** Places in {@link #networks}, in order. */
    private final Map<IpPrefix, List<Integer>> byDestination = new HashMap<>();
    /** Lengths of the prefixes that destinations are looked for in, of both versions of IP. */
    private final Set<Integer> lengths = new TreeSet<>();

    private final Map<Ends, Set<IpAddress>> tunnelled = new HashMap<>();
    /** Where the talks that leave stand among all. */
    private final IdentityHashMap<Talk, Integer> places = new IdentityHashMap<>();

    private final Map<IpAddress, TreeMap<Integer, Leak>> leaks = new HashMap<>();

    LeavingInClear(Case facts) {
        this.facts = facts;
        this.cards = facts.topology().cards();
        for (InnerNetwork network : facts.inside().networks()) {
            if (isApart(network)) {
                byDestination
                        .computeIfAbsent(network.destination(), key -> new ArrayList<>())
                        .add(networks.size());
                lengths.add(network.destination().length());
                networks.add(network);
            }
        }
        for (Flow flow : facts.inside().flows()) {
            // What was told without keys accuses nobody of an error: see SiblingsInClear.
            if (flow.isRouted() && flow.match() != Match.ALIGNED) {
                Ends ends = new Ends(flow.inner().source(), flow.inner().destination());
                tunnelled
                        .computeIfAbsent(ends, key -> new HashSet<>())
                        .add(flow.sa().destination());
            }
        }
        facts.conclusions().facts().talks().filter(talk -> leaves(talk.hop())).forEach(this::take);
    }

    /**
     * Packets that were not protected.
     *
     * @param network that they belong to as a whole; empty where only their hosts tell
     */
    record Leak(Talk talk, Optional<InnerNetwork> network) {
        /** Where they were to go. */
        IpPrefix destination() {
            return network.map(InnerNetwork::destination).orElseGet(() -> IpPrefix.host(talk.destination()));
        }
    }

    /** What leaves instead of going to {@code peer} by IPsec. */
    List<Leak> of(Peer peer) {
        TransportLeak transport = new TransportLeak(facts, peer);
        List<Talk> besides = facts.conclusions()
                .facts()
                .talks(peer.server(), peer.address())
                .filter(talk -> places.containsKey(talk) && transport.is(talk))
                .toList();
        TreeMap<Integer, Leak> all = leaks.getOrDefault(peer.address(), new TreeMap<>());
        if (!besides.isEmpty()) {
            all = new TreeMap<>(all);
            for (Talk talk : besides) {
                int network = networksOf(talk).stream()
                        .filter(place -> networks.get(place).peer().equals(peer.address()))
                        .findFirst()
                        .orElse(BY_HOSTS);
                all.put(places.get(talk), leak(talk, network));
            }
        }
        return List.copyOf(all.values());
    }

    private void take(Talk talk) {
        int place = places.size();
        places.put(talk, place);
        if (talk.traffic() == Traffic.PLAIN) {
            networksOf(talk).forEach(network -> put(networks.get(network).peer(), place, talk, network));
            tunnelled
                    .getOrDefault(new Ends(talk.source(), talk.destination()), Set.of())
                    .forEach(peer -> put(peer, place, talk, BY_HOSTS));
        }
    }

    /** Notes a leak; of several networks the first in order. */
    private void put(IpAddress peer, int place, Talk talk, int network) {
        leaks.computeIfAbsent(peer, key -> new TreeMap<>())
                .merge(
                        place,
                        leak(talk, network),
                        (before, next) -> before.network().isPresent() ? before : next);
    }

    private Leak leak(Talk talk, int network) {
        return new Leak(talk, network == BY_HOSTS ? Optional.empty() : Optional.of(networks.get(network)));
    }

    /** Places of the networks that hold the packets, in order. */
    private List<Integer> networksOf(Talk talk) {
        List<Integer> holding = new ArrayList<>();
        int longest = IpPrefix.host(talk.destination()).length();
        for (int length : lengths) {
            if (length > longest) {
                break;
            }
            IpPrefix destination = IpPrefix.holding(talk.destination(), length);
            for (int place : byDestination.getOrDefault(destination, List.of())) {
                if (networks.get(place).source().contains(talk.source())) {
                    holding.add(place);
                }
            }
        }
        holding.sort(null);
        return holding;
    }

    /** Whether one of the server's cards sent the frames to somebody else. */
    private boolean leaves(Hop hop) {
        return hop.source().filter(cards::contains).isPresent()
                && hop.destination().filter(mac -> !cards.contains(mac)).isPresent();
    }

    /** Whether the two sides differ: where a side is everything, most packets may go in the clear all the same. */
    private static boolean isApart(InnerNetwork network) {
        return !network.destination().contains(network.source())
                && !network.source().contains(network.destination());
    }

    private record Ends(IpAddress source, IpAddress destination) {
        // By hand: what the compiler gives a record is linked anew at each start, at the cost of milliseconds.
        @Override
        public boolean equals(Object other) {
            return other instanceof Ends ends && ends.source.equals(source) && ends.destination.equals(destination);
        }

        @Override
        public int hashCode() {
            return 31 * source.hashCode() + destination.hashCode();
        }
    }
}
