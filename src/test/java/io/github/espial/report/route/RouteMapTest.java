package io.github.espial.report.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.observe.Traffic;
import io.github.espial.report.SampleReports;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteMapTest {
    private static final Set<Traffic> ESP = Set.of(Traffic.ESP);

    @Test
    void tellsTheWayTakenFromTheProperOne() {
        RouteMap map = RouteMap.of(SampleReports.misrouted());
        assertThat(map.ways())
                .extracting(
                        way -> map.routers().get(way.router()).mac(),
                        DrawnWay::kind,
                        DrawnWay::carries,
                        DrawnWay::frames)
                .containsExactly(
                        tuple(Optional.of(SampleReports.GATEWAY_MAC), DrawnWay.Kind.WRONG, ESP, 58L),
                        tuple(Optional.of(SampleReports.ROUTER_MAC), DrawnWay.Kind.UNUSED, Set.of(Traffic.IKE), 0L));
    }

    @Test
    void judgesEachPeerByItsOwnNextHop() {
        RouteMap map = RouteMap.of(SampleReports.twoPeers());
        assertThat(map.ways())
                .extracting(way -> way.peer().address(), DrawnWay::kind, DrawnWay::carries, DrawnWay::frames)
                .containsExactlyInAnyOrder(
                        tuple(SampleReports.PEER, DrawnWay.Kind.WRONG, ESP, 58L),
                        tuple(SampleReports.PEER, DrawnWay.Kind.PROPER, ESP, 12L),
                        tuple(SampleReports.OTHER_PEER, DrawnWay.Kind.PROPER, ESP, 77L));
        assertThat(map.standing(0)).isEqualTo(Standing.MIXED);
        assertThat(map.standing(1)).isEqualTo(Standing.PROPER);
    }

    @Test
    void doesNotJudgeWithoutMacs() {
        RouteMap map = RouteMap.of(SampleReports.cooked());
        assertThat(map.ways())
                .extracting(DrawnWay::kind, DrawnWay::carries, DrawnWay::frames)
                .containsExactly(tuple(DrawnWay.Kind.UNJUDGED, ESP, 58L));
        assertThat(map.routers()).extracting(DrawnRouter::part).containsExactly(DrawnRouter.Part.UNSEEN);
    }

    @Test
    void callsNoNextHopWrongForTrafficThatIsNotJudged() {
        RouteMap map = RouteMap.of(SampleReports.twoServers());
        assertThat(map.routers().get(0).mac()).contains(SampleReports.GATEWAY_MAC);
        assertThat(map.standing(0)).isEqualTo(Standing.MIXED);
    }

    @Test
    void hasNoWayWithoutPeers() {
        assertThat(RouteMap.of(SampleReports.empty()).ways()).isEmpty();
    }

    @Test
    void putsTheWorstPeerFirst() {
        assertThat(RouteMap.of(SampleReports.twoPeers()).peers())
                .extracting(peer -> peer.address())
                .containsExactly(SampleReports.PEER, SampleReports.OTHER_PEER);
    }
}
