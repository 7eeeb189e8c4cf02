package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.correlate.LabInside;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Statements;
import io.github.espial.l2tp.L2tpSession.SessionId;
import io.github.espial.net.IpAddress;
import io.github.espial.net.Spi;
import io.github.espial.observe.FrameReference;
import io.github.espial.observe.L2tpSaying;
import io.github.espial.observe.L2tpTalk;
import io.github.espial.observe.Span;
import io.github.espial.observe.Traffic;
import io.github.espial.read.Division;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class L2tpOverIpsecTest {
    private static final Check CHECK = new L2tpOverIpsec();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0xce2f1d3aL;

    @ParameterizedTest
    @EnumSource
    void findsDecryptedL2tpBesideEsp(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1).l2tpIn(RT2, 1));
        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .startsWith("L2TP with " + network.addressOf(PEER)
                            + " is protected by IPsec in transport mode (10 frames of L2TP");
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhenL2tpGoesOutInTheClear(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(
                                5,
                                one -> one.espOut(RT2, OUT, 1)
                                        .espIn(RT2, IN, 1)
                                        .l2tpOut(RT2, 1)
                                        .l2tpIn(RT2, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutEsp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network).l2tpIn(RT2, 5).findings(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWithoutL2tp(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                        .findings(CHECK))
                .isEmpty();
    }

    /** Numbers and addresses are those that xl2tpd and pppd of the lab logged. */
    @Test
    void tellsOfTheTunnelThatKeysOpen() throws Exception {
        Path capture = Path.of("testdata/l2tp-ipsec/capture.pcap");
        TunnelContents inside = LabInside.of(capture, Division.NONE, capture.resolveSibling("xfrm-state.txt"));
        CaseScan scan = CaseScan.of(List.of(CaptureSource.file(capture)), Reading.USUAL);
        CaseReport report = Diagnosis.of(scan, inside, Statements.NONE, Checks.all());
        assertThat(report.negotiations().tunnels()).singleElement().satisfies(tunnel -> {
            assertThat(tunnel.isProtected()).isTrue();
            assertThat(tunnel.ends())
                    .extracting(end -> end.address() + " " + end.tunnelId().orElseThrow())
                    .containsExactly("192.0.2.10 43037", "198.51.100.20 21473");
            assertThat(tunnel.sessions())
                    .singleElement()
                    .satisfies(session ->
                            assertThat(session.ids()).extracting(SessionId::id).containsExactly(60168, 14406));
        });
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("l2tp-over-ipsec"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.text())
                            .endsWith("on the PPP link 192.0.2.10 is 10.20.50.10, 198.51.100.20 is 10.20.50.1");
                    assertThat(finding.subject().spis()).hasSize(2);
                });
        assertThat(report.findings()).noneMatch(finding -> finding.id().equals("l2tp-unprotected"));
    }

    @ParameterizedTest
    @EnumSource
    void saysWhyTheTunnelInsideEspEnded(LabNetwork network) {
        assertThat(opened(network, 2).findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .endsWith("; the tunnel was closed by " + network.addressOf(PEER)
                            + ": a general error (result 2), resources are lacking (error 4)");
        });
        assertThat(opened(network, 2).findings(new L2tpUnprotected())).isEmpty();
    }

    /** ESP that held the end of a tunnel, as one who has its keys knows. */
    private static CaseBuilder opened(LabNetwork network, int result) {
        IpAddress server = IpAddress.parse(network.addressOf(SERVER));
        IpAddress peer = IpAddress.parse(network.addressOf(PEER));
        L2tpTalk stop = new L2tpTalk(
                new L2tpTalk.Carrier(Traffic.ESP, peer, server, new Spi(IN), 0),
                peer,
                server,
                7,
                0,
                new L2tpSaying.Control(
                        4, OptionalInt.of(9), OptionalInt.of(result), OptionalInt.of(4), false, false, Map.of()),
                new Span(1, 120, 1, 1, new FrameReference(0, 1), new FrameReference(0, 1)));
        return CaseBuilder.resolved(network)
                .ike(RT2)
                .repeat(5, one -> one.espOut(RT2, OUT, 1).espIn(RT2, IN, 1))
                .knowing(new TunnelContents(
                        List.of(), List.of(), List.of(), List.of(), List.of(stop), List.of(), List.of()));
    }
}
