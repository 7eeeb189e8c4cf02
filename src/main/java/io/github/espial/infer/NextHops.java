package io.github.espial.infer;

import io.github.espial.net.MacAddress;
import io.github.espial.observe.Hop;
import io.github.espial.observe.Talk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Lists the stations that matter as next hops of servers: those that peers hang on, and default gateways. */
final class NextHops {
    private final Routers routers;
    private final Gateways gateways;
    private final Function<Hop.Point, Optional<String>> interfaceNames;
    private final Set<MacAddress> cards;
    /** Frames to and from each station, by interface. */
    private final Map<MacAddress, Map<Hop.Point, Long>> frames = new HashMap<>();

    NextHops(
            Facts facts,
            Routers routers,
            Gateways gateways,
            Function<Hop.Point, Optional<String>> interfaceNames,
            Set<MacAddress> cards) {
        this.routers = routers;
        this.gateways = gateways;
        this.interfaceNames = interfaceNames;
        this.cards = cards;
        facts.talks().forEach(talk -> {
            count(talk.hop().source(), talk);
            count(talk.hop().destination(), talk);
        });
    }

    /** In order of MAC. */
    List<NextHop> of(List<Peer> peers, List<OuterPath> paths) {
        Map<MacAddress, Router> stations = new TreeMap<>();
        paths.stream()
                .filter(OuterPath::outbound)
                .forEach(path -> path.hop()
                        .destination()
                        .filter(mac -> !mac.isGroup())
                        .ifPresent(mac -> routers.takerOf(path.hop()).ifPresent(router -> stations.put(mac, router))));
        paths.stream()
                .filter(path -> !path.outbound())
                .forEach(path -> path.hop()
                        .source()
                        .filter(mac -> !cards.contains(mac))
                        .ifPresent(mac -> routers.giverOf(path.hop()).ifPresent(router -> stations.put(mac, router))));
        gateways.all().keySet().forEach(router -> router.macs().forEach(mac -> stations.put(mac, router)));
        peers.stream()
                .flatMap(peer -> peer.expected().stream())
                .forEach(expected -> expected.nextHop()
                        .mac()
                        .ifPresent(mac -> stations.putIfAbsent(mac, routers.of(expected.nextHop()))));
        PlacesOfPeers places = new PlacesOfPeers(peers);
        List<NextHop> nextHops = new ArrayList<>();
        stations.forEach((mac, router) -> nextHops.add(nextHop(mac, router, places)));
        return nextHops;
    }

    private NextHop nextHop(MacAddress mac, Router router, PlacesOfPeers places) {
        Map<NextHop.Role, List<Evidence>> roles = new LinkedHashMap<>();
        if (gateways.isGateway(router)) {
            roles.put(NextHop.Role.DEFAULT_GATEWAY, gateways.evidenceFor(router));
        }
        if (mac.isVirtualRouter()) {
            String text = mac + " is in a range that redundant routers share (VRRP, CARP, HSRP, GLBP)";
            roles.put(NextHop.Role.VIRTUAL_ROUTER, List.of(Evidence.stated("virtual-mac", text, 0)));
        }
        places.rolesOf(mac, router).forEach(role -> roles.putIfAbsent(role, List.of()));
        List<Evidence> evidence = new ArrayList<>();
        roles.values().forEach(evidence::addAll);
        return new NextHop(mac, router.addresses(), interfaceOf(mac), List.copyOf(roles.keySet()), evidence);
    }

    /** The interface on which most frames to and from {@code mac} were seen. */
    private Optional<String> interfaceOf(MacAddress mac) {
        Optional<Hop.Point> busiest = Optional.empty();
        long most = 0;
        for (Map.Entry<Hop.Point, Long> point :
                frames.getOrDefault(mac, Map.of()).entrySet()) {
            if (point.getValue() > most) {
                busiest = Optional.of(point.getKey());
                most = point.getValue();
            }
        }
        return busiest.flatMap(interfaceNames);
    }

    private void count(Optional<MacAddress> station, Talk talk) {
        station.ifPresent(mac -> frames.computeIfAbsent(mac, key -> new TreeMap<>())
                .merge(talk.hop().point(), talk.span().frames(), Long::sum));
    }
}
