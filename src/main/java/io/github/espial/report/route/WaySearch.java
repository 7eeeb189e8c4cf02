package io.github.espial.report.route;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.NextHop;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the ways out of a report; used once. */
final class WaySearch {
    private final CaseReport report;
    private final Topology topology;
    private final List<DrawnRouter> routers = new ArrayList<>();
    private final List<DrawnWay> ways = new ArrayList<>();

    WaySearch(CaseReport report) {
        this.report = report;
        this.topology = report.topology();
    }

    RouteMap map() {
        topology.peers().forEach(this::addWays);
        ways.sort(Comparator.comparingInt(DrawnWay::router)
                .thenComparing(way -> way.peer().address()));
        topology.nextHops().stream()
                .filter(hop -> routers.stream().noneMatch(router -> router.is(hop.station())))
                .forEach(hop -> routers.add(DrawnRouter.of(hop)));
        return new RouteMap(topology.servers(), routers, ways, detours());
    }

    private List<RouteMap.Detour> detours() {
        List<RouteMap.Detour> detours = new ArrayList<>();
        for (Finding finding : report.findings()) {
            Optional<IpAddress> peer = finding.subject().peer();
            Optional<Integer> from = finding.subject().actualNextHop().flatMap(this::known);
            Optional<Integer> to = finding.subject().expectedNextHop().flatMap(this::known);
            if (finding.id().equals(FindingId.GATEWAY_HAIRPIN)
                    && peer.isPresent()
                    && from.isPresent()
                    && to.isPresent()) {
                detours.add(new RouteMap.Detour(from.get(), to.get(), peer.get()));
            }
        }
        return detours;
    }

    private Optional<Integer> known(Station station) {
        for (int i = 0; i < routers.size(); i++) {
            if (routers.get(i).is(station)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void addWays(Peer peer) {
        Map<Taken, Map<Traffic, Long>> taken = new LinkedHashMap<>();
        for (OuterPath path : topology.paths()) {
            if (path.outbound()
                    && path.peer().equals(peer.address())
                    && path.traffic().isProtected()) {
                Taken by = new Taken(path.server(), router(path.hop().destination()));
                taken.computeIfAbsent(by, key -> new LinkedHashMap<>())
                        .merge(path.traffic(), path.span().frames(), Long::sum);
            }
        }
        taken.forEach((by, frames) -> {
            long sum = frames.values().stream().mapToLong(Long::longValue).sum();
            DrawnWay.Kind kind = kind(peer, by.router());
            ways.add(new DrawnWay(server(by.server()), by.router(), peer, kind, frames.keySet(), sum));
        });
        peer.expected().ifPresent(expected -> addUnused(peer, router(expected.nextHop())));
        if (ways.stream().noneMatch(way -> way.peer().equals(peer))) {
            addNegotiation(peer);
        }
    }

    private void addUnused(Peer peer, int proper) {
        boolean isTaken = ways.stream().anyMatch(way -> way.peer().equals(peer) && way.router() == proper);
        if (!isTaken) {
            Set<Traffic> carries = ikeFrames(peer, proper) > 0 ? Set.of(Traffic.IKE) : Set.of();
            ways.add(new DrawnWay(server(peer.server()), proper, peer, DrawnWay.Kind.UNUSED, carries, 0));
        }
    }

    /** Of a peer without IPsec traffic, where its IKE went. */
    private void addNegotiation(Peer peer) {
        topology.paths().stream()
                .filter(path -> isIke(path, peer))
                .map(path -> router(path.hop().destination()))
                .distinct()
                .forEach(by -> {
                    long frames = ikeFrames(peer, by);
                    Set<Traffic> carries = Set.of(Traffic.IKE);
                    ways.add(new DrawnWay(server(peer.server()), by, peer, DrawnWay.Kind.UNJUDGED, carries, frames));
                });
    }

    private long ikeFrames(Peer peer, int by) {
        return topology.paths().stream()
                .filter(path -> isIke(path, peer) && router(path.hop().destination()) == by)
                .mapToLong(path -> path.span().frames())
                .sum();
    }

    private static boolean isIke(OuterPath path, Peer peer) {
        return path.outbound() && path.traffic() == Traffic.IKE && path.peer().equals(peer.address());
    }

    private DrawnWay.Kind kind(Peer peer, int by) {
        DrawnRouter router = routers.get(by);
        if (peer.expected().map(Peer.Expectation::nextHop).filter(router::is).isPresent()) {
            return DrawnWay.Kind.PROPER;
        }
        return report.findings().stream().anyMatch(finding -> saysWrong(finding, peer, router))
                ? DrawnWay.Kind.WRONG
                : DrawnWay.Kind.UNJUDGED;
    }

    private static boolean saysWrong(Finding finding, Peer peer, DrawnRouter router) {
        return finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP)
                && finding.severity() != Severity.INFO
                && finding.subject().peer().filter(peer.address()::equals).isPresent()
                && finding.subject().actualNextHop().filter(router::is).isPresent();
    }

    /** Index of the router that frames for {@code mac} go to. */
    private int router(Optional<MacAddress> mac) {
        DrawnRouter found = mac.flatMap(topology::nextHop).map(DrawnRouter::of).orElseGet(() -> DrawnRouter.of(mac));
        return index(found);
    }

    /** Index of the router that {@code station} is, by MAC or by address. */
    private int router(Station station) {
        for (int i = 0; i < routers.size(); i++) {
            if (routers.get(i).is(station)) {
                return i;
            }
        }
        Optional<NextHop> known = topology.nextHops().stream()
                .filter(hop -> DrawnRouter.of(hop).is(station))
                .findFirst();
        return index(known.map(DrawnRouter::of).orElseGet(() -> DrawnRouter.of(station)));
    }

    private int index(DrawnRouter router) {
        int at = routers.indexOf(router);
        if (at >= 0) {
            return at;
        }
        routers.add(router);
        return routers.size() - 1;
    }

    private int server(IpAddress address) {
        List<Server> servers = topology.servers();
        for (int i = 0; i < servers.size(); i++) {
            if (servers.get(i).addresses().contains(address)) {
                return i;
            }
        }
        return 0;
    }

    /** A way as frames took it: the sending address, and the index of the router. */
    private record Taken(IpAddress server, int router) {}
}
