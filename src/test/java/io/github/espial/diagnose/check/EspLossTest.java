package io.github.espial.diagnose.check;

import static io.github.espial.diagnose.LabHost.PEER;
import static io.github.espial.diagnose.LabHost.RT1;
import static io.github.espial.diagnose.LabHost.RT2;
import static io.github.espial.diagnose.LabHost.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.diagnose.CaseBuilder;
import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.LabNetwork;
import io.github.espial.diagnose.Severity;
import io.github.espial.infer.Statements;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EspLossTest {
    private static final Check CHECK = new EspLoss();
    private static final long OUT = 0xc0c86871L;
    private static final long IN = 0x0a0b0c0dL;

    private static CaseBuilder lab(LabNetwork network) {
        return CaseBuilder.in(network).ike(RT2);
    }

    /** Of each 21 packets of the peer one is missing, and none of the server's. */
    private static CaseBuilder lossy(CaseBuilder lab) {
        return lab.repeat(
                        6, then -> then.espOut(RT2, OUT, 20).espIn(RT2, IN, 20).skipIn(IN, 1))
                .espIn(RT2, IN, 1);
    }

    @ParameterizedTest
    @EnumSource
    void warnsOfLossOnTheWay(LabNetwork network) {
        assertThat(lossy(lab(network)).findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo("6 of 127 packets from " + network.addressOf(PEER)
                            + " are not in the capture, by the sequence numbers of SA 0x0a0b0c0d. The capture holds"
                            + " what the server sent, so they were lost on the way, or came in by a card that was not"
                            + " captured");
            assertThat(finding.subject().peer()).contains(network.address(PEER));
        });
    }

    @ParameterizedTest
    @EnumSource(CaseBuilder.Protection.class)
    void countsAllKindsOfSas(CaseBuilder.Protection protection) {
        assertThat(lossy(CaseBuilder.in(LabNetwork.IPV4).protectedBy(protection))
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @ParameterizedTest
    @EnumSource
    void takesLossOnTheFirstLinkForTheCaptures(LabNetwork network) {
        CaseBuilder lab = lab(network)
                .repeat(6, then -> then.espOut(RT2, OUT, 20).skipOut(OUT, 2).espIn(RT2, IN, 20))
                .espOut(RT2, OUT, 1);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text())
                    .startsWith("12 of 133 packets to " + network.addressOf(PEER))
                    .contains("it is the capture that lost them and not the network");
        });
    }

    /** Then what is missing of the other direction is the capture's as well. */
    @ParameterizedTest
    @EnumSource
    void doesNotWarnWhereBothDirectionsLose(LabNetwork network) {
        CaseBuilder lab =
                lossy(lab(network)).repeat(5, then -> then.skipOut(OUT, 2).espOut(RT2, OUT, 10));

        assertThat(lab.findings(CHECK))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    }

    @Test
    void doesNotWarnWhereNothingWasSent() {
        CaseBuilder lab =
                lab(LabNetwork.IPV4).repeat(9, then -> then.espIn(RT2, IN, 20).skipIn(IN, 1));

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text()).endsWith("nothing here tells which");
        });
    }

    @Test
    void doesNotWarnOfOneLeap() {
        CaseBuilder lab = lab(LabNetwork.IPV4)
                .espOut(RT2, OUT, 100)
                .espIn(RT2, IN, 100)
                .skipIn(IN, 64)
                .espIn(RT2, IN, 100);

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text()).contains("in one stretch");
        });
    }

    @Test
    void doesNotWarnWhereMostIsMissing() {
        CaseBuilder lab = lab(LabNetwork.IPV4)
                .espOut(RT2, OUT, 100)
                .repeat(30, then -> then.espIn(RT2, IN, 1).skipIn(IN, 9));

        assertThat(lab.findings(CHECK)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text()).endsWith("the capture holds only a part of this traffic");
        });
    }

    @Test
    void doesNotWarnWhereTheCaptureSaysThatItLostFrames() throws Exception {
        assertThat(findings(0))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
        assertThat(findings(17)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.text()).contains("The capture says that it lost 17 frames. ");
        });
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentWhereNothingIsMissing(LabNetwork network) {
        assertThat(lab(network).espOut(RT2, OUT, 50).espIn(RT2, IN, 50).findings(CHECK))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void staysSilentAboutAnSaWhoseStartWasNotCaptured(LabNetwork network) {
        assertThat(lab(network)
                        .skipOut(OUT, 4711)
                        .skipIn(IN, 815)
                        .espOut(RT2, OUT, 50)
                        .espIn(RT2, IN, 50)
                        .findings(CHECK))
                .isEmpty();
    }

    /** What is missing on one card left by the other. */
    @ParameterizedTest
    @EnumSource
    void countsOverAllLinksAndCards(LabNetwork network) {
        CaseBuilder lab = CaseBuilder.in(network)
                .repeat(
                        20,
                        then -> then.onCard("eth0")
                                .espOut(RT1, OUT, 1)
                                .onCard("eth1")
                                .espOut(RT2, OUT, 2)
                                .espIn(RT2, IN, 1));

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutPacketsThatAreLate() {
        CaseBuilder lab = lab(LabNetwork.IPV4)
                .espOut(RT2, OUT, 50)
                .espIn(RT2, IN, 20)
                .skipIn(IN, 5)
                .espIn(RT2, IN, 5)
                .skipIn(IN, -10)
                .espIn(RT2, IN, 5);

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    /** The low 32 bits of extended sequence numbers (RFC 4303 §2.2.1). */
    @Test
    void staysSilentAboutNumbersThatWrap() {
        CaseBuilder lab =
                lab(LabNetwork.IPV4).espOut(RT2, OUT, 50).skipIn(IN, -20).espIn(RT2, IN, 50);

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutWhatPassedBetweenTwoCaptures() {
        CaseBuilder lab = lab(LabNetwork.IPV4)
                .espOut(RT2, OUT, 20)
                .espIn(RT2, IN, 20)
                .nextCapture()
                .afterSeconds(600)
                .skipOut(OUT, 10)
                .skipIn(IN, 10)
                .espOut(RT2, OUT, 20)
                .espIn(RT2, IN, 20);

        assertThat(lab.findings(CHECK)).isEmpty();
    }

    @Test
    void staysSilentAboutAFewPackets() {
        assertThat(lab(LabNetwork.IPV4)
                        .espOut(RT2, OUT, 4)
                        .skipOut(OUT, 1)
                        .espOut(RT2, OUT, 5)
                        .findings(CHECK))
                .isEmpty();
    }

    private static List<Finding> findings(long dropped) throws Exception {
        PcapngBuilder file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN).ethernet();
        long time = 1_700_000_000_000_000L;
        for (int i = 1; i <= 100; i++) {
            byte[] sent = FrameBuilder.ethernet(SERVER.mac(), RT2.mac())
                    .ip(SERVER.ipv4(), PEER.ipv4())
                    .ttl(64)
                    .esp(OUT, i)
                    .payload(64)
                    .octets();
            byte[] received = FrameBuilder.ethernet(RT2.mac(), SERVER.mac())
                    .ip(PEER.ipv4(), SERVER.ipv4())
                    .ttl(55)
                    .esp(IN, i + i / 10)
                    .payload(64)
                    .octets();
            file.frame(0, time + 2_000L * i, sent).frame(0, time + 2_000L * i + 900, received);
        }
        CaseScan scan = CaseScan.of(
                List.of(new CaptureSource.OfStream(
                        new ByteArrayInputStream(file.dropped(0, dropped).toOctets()), "a.pcap")),
                Reading.USUAL);
        return Diagnosis.of(scan, Statements.NONE, List.of(CHECK)).findings();
    }

    @ParameterizedTest
    @EnumSource
    void statesNoLossOfNumbersThatCannotBe(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(30, lab -> lab.espOut(RT2, OUT, 1).skipOut(OUT, 0xff_ffff))
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.INFO);
                    assertThat(finding.title()).endsWith("are unusable");
                    assertThat(finding.text()).contains("no loss is stated").doesNotContain("not in the capture");
                });
    }

    @ParameterizedTest
    @EnumSource
    void statesALargeLossThatCanBe(LabNetwork network) {
        assertThat(CaseBuilder.resolved(network)
                        .ike(RT2)
                        .repeat(30, lab -> lab.espOut(RT2, OUT, 1).skipOut(OUT, 1_000))
                        .findings(CHECK))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("not in the capture"));
    }
}
