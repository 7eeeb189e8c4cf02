package io.github.espial.report.summary;

import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.route.RouteMap;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What of a map is drawn: the worst ways first, and who they are about.
 *
 * @param servers the first ones
 * @param routers indices of next hops, those of the ways first
 * @param peers those of the ways
 * @param ways ways between them
 */
record Shown(List<Server> servers, List<Integer> routers, List<Peer> peers, List<DrawnWay> ways) {
    private static final int WAYS_PER_PEER = 2;

    /** At most so many servers, next hops and peers. */
    static Shown of(RouteMap map, int most) {
        List<Peer> peers = map.peers().stream().limit(most).toList();
        List<DrawnWay> worst = map.ways().stream()
                .filter(way -> peers.contains(way.peer()) && way.server() < most)
                .sorted(Comparator.comparing(DrawnWay::kind))
                .limit((long) WAYS_PER_PEER * most)
                .toList();
        List<Integer> routers = Stream.concat(
                        worst.stream().map(DrawnWay::router),
                        IntStream.range(0, map.routers().size()).boxed())
                .distinct()
                .limit(most)
                .sorted()
                .toList();
        return new Shown(
                map.servers().stream().limit(most).toList(),
                routers,
                peers,
                worst.stream().filter(way -> routers.contains(way.router())).toList());
    }

    /** Kinds of the ways, in their order. */
    List<DrawnWay.Kind> kinds() {
        return ways.stream().map(DrawnWay::kind).distinct().sorted().toList();
    }
}
