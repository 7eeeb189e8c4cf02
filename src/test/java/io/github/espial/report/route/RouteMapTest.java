package io.github.espial.report.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.observe.Traffic;
import io.github.espial.report.SampleReports;
import java.util.ArrayList;
import java.util.List;
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

    /** Packets were seen twice on the segment: to the gateway, and from there to the proper router. */
    @Test
    void knowsADetourThatWasSeen() {
        RouteMap map = RouteMap.of(withFinding("gateway-hairpin"));
        assertThat(map.detourOf(map.ways().get(0)).map(map.routers()::get).flatMap(DrawnRouter::mac))
                .contains(SampleReports.ROUTER_MAC);
        assertThat(map.detourOf(map.ways().get(1))).isEmpty();
    }

    /** A redirect says only where packets should go. */
    @Test
    void takesNoRedirectForADetour() {
        RouteMap map = RouteMap.of(withFinding("gateway-redirected"));
        assertThat(map.ways()).allMatch(way -> map.detourOf(way).isEmpty());
    }

    private static CaseReport withFinding(String id) {
        CaseReport misrouted = SampleReports.misrouted();
        Finding finding = Finding.of(id, Severity.WARNING, id, id, List.of(Evidence.stated("seen", "seen", 0)))
                .about(SampleReports.PEER)
                .between(
                        Optional.of(new Station(
                                Optional.of(SampleReports.GATEWAY_MAC), Optional.of(SampleReports.GATEWAY))),
                        Optional.of(
                                new Station(Optional.of(SampleReports.ROUTER_MAC), Optional.of(SampleReports.ROUTER))));
        List<Finding> findings = new ArrayList<>(misrouted.findings());
        findings.add(finding);
        return new CaseReport(misrouted.judgment(), misrouted.inputs().captures(), misrouted.topology(), findings);
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
