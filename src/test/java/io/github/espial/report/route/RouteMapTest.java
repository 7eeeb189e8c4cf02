package io.github.espial.report.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.report.SampleReports;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteMapTest {
    @Test
    void tellsTheWayTakenFromTheProperOne() {
        RouteMap map = RouteMap.of(SampleReports.misrouted());
        assertThat(map.ways())
                .extracting(way -> map.routers().get(way.router()).mac(), DrawnWay::kind, DrawnWay::label)
                .containsExactly(
                        tuple(Optional.of(SampleReports.GATEWAY_MAC), DrawnWay.Kind.WRONG, "taken: 58 ESP frames"),
                        tuple(Optional.of(SampleReports.ROUTER_MAC), DrawnWay.Kind.UNUSED, "proper: IKE goes here"));
    }

    @Test
    void judgesEachPeerByItsOwnNextHop() {
        RouteMap map = RouteMap.of(SampleReports.twoPeers());
        assertThat(map.ways())
                .extracting(way -> way.peer().address(), DrawnWay::kind, DrawnWay::label)
                .containsExactlyInAnyOrder(
                        tuple(SampleReports.PEER, DrawnWay.Kind.WRONG, "taken: 58 ESP frames"),
                        tuple(SampleReports.PEER, DrawnWay.Kind.PROPER, "12 ESP frames"),
                        tuple(SampleReports.OTHER_PEER, DrawnWay.Kind.PROPER, "77 ESP frames"));
        assertThat(map.standing(0)).isEqualTo(Standing.MIXED);
        assertThat(map.standing(1)).isEqualTo(Standing.PROPER);
    }

    @Test
    void doesNotJudgeWithoutMacs() {
        RouteMap map = RouteMap.of(SampleReports.cooked());
        assertThat(map.ways())
                .extracting(DrawnWay::kind, DrawnWay::label)
                .containsExactly(tuple(DrawnWay.Kind.UNJUDGED, "58 ESP frames"));
        assertThat(map.routers()).extracting(DrawnRouter::title).containsExactly("Next hop not in the capture");
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
