package io.github.espial.diagnose.check;

import io.github.espial.context.Platform;
import io.github.espial.context.Words;
import io.github.espial.diagnose.Case;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Proof;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.diagnose.remedy.Remedy;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.Lookup;
import io.github.espial.routing.Route;
import io.github.espial.routing.StatedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Networks that a router of IOS sends out of an interface without their crypto map: the route by the inner destination
 * chooses the interface, and only the map on that one is asked.
 */
final class PastCryptoMap {
    /** A route by policy (PBR), which the words seldom show, may send packets elsewhere. */
    private static final double STATED = 0.9;

    private final Case facts;
    private final Map<IpPrefix, Set<String>> maps;

    PastCryptoMap(Case facts) {
        this.facts = facts;
        this.maps = facts.machine().tunnels().exits().cryptoMaps();
    }

    /** @param way the interface that packets leave by */
    private record Past(Prediction network, IpPrefix part, Route route, String way) {}

    List<Finding> findings() {
        if (maps.isEmpty()) {
            return List.of();
        }
        Map<IpAddress, List<Past>> byPeer = new TreeMap<>();
        for (Prediction one : facts.predictions().all()) {
            boolean isOfMap = one.stated()
                    .filter(said -> said.standing().mayCarry() && said.device().isEmpty())
                    .isPresent();
            if (isOfMap && maps.containsKey(one.network())) {
                // A longer route for a part of it, such as the router's own link, was set on purpose.
                Optional.ofNullable(one.before().get(one.network()))
                        .flatMap(lookup -> past(one, one.network(), lookup))
                        .ifPresent(found -> byPeer.computeIfAbsent(one.peer(), peer -> new ArrayList<>())
                                .add(found));
            }
        }
        List<Finding> findings = new ArrayList<>();
        byPeer.forEach((peer, all) -> findings.add(describe(peer, all)));
        return findings;
    }

    private Optional<Past> past(Prediction one, IpPrefix part, Lookup lookup) {
        Optional<Route> route = lookup.decidedBy()
                .filter(found ->
                        found.router().isPresent() || found.destination().isDefault());
        Optional<String> way = route.flatMap(Route::interfaceName)
                .or(() -> route.flatMap(Route::router).flatMap(this::linkOf))
                .filter(name -> Words.address(name).isEmpty());
        Set<String> mapped = maps.getOrDefault(one.network(), Set.of());
        return way.filter(name -> !mapped.contains(name)).map(name -> new Past(one, part, route.orElseThrow(), name));
    }

    private Optional<String> linkOf(IpAddress router) {
        return facts.machine().lookup().linkOf(router).flatMap(Route::interfaceName);
    }

    private Finding describe(IpAddress peer, List<Past> all) {
        List<IpPrefix> networks =
                all.stream().map(Past::part).distinct().sorted().toList();
        Past first = all.get(0);
        String mapped = String.join(", ", maps.get(first.network().network()));
        List<Evidence> evidence = new ArrayList<>();
        for (Past one : all) {
            Route route = one.route();
            evidence.add(Evidence.stated(
                    "routing-table",
                    (route.destination().isDefault() ? "the default route" : "the route for " + route.destination())
                            + route.router().map(router -> " by " + router).orElse(" on the link") + ", interface "
                            + one.way() + " (" + route.origin() + "), is the best that the table has for "
                            + one.part(),
                    0));
        }
        evidence.add(Evidence.stated(
                "crypto-map",
                "the crypto map for " + peer + " is on " + mapped + " ("
                        + first.network().stated().map(StatedNetwork::origin).orElse("") + ")",
                Math.log(STATED / (1 - STATED))));
        return Finding.of(
                        "bypasses-tunnel",
                        Severity.ERROR,
                        Wording.networks(networks) + (networks.size() == 1 ? " bypasses " : " bypass ") + mapped
                                + ", where the crypto map for " + peer + " is",
                        "this table sends packets for " + Wording.networks(networks) + ", behind " + peer
                                + ", out of " + first.way()
                                + ", and a crypto map protects only what leaves by the interface that it is on, "
                                + mapped
                                + ": so they are not protected and do not reach the networks, unless a route by policy"
                                + " (ip policy route-map) takes them there",
                        Proof.weighed(STATED, evidence))
                .about(peer)
                .into(networks)
                .mendedBy(fixes(peer, networks, first));
    }

    /** By the router that ESP for the peer goes to, where that one is on the map's interface. */
    private List<Fix> fixes(IpAddress peer, List<IpPrefix> networks, Past first) {
        Set<String> mapped = maps.getOrDefault(first.network().network(), Set.of());
        Optional<IpAddress> router = first.network()
                .after()
                .nextHop()
                .filter(next -> linkOf(next).filter(mapped::contains).isPresent());
        return router.map(next -> Remedy.of(
                        new Remedy.Fault(
                                peer,
                                new Station(Optional.empty(), Optional.of(next)),
                                networks,
                                false,
                                facts.machine().tunnels().ends(),
                                List.of()),
                        facts.machine()))
                .orElseGet(() -> networks.stream()
                        .map(network ->
                                new Fix(Platform.ANY, "", "route " + network + " into " + String.join(", ", mapped)))
                        .toList());
    }
}
