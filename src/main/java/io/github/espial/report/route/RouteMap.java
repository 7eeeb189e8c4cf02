package io.github.espial.report.route;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.infer.OuterPath;
import io.github.espial.infer.Peer;
import io.github.espial.infer.Server;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who sent what by whom.
 *
 * @param servers machines that sent IPsec traffic
 * @param routers next hops: those that took traffic or should have, then the others
 * @param ways by router, then by peer
 * @param detours what routers were seen to put back on the segment
 */
public record RouteMap(List<Server> servers, List<DrawnRouter> routers, List<DrawnWay> ways, List<Detour> detours) {
    /**
     * A router was seen to hand a peer's packets on to another one of the same segment.
     *
     * @param from index of the one
     * @param to index of the other
     */
    public record Detour(int from, int to, IpAddress peer) {}

    public RouteMap {
        detours = List.copyOf(detours);
        servers = List.copyOf(servers);
        routers = List.copyOf(routers);
        ways = List.copyOf(ways);
    }

    public static RouteMap of(CaseReport report) {
        return new WaySearch(report).map();
    }

    /** Index of the router that frames for {@code mac} go to; empty where traffic showed none. */
    public Optional<Integer> routerAt(Optional<MacAddress> mac) {
        return IntStream.range(0, routers.size())
                .filter(i -> routers.get(i).mac().equals(mac)
                        && (mac.isPresent() || routers.get(i).addresses().isEmpty()))
                .boxed()
                .findFirst();
    }

    /** Peers with a way, worst first, then by frames. */
    public List<Peer> peers() {
        return ways.stream()
                .sorted(Comparator.comparing(DrawnWay::kind)
                        .thenComparing(
                                Comparator.comparingLong(DrawnWay::frames).reversed()))
                .map(DrawnWay::peer)
                .distinct()
                .toList();
    }

    /** Whether what {@code peer} was sent by the next hop {@code router} should have gone elsewhere. */
    public boolean isWrong(int router, IpAddress peer) {
        return ways.stream()
                .anyMatch(way -> way.router() == router
                        && way.kind() == DrawnWay.Kind.WRONG
                        && way.peer().address().equals(peer));
    }

    /** Where the packets of {@code way} go on by a detour; empty where none was seen. */
    public Optional<Integer> detourOf(DrawnWay way) {
        for (Detour detour : detours) {
            if (detour.from() == way.router() && detour.peer().equals(way.peer().address())) {
                return Optional.of(detour.to());
            }
        }
        return Optional.empty();
    }

    /** What the next hop {@code router} is, over all ways. */
    public Standing standing(int router) {
        Set<DrawnWay.Kind> kinds = EnumSet.noneOf(DrawnWay.Kind.class);
        ways.stream().filter(way -> way.router() == router).forEach(way -> kinds.add(way.kind()));
        if (kinds.contains(DrawnWay.Kind.WRONG)) {
            return kinds.size() == 1 ? Standing.WRONG : Standing.MIXED;
        }
        return kinds.isEmpty() || kinds.contains(DrawnWay.Kind.UNJUDGED) ? Standing.NEITHER : Standing.PROPER;
    }

    /** What the next hop {@code router} is for that which is not wrong there. */
    public Standing standingOfOthers(int router) {
        Set<DrawnWay.Kind> kinds = EnumSet.noneOf(DrawnWay.Kind.class);
        ways.stream().filter(way -> way.router() == router).forEach(way -> kinds.add(way.kind()));
        kinds.remove(DrawnWay.Kind.WRONG);
        return kinds.isEmpty() || kinds.contains(DrawnWay.Kind.UNJUDGED) ? Standing.NEITHER : Standing.PROPER;
    }

    /** The next hop of outbound traffic, the last sender of inbound traffic. */
    public static Optional<MacAddress> farStation(OuterPath path) {
        return path.outbound() ? path.hop().destination() : path.hop().source();
    }
}
