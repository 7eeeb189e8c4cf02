package io.github.espial.diagnose.check;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.Match;
import io.github.espial.correlate.SmallestPrefixes;
import io.github.espial.diagnose.Case;
import io.github.espial.infer.Effort;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.LookupModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The networks behind a peer whose packets take a wrong way: as policies or SAs state them where they do, else the
 * smallest prefixes that hold the destinations seen. None holds a destination that is routed well at the same time.
 */
final class InnerDestinations {
    private final Case facts;
    /** Ways of one peer that are not wrong, beside which a wrong one is looked for: there may be one of each server. */
    private static final int MOST_BESIDE = 64;

    /** A second's work: flows and peers that are held against a way, and networks against addresses that go well. */
    private static final long MOST_COMPARED = 50_000_000;

    private final Effort effort = new Effort(MOST_COMPARED);
    private final Set<MacAddress> cards;
    private final List<Flow> routed;
    private final Set<Spi> statedSpis = new HashSet<>();
    private final Map<Spi, List<InnerNetwork>> ofSas = new HashMap<>();
    private final Map<IpAddress, List<InnerNetwork>> ofPeers = new HashMap<>();
    /** Ways that are not wrong, by peer. */
    private final Map<IpAddress, List<Way>> others = new HashMap<>();

    InnerDestinations(Case facts) {
        this.facts = facts;
        this.cards = new HashSet<>();
        for (Server server : facts.topology().servers()) {
            cards.addAll(server.macs());
        }
        this.routed = new ArrayList<>(facts.inside().flows());
        routed.removeIf(flow -> !flow.isRouted());
        for (InnerNetwork network : facts.inside().networks()) {
            network.spi().ifPresent(statedSpis::add);
            network.spi()
                    .ifPresent(spi ->
                            ofSas.computeIfAbsent(spi, key -> new ArrayList<>()).add(network));
            if (network.spi().isEmpty()) {
                ofPeers.computeIfAbsent(network.peer(), key -> new ArrayList<>())
                        .add(network);
            }
        }
        for (Way way : facts.conclusions().ways()) {
            if (way.delivery() != Way.Delivery.WRONG) {
                others.computeIfAbsent(way.peer(), key -> new ArrayList<>()).add(way);
            }
        }
    }

    /**
     * Networks that take a way.
     *
     * @param networks in order; empty where nothing tells
     * @param areGuessed whether one of them is nothing but the smallest prefix around destinations that were seen
     * @param spared addresses that go well and must not be rerouted
     * @param areSought whether they were looked for: there may be too many flows and wrong ways to hold all against each other
     * @param aligned flows among those that tell them which were found without keys
     */
    record Found(
            List<IpPrefix> networks, boolean areGuessed, Set<IpAddress> spared, boolean areSought, List<Flow> aligned) {
        private static final Found NOT_SOUGHT = new Found(List.of(), false, Set.of(), false, List.of());

        private Found(List<IpPrefix> networks, boolean areGuessed, Set<IpAddress> spared) {
            this(networks, areGuessed, spared, true, List.of());
        }
    }

    /** The networks that take {@code way}. */
    Found of(Way way) {
        if (!effort.spend((long) routed.size() + facts.peers().size())) {
            return Found.NOT_SOUGHT;
        }
        Set<IpAddress> wrong = new TreeSet<>();
        List<Flow> aligned = new ArrayList<>();
        for (Flow flow : routed) {
            if (isOf(flow, way)) {
                wrong.add(flow.inner().destination());
                if (flow.match() == Match.ALIGNED) {
                    aligned.add(flow);
                }
            }
        }
        List<IpPrefix> stated = wrong.isEmpty() ? stated(way).sorted().toList() : List.of();
        if (wrong.isEmpty() && stated.isEmpty()) {
            return new Found(List.of(), false, Set.of());
        }
        Set<IpAddress> spared = spared(way);
        spared.removeAll(wrong);
        long networksOfBoth = networks(way, true).count() + networks(way, false).count() + stated.size();
        if (!effort.spend(networksOfBoth * (spared.size() + wrong.size()))) {
            return Found.NOT_SOUGHT;
        }
        if (wrong.isEmpty()) {
            return new Found(
                    stated.stream().filter(network -> isFree(network, spared)).toList(), false, spared);
        }
        List<IpPrefix> networks = Stream.concat(networks(way, true), networks(way, false))
                .filter(network -> isFree(network, spared) && wrong.stream().anyMatch(network::contains))
                .distinct()
                .toList();
        Set<IpAddress> others = wrong.stream()
                .filter(address -> networks.stream().noneMatch(network -> network.contains(address)))
                .collect(Collectors.toSet());
        List<IpPrefix> all = new ArrayList<>(new SmallestPrefixes(spared).covering(others));
        all.addAll(networks);
        return new Found(all.stream().sorted().toList(), !others.isEmpty(), spared, true, aligned);
    }

    /** What is stated of the SAs that take {@code way}; of the peer as a whole only where all its ESP goes wrong at the time. */
    private Stream<IpPrefix> stated(Way way) {
        List<IpPrefix> ofSas = networks(way, true).distinct().sorted().toList();
        List<Way> rest = others.getOrDefault(way.peer(), List.of());
        boolean isAllWrong = rest.size() <= MOST_BESIDE && rest.stream().noneMatch(way::isBeside);
        boolean areSasKnown = statedSpis.containsAll(way.spis());
        if (isAllWrong && !areSasKnown) {
            Set<IpPrefix> all = new TreeSet<>(ofSas);
            all.addAll(networks(way, false).toList());
            return all.stream();
        }
        return ofSas.isEmpty() ? predicted(way) : ofSas.stream();
    }

    /** What the machine's own table sends this way, where captured packets show that it looks routes up before IPsec. */
    private Stream<IpPrefix> predicted(Way way) {
        Predictions predictions = facts.predictions();
        boolean isBefore = predictions.isObserved()
                && predictions.model().filter(LookupModel.BEFORE_IPSEC::equals).isPresent();
        return predictions.all().stream()
                .filter(one -> isBefore
                        && one.peer().equals(way.peer())
                        && one.nextHop(LookupModel.BEFORE_IPSEC).isPresent()
                        && one.nextHop(LookupModel.BEFORE_IPSEC)
                                .equals(way.nextHop().address()))
                .map(Prediction::network);
    }

    /** Networks stated for the SAs of {@code way}, or for its peer. */
    private Stream<IpPrefix> networks(Way way, boolean isOfSas) {
        Stream<InnerNetwork> networks = isOfSas
                ? way.spis().stream().flatMap(spi -> ofSas.getOrDefault(spi, List.of()).stream())
                : ofPeers.getOrDefault(way.peer(), List.of()).stream();
        return networks.map(InnerNetwork::destination).filter(network -> !network.isDefault());
    }

    /** What must not be rerouted: what goes well while {@code way} is in use, the ends of tunnels, and routers. */
    private Set<IpAddress> spared(Way way) {
        Set<IpAddress> spared = new HashSet<>();
        for (Flow flow : routed) {
            if (isOf(flow, way)) {
                spared.add(flow.inner().source());
            } else if (flow.sender().filter(cards::contains).isPresent()
                    && flow.span().firstNanos() <= way.span().lastNanos()) {
                spared.add(flow.inner().destination());
            }
        }
        Optional<Station> proper = properOf(way);
        for (Peer peer : facts.peers()) {
            if (proper.isEmpty() || !nextHop(peer).equals(proper)) {
                spared.add(peer.address());
            }
        }
        for (Server server : facts.topology().servers()) {
            spared.addAll(server.addresses());
        }
        for (NextHop hop : facts.topology().nextHops()) {
            spared.addAll(hop.addresses());
        }
        return spared;
    }

    private Optional<Station> properOf(Way way) {
        for (Peer peer : facts.peers()) {
            if (peer.address().equals(way.peer()) && peer.server().equals(way.server())) {
                return nextHop(peer);
            }
        }
        return Optional.empty();
    }

    private static Optional<Station> nextHop(Peer peer) {
        return peer.expected().map(Peer.Expectation::nextHop);
    }

    private static boolean isOf(Flow flow, Way way) {
        return flow.sa().source().equals(way.server())
                && flow.sa().destination().equals(way.peer())
                && flow.nextHop().isPresent()
                && flow.nextHop().equals(way.nextHop().mac());
    }

    private static boolean isFree(IpPrefix network, Set<IpAddress> spared) {
        return spared.stream().noneMatch(network::contains);
    }
}
