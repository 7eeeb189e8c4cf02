package io.github.espial.predict;

import io.github.espial.context.Platform;
import io.github.espial.correlate.Flow;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.infer.Conclusions;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Station;
import io.github.espial.infer.Way;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Machine;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Predictions for all inner networks that are known of, and the model that holds.
 *
 * @param all in order of peer and network; empty without a routing table
 * @param model when the machine looks routes up; empty where nothing tells
 * @param isObserved whether captured packets showed the model; else it is the platform's usual one
 * @param isContradicted whether neither model explains where captured packets went: the table is not the one that was in
 *     force, or rules decided that it does not show
 */
public record Predictions(
        List<Prediction> all, Optional<LookupModel> model, boolean isObserved, boolean isContradicted) {
    /** Nothing can be predicted. */
    public static final Predictions NONE = new Predictions(List.of(), Optional.empty(), false, false);

    public Predictions {
        all = List.copyOf(all);
    }

    /** Predicts as far as the machine's words go. */
    public static Predictions of(Machine machine, Conclusions conclusions, TunnelContents inside) {
        return of(List.of(machine), conclusions, inside);
    }

    /**
     * The same, where no capture tells which of several machines is meant.
     *
     * @param machines the failing one first
     */
    public static Predictions of(List<Machine> machines, Conclusions conclusions, TunnelContents inside) {
        Machine machine = machines.get(0);
        if (conclusions.topology().peers().isEmpty()) {
            List<Prediction> stated = new ArrayList<>();
            machines.forEach(one -> stated(one, stated));
            if (!stated.isEmpty()) {
                return new Predictions(stated, usual(machine), false, false);
            }
        }
        if (machine.lookup().isEmpty()) {
            return NONE;
        }
        List<Prediction> all = new ArrayList<>();
        networks(inside).forEach((peer, networks) -> {
            List<Peer> seen = conclusions.topology().peers().stream()
                    .filter(one -> one.address().equals(peer))
                    .toList();
            for (IpPrefix network : networks) {
                if (seen.isEmpty() && !isOwn(machine, peer)) {
                    all.add(predict(machine, Optional.empty(), peer, network, List.of()));
                }
                seen.forEach(one -> all.add(predict(
                        machine,
                        Optional.of(one.server()),
                        peer,
                        network,
                        observed(conclusions, inside, one, network))));
            }
        });
        return summed(machine, conclusions, all);
    }

    private static boolean isOwn(Machine machine, IpAddress peer) {
        return machine.addresses().contains(peer) || machine.tunnels().ends().contains(peer);
    }

    /** What the words of one machine state, looked up in its own tables only. */
    private static void stated(Machine machine, List<Prediction> all) {
        if (machine.lookup().isEmpty()) {
            return;
        }
        TreeMap<IpAddress, TreeMap<IpPrefix, StatedNetwork>> byPeer = new TreeMap<>();
        machine.tunnels()
                .networks()
                .forEach(network -> byPeer.computeIfAbsent(network.peer(), peer -> new TreeMap<>())
                        .put(network.network(), network));
        byPeer.forEach((peer, networks) -> networks.forEach((network, one) -> all.add(new Prediction(
                Optional.empty(),
                peer,
                network,
                before(machine, one),
                machine.lookup().lookup(one.local(), peer),
                List.of(),
                Optional.of(one)))));
    }

    /** Of a network that nothing but its route into the device names, parts with longer routes are not of this tunnel. */
    private static Map<IpPrefix, Lookup> before(Machine machine, StatedNetwork one) {
        Map<IpPrefix, Lookup> parts = machine.lookup().lookups(one.source(), one.network());
        boolean isByRoute = machine.tunnels().exits().byRoute().contains(one);
        Map<IpPrefix, Lookup> before = new LinkedHashMap<>(parts);
        before.keySet().removeIf(part -> !part.equals(one.network()) && (isByRoute || isNear(one, part)));
        return before;
    }

    /** Whether a part of a network is on the near side: what tunnels a summary has its own link within it. */
    private static boolean isNear(StatedNetwork one, IpPrefix part) {
        return one.source().filter(source -> source.contains(part)).isPresent();
    }

    private static Predictions summed(Machine machine, Conclusions conclusions, List<Prediction> all) {
        // Also where both models agree: a table from after the repair has the routes that were missing in the capture.
        List<Prediction> readable = all.stream().filter(one -> !one.isMasked()).toList();
        if (readable.stream().anyMatch(Prediction::isUnexplained)) {
            return new Predictions(all, Optional.empty(), false, true);
        }
        List<Prediction> telling =
                readable.stream().filter(Prediction::tellsModels).toList();
        List<PeerWays> peers = PeerWays.untold(readable, conclusions);
        if (telling.isEmpty() && peers.isEmpty()) {
            return new Predictions(all, usual(machine), false, false);
        }
        Optional<LookupModel> holding = Stream.of(LookupModel.values())
                .filter(model -> telling.stream().allMatch(one -> one.isExplainedBy(model))
                        && peers.stream().allMatch(one -> one.areExplainedBy(model)))
                .findFirst();
        return new Predictions(all, holding, holding.isPresent(), holding.isEmpty());
    }

    /** The model of the machine's platform, where no packet told. */
    private static Optional<LookupModel> usual(Machine machine) {
        if (machine.platforms().size() != 1) {
            return Optional.empty();
        }
        return machine.is(Platform.WINDOWS)
                ? Optional.of(LookupModel.BEFORE_IPSEC)
                : machine.is(Platform.CISCO) ? Optional.empty() : Optional.of(LookupModel.AFTER_IPSEC);
    }

    private static Prediction predict(
            Machine machine, Optional<IpAddress> server, IpAddress peer, IpPrefix network, List<Station> observed) {
        return new Prediction(
                server,
                peer,
                network,
                machine.lookup().lookups(network),
                machine.lookup().lookup(server, peer),
                observed);
    }

    /** Networks by peer; a default prefix is a routed tunnel's, and no network that could have a route. */
    private static TreeMap<IpAddress, Set<IpPrefix>> networks(TunnelContents inside) {
        return inside.networks().stream()
                .filter(network -> !network.destination().isDefault())
                .collect(Collectors.groupingBy(
                        InnerNetwork::peer,
                        TreeMap::new,
                        Collectors.mapping(
                                InnerNetwork::destination,
                                Collectors.<IpPrefix, Set<IpPrefix>>toCollection(TreeSet::new))));
    }

    /** Whom packets for {@code network} were handed to: as its flows show, else as the SAs that are for it do. */
    private static List<Station> observed(Conclusions conclusions, TunnelContents inside, Peer peer, IpPrefix network) {
        List<Way> ways = conclusions.ways(peer);
        Set<Way> taken = ways.stream()
                .filter(way -> inside.flows().stream().anyMatch(flow -> isOf(flow, way, network)))
                .collect(Collectors.toSet());
        if (taken.isEmpty()) {
            inside.networks().stream()
                    .filter(one -> one.peer().equals(peer.address())
                            && one.destination().equals(network))
                    .flatMap(one -> one.spi().stream())
                    .forEach(spi -> ways.stream()
                            .filter(way -> way.spis().contains(spi))
                            .forEach(taken::add));
        }
        if (taken.isEmpty() && isOnlyNetwork(inside, peer, network)) {
            taken.addAll(ways);
        }
        return ways.stream().filter(taken::contains).map(Way::nextHop).toList();
    }

    /** Whether all that is sent to a peer can only be for {@code network}. */
    private static boolean isOnlyNetwork(TunnelContents inside, Peer peer, IpPrefix network) {
        Collection<IpPrefix> all = networks(inside).getOrDefault(peer.address(), Set.of());
        return all.size() == 1 && all.contains(network);
    }

    private static boolean isOf(Flow flow, Way way, IpPrefix network) {
        return flow.isRouted()
                && flow.sa().source().equals(way.server())
                && flow.sa().destination().equals(way.peer())
                && flow.nextHop().isPresent()
                && flow.nextHop().equals(way.nextHop().mac())
                && network.contains(flow.inner().destination());
    }
}
