package io.github.espial.report.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.Peer;
import io.github.espial.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedMapTest {
    private static final int MOST = 6;

    @Test
    void makesOneOfPeersThatShareTheirWays() {
        RouteMap map = map(20);
        FoldedMap folded = FoldedMap.of(map, MOST);
        assertThat(folded.map().peers()).hasSize(1);
        assertThat(folded.alike().get(folded.map().peers().get(0)))
                .containsExactlyInAnyOrderElementsOf(
                        map.peers().stream().map(Peer::address).toList());
        assertThat(frames(folded.map().ways())).isEqualTo(frames(map.ways())).isPositive();
        assertThat(folded.map().ways())
                .extracting(DrawnWay::kind)
                .containsExactlyInAnyOrder(DrawnWay.Kind.WRONG, DrawnWay.Kind.UNUSED);
    }

    /** One that goes another way stays by itself. */
    @Test
    void keepsApartWhoGoesAnotherWay() {
        RouteMap map = map(20);
        DrawnWay last = map.ways().get(map.ways().size() - 1);
        List<DrawnWay> ways = map.ways().stream()
                .filter(way -> !way.peer().equals(last.peer()) || way.equals(last))
                .toList();
        FoldedMap folded = FoldedMap.of(new RouteMap(map.servers(), map.routers(), ways, map.detours()), MOST);
        assertThat(folded.map().peers()).hasSize(2).contains(last.peer());
        assertThat(folded.alike()).hasSize(1);
        assertThat(frames(folded.map().ways())).isEqualTo(frames(ways));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, MOST})
    void tellsFewPeersApart(int peers) {
        RouteMap map = map(peers);
        FoldedMap folded = FoldedMap.of(map, MOST);
        assertThat(folded.map()).isEqualTo(map);
        assertThat(folded.alike()).isEmpty();
    }

    /** Peers whose ESP goes to the first router, and should go to the second. */
    private static RouteMap map(int peers) {
        List<DrawnWay> ways = new ArrayList<>();
        for (int i = 1; i <= peers; i++) {
            Peer peer = new Peer(
                    IpAddress.parse("198.51.100." + i), IpAddress.parse("192.0.2.10"), Optional.empty(), List.of());
            ways.add(new DrawnWay(0, 0, peer, DrawnWay.Kind.WRONG, Set.of(), 10 + i));
            ways.add(new DrawnWay(0, 1, peer, DrawnWay.Kind.UNUSED, Set.of(), 0));
        }
        return new RouteMap(List.of(), List.of(router("192.0.2.1"), router("192.0.2.254")), ways, List.of());
    }

    private static DrawnRouter router(String address) {
        return new DrawnRouter(Optional.empty(), List.of(IpAddress.parse(address)), Optional.empty(), List.of());
    }

    private static long frames(List<DrawnWay> ways) {
        return ways.stream().mapToLong(DrawnWay::frames).sum();
    }
}
