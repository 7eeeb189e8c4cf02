package io.github.espial.compare;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.Flow;
import io.github.espial.correlate.InnerNetwork;
import io.github.espial.correlate.Match;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Networks behind one peer, as flows and policies tell of them. */
class NetworkComparisonTest {
    private static final LabNetwork NETWORK = LabNetwork.IPV4;
    private static final Spi OUT = new Spi(0xc0c86871L);
    private static final Spi OTHER_OUT = new Spi(0xc0c86872L);
    private static final Spi IN = new Spi(0xc1122334L);
    private static final IpAddress INSIDE = IpAddress.parse("10.1.0.50");
    private static final IpAddress FIRST = IpAddress.parse("10.20.1.5");
    private static final IpAddress SECOND = IpAddress.parse("10.30.7.7");
    private static final List<String> NETWORKS = List.of("10.20.0.0/16", "10.30.0.0/16");

    @Test
    void namesWhatIsMendedAndWhatIsNot() {
        Comparison comparison = compare(wrong(FIRST, SECOND), split());
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion()).contains("where it is for 10.30.0.0/16; mended for 10.20.0.0/16");
        assertThat(networks(comparison)).containsExactly("10.20.0.0/16: wrong, proper", "10.30.0.0/16: wrong, wrong");
        assertThat(comparison.peers().get(0).networks().get(0).after().frames())
                .contains(new NetworkState.Frames(20, 15));
    }

    @Test
    void isWorseWhereARouteWasLost() {
        Comparison comparison = compare(split(), wrong(FIRST, SECOND));
        assertThat(comparison.outcome()).isEqualTo(Outcome.WORSE);
        assertThat(networks(comparison)).containsExactly("10.20.0.0/16: proper, wrong", "10.30.0.0/16: wrong, wrong");
    }

    @Test
    void isMendedWhereEveryNetworkGoesRight() {
        Comparison comparison = compare(wrong(FIRST, SECOND), right(FIRST, SECOND));
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(networks(comparison)).containsExactly("10.20.0.0/16: wrong, proper", "10.30.0.0/16: wrong, proper");
    }

    @Test
    void isPartlyMendedWhereANetworkWasNotTriedSince() {
        Comparison comparison = compare(wrong(FIRST, SECOND), right(FIRST));
        assertThat(comparison.outcome()).isEqualTo(Outcome.PARTLY_MENDED);
        assertThat(comparison.conclusion()).contains("no packet was seen for 10.30.0.0/16");
        assertThat(comparison.missing()).anyMatch(sentence -> sentence.startsWith("AFTER: packets for 10.30.0.0/16"));
        assertThat(networks(comparison))
                .containsExactly("10.20.0.0/16: wrong, proper", "10.30.0.0/16: wrong, none seen");
    }

    @Test
    void isUnchangedWhereANetworkIsTriedThatWasNotBefore() {
        Comparison comparison = compare(wrong(FIRST), wrong(FIRST, SECOND));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(networks(comparison))
                .containsExactly("10.20.0.0/16: wrong, wrong", "10.30.0.0/16: none seen, wrong");
    }

    @Test
    void takesTheWiderOfTwoNamesOfANetwork() {
        CaseBuilder guessed = misrouted().knowing(inside(List.of(), out(OUT, FIRST, RT1, 20)));
        Comparison comparison = compare(wrong(FIRST), guessed.espOut(RT1, OUT.value(), 1));
        assertThat(networks(comparison)).containsExactly("10.20.0.0/16: wrong, wrong");
    }

    @Test
    void namesHostsWhereNoNetworkIsKnown() {
        Comparison comparison = compare(
                right(FIRST), right(FIRST, SECOND).espOut(RT2, OUT.value(), 1).espIn(RT2, IN.value(), 1));
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(networks(comparison))
                .containsExactly("10.20.1.5/32: proper, proper", "10.30.7.7/32: none seen, proper");
    }

    @Test
    void concludesFromThePeerWhereEspStaysClosed() {
        CaseBuilder stated = misrouted().knowing(inside(NETWORKS));
        Comparison comparison = compare(stated, right().knowing(TunnelContents.UNKNOWN));
        assertThat(comparison.outcome()).isEqualTo(Outcome.MENDED);
        assertThat(networks(comparison)).containsExactly("10.20.0.0/16: wrong, proper", "10.30.0.0/16: wrong, proper");
    }

    private static Comparison compare(CaseBuilder before, CaseBuilder after) {
        return Comparison.of(before.report(), after.report());
    }

    private static List<String> networks(Comparison comparison) {
        assertThat(comparison.peers()).hasSize(1);
        return comparison.peers().get(0).networks().stream()
                .map(change -> change.network() + ": " + change.before().routing() + ", "
                        + change.after().routing())
                .toList();
    }

    private static CaseBuilder misrouted() {
        return CaseBuilder.resolved(NETWORK).ike(RT2).espOut(RT1, OUT.value(), 20);
    }

    private static CaseBuilder wrong(IpAddress... destinations) {
        return misrouted()
                .knowing(inside(
                        NETWORKS,
                        Stream.of(destinations)
                                .map(destination -> out(OUT, destination, RT1, 10))
                                .toArray(Flow[]::new)));
    }

    private static CaseBuilder right(IpAddress... destinations) {
        return CaseBuilder.resolved(NETWORK)
                .ike(RT2)
                .espOut(RT2, OUT.value(), 20)
                .espIn(RT2, IN.value(), 15)
                .knowing(inside(
                        NETWORKS,
                        Stream.of(destinations)
                                .map(destination -> out(OUT, destination, RT2, 10))
                                .toArray(Flow[]::new)));
    }

    /** The first network has its route, the second has none. */
    private static CaseBuilder split() {
        return CaseBuilder.resolved(NETWORK)
                .ike(RT2)
                .repeat(
                        5,
                        one -> one.espOut(RT2, OUT.value(), 4)
                                .espIn(RT2, IN.value(), 3)
                                .espOut(RT1, OTHER_OUT.value(), 2))
                .knowing(inside(
                        NETWORKS,
                        out(OUT, FIRST, RT2, 20),
                        out(OTHER_OUT, SECOND, RT1, 10),
                        flow(PEER, SERVER, IN, FIRST, INSIDE, RT2, SERVER, 15)));
    }

    private static TunnelContents inside(List<String> networks, Flow... flows) {
        return new TunnelContents(
                List.of(flows),
                List.of(),
                networks.stream()
                        .map(network -> new InnerNetwork(
                                NETWORK.address(PEER),
                                Optional.empty(),
                                IpPrefix.parse("10.1.0.0/16"),
                                IpPrefix.parse(network)))
                        .toList(),
                List.of());
    }

    private static Flow out(Spi spi, IpAddress destination, LabHost nextHop, long frames) {
        return flow(SERVER, PEER, spi, INSIDE, destination, SERVER, nextHop, frames);
    }

    private static Flow flow(
            LabHost from,
            LabHost to,
            Spi spi,
            IpAddress source,
            IpAddress destination,
            LabHost giver,
            LabHost taker,
            long frames) {
        FrameReference frame = new FrameReference(0, 20);
        return new Flow(
                new OuterSa(Traffic.ESP, NETWORK.address(from), NETWORK.address(to), spi),
                InnerPacket.Carriage.TUNNEL,
                new FiveTuple(1, source, 0, destination, 0),
                Optional.of(MacAddress.parse(giver.mac())),
                Optional.of(MacAddress.parse(taker.mac())),
                new Span(frames, 100 * frames, 0, 1, frame, frame),
                Match.DECRYPTED,
                1);
    }
}
