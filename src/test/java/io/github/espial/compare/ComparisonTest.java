package io.github.espial.compare;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseBuilder.Protection;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.net.IpPrefix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
    private static final long OUT = 0xc0c86871L;
    private static final long OTHER_OUT = 0xc0c86872L;
    private static final long IN = 0xc1122334L;
    private static final LabHost STANDBY = RT2.at("00:1b:21:bb:00:02");

    @ParameterizedTest
    @EnumSource
    void isMendedWhereEspMovedToItsProperNextHop(LabNetwork network) {
        Comparison comparison = compare(misrouted(network), right(network));
        PeerChange peer = only(comparison);
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(peer.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(peer.text())
                .isEqualTo("ESP for " + network.addressOf(PEER) + " now takes its proper next hop "
                        + network.station(RT2) + "; before, it left for " + network.station(RT1)
                        + "; answers come back now");
        assertThat(peer.before().orElseThrow().nextHops()).singleElement().satisfies(use -> {
            assertThat(use.station()).isEqualTo(network.station(RT1));
            assertThat(use.routing()).isEqualTo(Routing.WRONG);
            assertThat(use.frames()).isEqualTo(20);
            assertThat(use.spis()).singleElement().hasToString("0xc0c86871");
        });
        assertThat(peer.after().orElseThrow().received().frames()).isEqualTo(15);
        assertThat(changes(comparison)).containsExactly("gone esp-wrong-next-hop", "gone esp-one-way");
    }

    @ParameterizedTest
    @EnumSource
    void isWorseTheOtherWayRound(LabNetwork network) {
        Comparison comparison = compare(right(network), misrouted(network));
        assertThat(comparison.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(comparison.conclusion()).contains("now leaves for " + network.station(RT1));
        assertThat(changes(comparison)).containsExactly("came esp-wrong-next-hop", "came esp-one-way");
    }

    @ParameterizedTest
    @EnumSource
    void isUnchangedWhereTheSameGoesWrong(LabNetwork network) {
        Comparison comparison = compare(misrouted(network), misrouted(network).espOut(RT1, OUT, 5));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(comparison.conclusion()).contains("still leaves for " + network.station(RT1));
        assertThat(changes(comparison)).containsExactly("stayed esp-wrong-next-hop", "stayed esp-one-way");
    }

    @ParameterizedTest
    @EnumSource
    void isUnchangedWhereAllWentRight(LabNetwork network) {
        Comparison comparison = compare(right(network), right(network).espOut(RT2, OUT, 5));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(comparison.conclusion()).endsWith("before and after");
    }

    @Test
    void isUnchangedForTheSameCaptureThoughNothingCanBeTold() {
        CaseBuilder cooked = CaseBuilder.in(LabNetwork.IPV4).cooked().ike(RT2).espOut(RT1, OUT, 20);
        Comparison comparison = compare(cooked, cooked);
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(comparison.conclusion())
                .isEqualTo("Both cases are the same captures. Neither case shows enough to tell whether ESP for"
                        + " 198.51.100.20 takes its proper next hop");
    }

    @ParameterizedTest
    @EnumSource
    void absenceIsNoCure(LabNetwork network) {
        Comparison comparison =
                compare(misrouted(network), CaseBuilder.resolved(network).ike(RT2));
        assertThat(comparison.outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(changes(comparison)).contains("untold esp-wrong-next-hop", "untold esp-one-way");
    }

    @ParameterizedTest
    @EnumSource
    void answersAloneAreNoPartThatGoesRight(LabNetwork network) {
        Comparison comparison = compare(misrouted(network), misrouted(network).espIn(RT2, IN, 15));
        assertThat(only(comparison).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void comparesPeersAndNotSpis(LabNetwork network) {
        Comparison comparison = compare(
                misrouted(network),
                CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT2, OTHER_OUT, 9)
                        .espIn(RT2, IN, 9)
                        .ike(RT2)
                        .espOut(RT2, OTHER_OUT + 1, 9));
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(only(comparison).after().orElseThrow().associations()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void comparesWhateverCarriesThePackets(Protection protection) {
        LabNetwork network = LabNetwork.IPV4;
        Comparison comparison = compare(
                misrouted(network),
                CaseBuilder.resolved(network)
                        .ike(RT2)
                        .protectedBy(protection)
                        .espOut(RT2, OUT, 20)
                        .espIn(RT2, IN, 15));
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
    }

    @ParameterizedTest
    @EnumSource
    void knowsARouterByItsAddressThoughItsMacIsAnother(LabNetwork network) {
        Comparison comparison = compare(
                right(network),
                CaseBuilder.in(network)
                        .arp(SERVER, RT1)
                        .arp(SERVER, STANDBY)
                        .background(RT1, 5)
                        .ike(STANDBY)
                        .espOut(STANDBY, OUT, 20)
                        .espIn(STANDBY, IN, 15));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(comparison.conclusion()).endsWith(network.station(STANDBY) + ", before and after");
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheProperNextHopIsAnotherNow(LabNetwork network) {
        Comparison comparison = compare(
                right(network),
                CaseBuilder.resolved(network).ike(RT1).espOut(RT1, OUT, 20).espIn(RT1, IN, 15));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(comparison.conclusion()).endsWith("; before, that was " + network.station(RT2));
    }

    @ParameterizedTest
    @EnumSource
    void isPartlyMendedWhereSomeSasStillGoWrong(LabNetwork network) {
        CaseBuilder partly =
                misrouted(network).espOut(RT2, OTHER_OUT, 10).espIn(RT2, IN, 10).espOut(RT1, OUT, 5);
        Comparison comparison = compare(misrouted(network), partly);
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion())
                .isEqualTo("ESP for " + network.addressOf(PEER) + " still leaves for " + network.station(RT1)
                        + " in 1 of 2 SAs (25 of 35 frames); answers come back now");
        assertThat(compare(partly, misrouted(network)).outcome()).isEqualTo(Outcome.WORSE);
    }

    @ParameterizedTest
    @EnumSource
    void namesThePeerThatStillGoesWrong(LabNetwork network) {
        Comparison comparison =
                compare(twoPeers(network, RT1, RT1), twoPeers(network, RT2, RT1).espOut(RT1, OTHER_OUT, 1));
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.peers())
                .extracting(peer -> peer.address() + " " + peer.outcome())
                .containsExactlyInAnyOrder(
                        network.address(PEER) + " mended", network.address(OTHER_PEER) + " unchanged");
        assertThat(comparison.conclusion())
                .startsWith("ESP for " + network.addressOf(OTHER_PEER) + " still leaves for " + network.station(RT1));
    }

    @ParameterizedTest
    @EnumSource
    void isWorseWhereOnePeerIsMendedAndAnotherGoesWrong(LabNetwork network) {
        Comparison comparison = compare(twoPeers(network, RT1, RT2), twoPeers(network, RT2, RT1));
        assertThat(comparison.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(comparison.conclusion()).startsWith("ESP for " + network.addressOf(OTHER_PEER) + " now leaves for");
    }

    @ParameterizedTest
    @EnumSource
    void isMendedThoughAnotherPeerThatWentRightIsSilentNow(LabNetwork network) {
        Comparison comparison = compare(twoPeers(network, RT1, RT2), right(network));
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(comparison.missing())
                .anyMatch(sentence -> sentence.startsWith("AFTER: ESP for " + network.addressOf(OTHER_PEER)));
    }

    @ParameterizedTest
    @EnumSource
    void isPartlyMendedWhereAPeerThatWentWrongIsSilentNow(LabNetwork network) {
        Comparison comparison = compare(twoPeers(network, RT1, RT1), right(network));
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion()).contains("AFTER holds no ESP for " + network.addressOf(OTHER_PEER));
    }

    @ParameterizedTest
    @EnumSource
    void isPartlyMendedWhereNoAnswerComes(LabNetwork network) {
        Comparison comparison = compare(
                misrouted(network), CaseBuilder.resolved(network).ike(RT2).espOut(RT2, OUT, 20));
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion()).endsWith("; no answer comes back");
    }

    @ParameterizedTest
    @EnumSource
    void isWorseWhereAnswersStoppedOnTheProperWay(LabNetwork network) {
        Comparison comparison =
                compare(right(network), CaseBuilder.resolved(network).ike(RT2).espOut(RT2, OUT, 20));
        assertThat(comparison.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(comparison.conclusion()).endsWith("; no answer comes back any more");
    }

    @ParameterizedTest
    @EnumSource
    void isWorseWherePacketsLeakNow(LabNetwork network) {
        InnerNetwork inner = new InnerNetwork(
                network.address(PEER),
                Optional.empty(),
                IpPrefix.host(network.address(SERVER)),
                IpPrefix.host(network.address(NEIGHBOR)));
        CaseBuilder leaking = right(network)
                .knowing(new TunnelContents(List.of(), List.of(), List.of(inner), List.of()))
                .repeat(5, one -> one.plain(SERVER, RT1, SERVER, NEIGHBOR, 64));
        Comparison comparison = compare(right(network), leaking);
        assertThat(comparison.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(comparison.conclusion()).endsWith("; new: cleartext-leak");
        assertThat(compare(misrouted(network), leaking).outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(compare(leaking, right(network)).outcome()).isEqualTo(Outcome.MENDED);
    }

    @ParameterizedTest
    @EnumSource
    void saysThatTheWrongNextHopWasInUseAtFirstOnly(LabNetwork network) {
        Comparison comparison = compare(
                misrouted(network), misrouted(network).espOut(RT2, OUT, 20).espIn(RT2, IN, 20));
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion()).contains("and no longer did at the end of AFTER");
        assertThat(comparison.missing())
                .anyMatch(sentence -> sentence.startsWith("AFTER: a capture begun after the repair"));
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsMissing(LabNetwork network) {
        Comparison comparison = compare(
                right(network), right(network).skipIn(IN, 7).espIn(RT2, IN, 3).espOut(RT2, OUT, 1));
        PeerChange peer = only(comparison);
        assertThat(peer.before().orElseThrow().received().loss()).contains(new Tally.Loss(0, 15));
        assertThat(peer.after().orElseThrow().received().loss()).contains(new Tally.Loss(7, 25));
        assertThat(peer.after().orElseThrow().sent().loss()).contains(new Tally.Loss(0, 21));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @EnumSource
    void cannotTellWithoutProofOfTheProperNextHop(LabNetwork network) {
        CaseBuilder open = CaseBuilder.resolved(network).espOut(RT1, OUT, 20);
        for (Comparison comparison : List.of(compare(misrouted(network), open), compare(right(network), open))) {
            assertThat(comparison.outcome()).isEqualTo(Outcome.CANNOT_TELL);
            assertThat(comparison.conclusion()).contains("AFTER does not show enough to tell whether ESP for");
            assertThat(comparison.missing()).anyMatch(sentence -> sentence.startsWith("AFTER: IKE with"));
        }
        assertThat(compare(open, right(network)).outcome()).isEqualTo(Outcome.CANNOT_TELL);
    }

    @Test
    void cannotTellWithoutDestinationMacs() {
        CaseBuilder cooked = CaseBuilder.in(LabNetwork.IPV4).cooked().ike(RT2).espOut(RT2, OUT, 20);
        Comparison comparison = compare(misrouted(LabNetwork.IPV4), cooked);
        assertThat(comparison.outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(comparison.missing()).anyMatch(sentence -> sentence.startsWith("AFTER: destination MACs"));
    }

    @ParameterizedTest
    @EnumSource
    void cannotTellWithoutEsp(LabNetwork network) {
        Comparison comparison =
                compare(misrouted(network), CaseBuilder.resolved(network).ike(RT2));
        assertThat(comparison.outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(comparison.conclusion())
                .isEqualTo("BEFORE shows that ESP for " + network.addressOf(PEER) + " leaves for "
                        + network.station(RT1) + "; AFTER holds no ESP for " + network.addressOf(PEER));
        assertThat(comparison.missing()).anyMatch(sentence -> sentence.contains("make traffic to a host behind it"));
    }

    @ParameterizedTest
    @EnumSource
    void cannotTellWithoutAnyPeer(LabNetwork network) {
        CaseBuilder other = CaseBuilder.resolved(network);
        Comparison comparison = compare(other, CaseBuilder.resolved(network).background(RT1, 9));
        assertThat(comparison.outcome()).isEqualTo(Outcome.CANNOT_TELL);
        assertThat(comparison.peers()).isEmpty();
        assertThat(comparison.conclusion()).startsWith("Neither case holds ESP");
    }

    @ParameterizedTest
    @EnumSource
    void tellsServersOfOnePeerApart(LabNetwork network) {
        Comparison comparison = compare(twoServers(network, RT1, RT2), twoServers(network, RT2, RT2));
        assertThat(comparison.peers())
                .extracting(peer -> peer.server().orElseThrow() + " " + peer.outcome())
                .containsExactly(network.address(SERVER) + " mended", network.address(NEIGHBOR) + " unchanged");
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
    }

    private static Comparison compare(CaseBuilder before, CaseBuilder after) {
        return Comparison.of(before.report(), after.report());
    }

    private static PeerChange only(Comparison comparison) {
        assertThat(comparison.peers()).hasSize(1);
        return comparison.peers().get(0);
    }

    private static List<String> changes(Comparison comparison) {
        return comparison.findings().stream()
                .map(finding -> finding.fate() + " " + finding.id())
                .toList();
    }

    private static CaseBuilder misrouted(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT1, OUT, 20);
    }

    private static CaseBuilder right(LabNetwork network) {
        return CaseBuilder.resolved(network).ike(RT2).espOut(RT2, OUT, 20).espIn(RT2, IN, 15);
    }

    /** Both peers belong to RT2. */
    private static CaseBuilder twoPeers(LabNetwork network, LabHost first, LabHost second) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(first, OUT, 20)
                .espIn(RT2, IN, 15)
                .between(SERVER, OTHER_PEER)
                .ike(RT2)
                .espOut(second, OTHER_OUT, 20)
                .espIn(RT2, IN + 1, 15);
    }

    /** One peer of two servers, which is reached by RT2. */
    private static CaseBuilder twoServers(LabNetwork network, LabHost first, LabHost second) {
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(first, OUT, 20)
                .espIn(RT2, IN, 15)
                .between(NEIGHBOR, PEER)
                .arp(NEIGHBOR, RT2)
                .ike(RT2)
                .espOut(second, OTHER_OUT, 20)
                .espIn(RT2, IN + 1, 15);
    }
}
