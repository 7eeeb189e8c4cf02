package io.github.espial.report.route;

import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import io.github.espial.observe.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A map in which peers whose packets go the same ways are one: twenty that share a fault are told at a glance.
 *
 * @param map with the first of those that are alike in place of all of them
 * @param alike the addresses that a peer of the map stands for, where these are several
 */
public record FoldedMap(RouteMap map, Map<Peer, List<IpAddress>> alike) {
    public FoldedMap {
        alike = Map.copyOf(alike);
    }

    /** The same map where it has no more than {@code most} peers, which are told apart then. */
    public static FoldedMap of(RouteMap map, int most) {
        List<Peer> peers = map.peers();
        if (peers.size() <= most) {
            return new FoldedMap(map, Map.of());
        }
        Map<Peer, List<DrawnWay>> waysOf = new LinkedHashMap<>();
        peers.forEach(peer -> waysOf.put(peer, new ArrayList<>()));
        map.ways().forEach(way -> Objects.requireNonNull(waysOf.get(way.peer())).add(way));
        Map<List<Course>, List<Peer>> groups = new LinkedHashMap<>();
        waysOf.forEach((peer, ways) -> groups.computeIfAbsent(courses(map, ways), key -> new ArrayList<>())
                .add(peer));
        List<DrawnWay> ways = new ArrayList<>();
        Map<Peer, List<IpAddress>> alike = new LinkedHashMap<>();
        for (List<Peer> group : groups.values()) {
            ways.addAll(merged(group, waysOf));
            if (group.size() > 1) {
                alike.put(
                        group.get(0),
                        group.stream().map(Peer::address).distinct().toList());
            }
        }
        return new FoldedMap(new RouteMap(map.servers(), map.routers(), ways, map.detours()), alike);
    }

    /** A way without its peer and its frames. */
    private record Course(int server, int router, DrawnWay.Kind kind, int detour) {}

    private static List<Course> courses(RouteMap map, List<DrawnWay> ways) {
        return ways.stream()
                .map(way -> new Course(
                        way.server(),
                        way.router(),
                        way.kind(),
                        map.detourOf(way).orElse(-1)))
                .sorted(Comparator.comparingInt(Course::server)
                        .thenComparingInt(Course::router)
                        .thenComparing(Course::kind))
                .toList();
    }

    /** The ways of the first one, with what all sent. */
    private static List<DrawnWay> merged(List<Peer> group, Map<Peer, List<DrawnWay>> waysOf) {
        List<DrawnWay> merged = new ArrayList<>();
        for (DrawnWay way : waysOf.getOrDefault(group.get(0), List.of())) {
            Set<Traffic> carries = EnumSet.noneOf(Traffic.class);
            long frames = 0;
            for (Peer peer : group) {
                for (DrawnWay other : waysOf.getOrDefault(peer, List.of())) {
                    if (other.server() == way.server()
                            && other.router() == way.router()
                            && other.kind() == way.kind()) {
                        carries.addAll(other.carries());
                        frames += other.frames();
                    }
                }
            }
            merged.add(new DrawnWay(way.server(), way.router(), way.peer(), way.kind(), carries, frames));
        }
        return merged;
    }
}
