package io.github.espial.report.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.infer.NextHop.Role;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Traffic;
import io.github.espial.report.SampleReports;
import io.github.espial.report.route.DrawnRouter;
import io.github.espial.report.route.DrawnWay;
import io.github.espial.report.route.RouteMap;
import io.github.espial.report.route.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WayWordsTest {
    private static final Optional<MacAddress> MAC = Optional.of(MacAddress.parse("00:1b:21:aa:00:01"));
    private static final List<IpAddress> ADDRESSES =
            List.of(IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), IpAddress.parse("192.0.2.3"));

    private static DrawnRouter router(Role... roles) {
        return new DrawnRouter(MAC, ADDRESSES, Optional.of("e".repeat(30)), List.of(roles));
    }

    private static String label(DrawnWay.Kind kind, Set<Traffic> carries, long frames) {
        return WayWords.label(new DrawnWay(
                0, 0, RouteMap.of(SampleReports.misrouted()).peers().get(0), kind, carries, frames));
    }

    @Test
    void saysWhatAWayCarries() {
        assertThat(label(DrawnWay.Kind.WRONG, Set.of(Traffic.ESP), 58)).isEqualTo("taken: 58 ESP frames");
        assertThat(label(DrawnWay.Kind.PROPER, Set.of(Traffic.UDP_ESP), 1)).isEqualTo("1 UDP-ESP frame");
        assertThat(label(DrawnWay.Kind.PROPER, Set.of(Traffic.AH, Traffic.ESP), 7))
                .isEqualTo("7 IPsec frames");
        assertThat(label(DrawnWay.Kind.UNJUDGED, Set.of(Traffic.IKE), 2)).isEqualTo("2 IKE frames");
        assertThat(label(DrawnWay.Kind.UNUSED, Set.of(Traffic.IKE), 0)).isEqualTo("proper: IKE goes here");
        assertThat(label(DrawnWay.Kind.UNUSED, Set.of(), 0)).isEqualTo("proper: nothing seen");
    }

    @Test
    void namesARouterByWhatItIsBeforeAll() {
        assertThat(WayWords.title(router(Role.DEFAULT_GATEWAY, Role.TO_PEER))).isEqualTo("Default gateway");
        assertThat(WayWords.otherParts(router(Role.DEFAULT_GATEWAY, Role.TO_PEER, Role.VIRTUAL_ROUTER)))
                .isEqualTo("virtual router MAC, proper next hop of a peer");
        assertThat(WayWords.title(router(Role.TO_PEER))).isEqualTo("Other router");
        assertThat(WayWords.title(router())).isEqualTo("Router");
        assertThat(WayWords.title(new DrawnRouter(Optional.empty(), List.of(), Optional.empty(), List.of())))
                .isEqualTo("Next hop not in the capture");
    }

    @Test
    void namesTwoAddressesAndTheBeginningOfAnInterface() {
        assertThat(WayWords.line(router()))
                .isEqualTo("192.0.2.1 · 192.0.2.2 · 00:1b:21:aa:00:01 · " + "e".repeat(24) + "… · router");
    }

    @Test
    void tellsAllKindsAndStandingsApart() {
        assertThat(List.of(DrawnWay.Kind.values()))
                .extracting(WayWords::meaning)
                .doesNotHaveDuplicates();
        assertThat(List.of(Standing.values())).extracting(WayWords::suffix).doesNotHaveDuplicates();
    }

    @Test
    void saysWhatIsNotDrawn() {
        assertThat(WayWords.notDrawn(0, 0, 0, 0)).isEmpty();
        assertThat(WayWords.notDrawn(0, 2, 1, 0)).isEqualTo("Not drawn: 2 more next hops, 1 more peer. ");
    }
}
