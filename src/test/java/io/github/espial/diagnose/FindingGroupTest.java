package io.github.espial.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Evidence;
import io.github.espial.infer.Station;
import io.github.espial.infer.Topology;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingGroupTest {
    private static final Station GATEWAY = station("00:1b:21:aa:00:01", "192.0.2.1");
    private static final Station ROUTER = station("00:1b:21:bb:00:fe", "192.0.2.254");
    private static final Station OTHER_ROUTER = station("00:1b:21:cc:00:fd", "192.0.2.253");
    private static final Fix ADVICE = new Fix(Platform.ANY, "", "a routed tunnel interface needs no such route");

    @Test
    void joinsPeersThatLeaveByOneRouterInsteadOfAnother() {
        List<Finding> findings = IntStream.rangeClosed(1, 15)
                .mapToObj(peer -> wrong(peer, ROUTER))
                .toList();
        assertThat(groups(findings)).singleElement().satisfies(group -> {
            assertThat(group.cause()).isEqualTo("esp-wrong-next-hop");
            assertThat(group.places())
                    .containsExactlyElementsOf(IntStream.range(0, 15).boxed().toList());
            assertThat(group.peers()).hasSize(15).startsWith(peer(1)).endsWith(peer(15));
            assertThat(group.actualNextHop()).contains(GATEWAY);
            assertThat(group.expectedNextHop()).contains(ROUTER);
            assertThat(group.fixes()).hasSize(16).containsOnlyOnce(ADVICE);
        });
    }

    @Test
    void keepsApartWhoseProperNextHopIsAnother() {
        assertThat(groups(List.of(wrong(1, ROUTER), wrong(2, OTHER_ROUTER), wrong(3, ROUTER))))
                .extracting(FindingGroup::places)
                .containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void keepsWhatIsMendedFromWhatGoesOn() {
        Finding mended = wrong(2, ROUTER).mendedAt(9);
        assertThat(groups(List.of(wrong(1, ROUTER), mended, wrong(3, ROUTER))))
                .extracting(FindingGroup::places)
                .containsExactly(List.of(0, 2), List.of(1));
    }

    @Test
    void holdsAPeerOnce() {
        Finding rekeyed = finding("esp-rekeyed", Severity.INFO);
        List<Finding> bothWays =
                List.of(rekeyed.about(peer(1)), rekeyed.about(peer(1)), rekeyed.about(peer(2)), rekeyed.about(peer(2)));
        assertThat(groups(bothWays)).extracting(FindingGroup::places).containsExactly(List.of(0, 2), List.of(1, 3));
    }

    @Test
    void joinsPeersHoweverManyWaysEachHas() {
        assertThat(groups(List.of(wrong(1, OTHER_ROUTER), wrong(1, ROUTER), wrong(2, ROUTER))))
                .extracting(FindingGroup::places)
                .containsExactly(List.of(0), List.of(1, 2));
    }

    @Test
    void keepsApartWhatIsAboutNoPeer() {
        Finding damaged = finding("capture-damaged", Severity.WARNING);
        assertThat(groups(List.of(damaged, damaged))).hasSize(2);
    }

    @Test
    void putsTheCauseBeforeItsConsequencesAndTheWorstFirst() {
        List<Finding> findings = List.of(
                finding("cleartext-leak", Severity.ERROR).about(peer(1)),
                wrong(1, ROUTER),
                finding("answers-ceased", Severity.WARNING).about(peer(2)),
                finding("esp-one-way", Severity.WARNING).about(peer(1)),
                finding("esp-split-next-hop", Severity.WARNING).about(peer(1)),
                finding("esp-wrong-next-hop", Severity.WARNING).about(peer(3)),
                finding("esp-rekeyed", Severity.INFO).about(peer(1)));
        assertThat(groups(findings))
                .extracting(FindingGroup::cause)
                .containsExactly(
                        "esp-wrong-next-hop",
                        "cleartext-leak",
                        "esp-wrong-next-hop",
                        "esp-split-next-hop",
                        "answers-ceased",
                        "esp-one-way",
                        "esp-rekeyed");
    }

    @Test
    void holdsEveryFindingOnce() {
        List<Finding> findings = Stream.of(1, 2, 3, 1, 2)
                .map(peer -> peer == 2 ? finding("esp-one-way", Severity.WARNING) : wrong(peer, ROUTER))
                .toList();
        assertThat(groups(findings).stream().flatMap(group -> group.places().stream()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
    }

    private static List<FindingGroup> groups(List<Finding> findings) {
        return new CaseReport(
                        new Judgment(Verdict.MISROUTED, "Some are wrong", List.of()),
                        List.of(),
                        new Topology(List.of(), List.of(), List.of(), List.of(), List.of()),
                        findings)
                .groups();
    }

    private static Finding wrong(int peer, Station expected) {
        FrameReference frame = new FrameReference(0, 1);
        Fix own = new Fix(Platform.LINUX, "ip route add 10." + peer + ".0.0/16 via 192.0.2.254", "until a restart");
        return finding("esp-wrong-next-hop", Severity.ERROR)
                .about(peer(peer))
                .between(Optional.of(GATEWAY), Optional.of(expected))
                .over(new Span(peer, 100L * peer, 0, 9, frame, frame), List.of(), true)
                .mendedBy(List.of(own, ADVICE));
    }

    private static Finding finding(String id, Severity severity) {
        return Finding.of(id, severity, id, id, List.of(Evidence.stated("seen", "seen", 0)));
    }

    private static IpAddress peer(int last) {
        return IpAddress.parse("198.51.100." + last);
    }

    private static Station station(String mac, String address) {
        return new Station(Optional.of(MacAddress.parse(mac)), Optional.of(IpAddress.parse(address)));
    }
}
