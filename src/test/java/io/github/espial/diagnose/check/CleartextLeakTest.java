package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.NEIGHBOR;
import static io.github.espial.diagnose.LabHost.OTHER_PEER;
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
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.LabHost;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.dissect.InnerPacket;
import io.github.espial.net.FiveTuple;
import io.github.espial.net.IpPrefix;
import io.github.espial.net.IpProtocols;
import io.github.espial.net.MacAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CleartextLeakTest {
    private static final Check CHECK = new CleartextLeak();
    private static final long OUT = 0xc0c86871L;

    @ParameterizedTest
    @EnumSource
    void countsWhatAPolicyProtectsAndTheServerSendsInTheClear(LabNetwork network) {
        CaseBuilder lab = tunnel(network).repeat(5, one -> one.plain(SERVER, RT1, SERVER, OTHER_PEER, 64));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.text()).startsWith("5 frames for " + network.addressOf(OTHER_PEER));
            assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(5);
            assertThat(finding.subject().innerDestinations()).containsExactly(host(network, OTHER_PEER));
            assertThat(finding.proof().evidence().get(0).displayFilter().orElseThrow())
                    .endsWith("eth.src == " + SERVER.mac());
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnWhatOthersHandToTheServer(LabNetwork network) {
        assertThat(tunnel(network)
                        .repeat(5, one -> one.plain(NEIGHBOR, SERVER, SERVER, OTHER_PEER, 64))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnOtherDestinations(LabNetwork network) {
        assertThat(tunnel(network).background(RT1, 5).findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutPolicies(LabNetwork network) {
        assertThat(tunnel(network)
                        .knowing(TunnelContents.UNKNOWN)
                        .repeat(5, one -> one.plain(SERVER, RT1, SERVER, OTHER_PEER, 64))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfPacketsWhoseSiblingsWentIntoTheTunnelWithoutAKeyTellingSo(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 10)
                .knowing(new TunnelContents(aligned(network, 3), List.of(), List.of(), List.of()))
                .repeat(5, one -> one.plain(SERVER, RT1, SERVER, OTHER_PEER, 64));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.extent().orElseThrow().span().frames()).isEqualTo(5);
            assertThat(finding.subject().innerDestinations()).containsExactly(host(network, OTHER_PEER));
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentOnTooFewSiblings(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .espOut(RT2, OUT, 10)
                        .knowing(new TunnelContents(aligned(network, 2), List.of(), List.of(), List.of()))
                        .repeat(5, one -> one.plain(SERVER, RT1, SERVER, OTHER_PEER, 64))
                        .findings(CHECK))
                .isEmpty();
    }

    /** Flows to the other peer that went into the tunnel. */
    private static List<Flow> aligned(LabNetwork network, int count) {
        FrameReference frame = new FrameReference(0, 1);
        OuterSa sa = new OuterSa(
                Traffic.ESP,
                host(network, SERVER).address(),
                host(network, PEER).address(),
                new Spi(OUT));
        return IntStream.range(0, count)
                .mapToObj(port -> new Flow(
                        sa,
                        InnerPacket.Carriage.TUNNEL,
                        new FiveTuple(
                                IpProtocols.TCP,
                                host(network, SERVER).address(),
                                40_000 + port,
                                host(network, OTHER_PEER).address(),
                                443),
                        Optional.of(MacAddress.parse(SERVER.mac())),
                        Optional.of(MacAddress.parse(RT2.mac())),
                        new Span(3, 300, 1, 2, frame, frame),
                        Match.ALIGNED,
                        0.999))
                .toList();
    }

    /** A tunnel for packets from the server to one other host. */
    private static CaseBuilder tunnel(LabNetwork network) {
        InnerNetwork inner = new InnerNetwork(
                host(network, PEER).address(), Optional.empty(), host(network, SERVER), host(network, OTHER_PEER));
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .espOut(RT2, OUT, 10)
                .knowing(new TunnelContents(List.of(), List.of(), List.of(inner), List.of()));
    }

    private static IpPrefix host(LabNetwork network, LabHost host) {
        return IpPrefix.parse(network.addressOf(host).toString());
    }
}
