package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.FindingId;
import io.github.espial.diagnose.Verdict;
import io.github.espial.infer.SecurityAssociation;
import io.github.espial.net.IpAddress;
import io.github.espial.net.MacAddress;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tcpdump prints of a capture says what the capture says. */
class PrintedCapturesTest {
    private static final Path PRINTED = Path.of("src/test/resources/io/github/espial/capture/tcpdump");

    @TempDir
    private Path folder = Path.of("");

    private static CaseReport report(Path path) throws Exception {
        Intake intake = new Intake(DecompressionLimit.USUAL);
        intake.add(path, path.toString());
        return CaseAnalysis.of(intake.files(), CaseQuestion.plain(1), ReadProgress.NONE);
    }

    private CaseReport reportOf(String text) throws Exception {
        Files.writeString(folder.resolve("printed.txt"), text);
        return report(folder);
    }

    /** The frames of a line each, and those whose text goes on in the next, by the capture itself. */
    @ParameterizedTest
    @CsvSource({"misrouted-ikev2, capture.pcap", "nat-t, capture.pcap"})
    void givesTheVerdictAndTheNextHopsOfTheCapture(String name, String capture) throws Exception {
        CaseReport printed = report(PRINTED.resolve(name + ".txt"));
        CaseReport captured = report(Path.of("testdata", name, capture));

        assertThat(printed.verdict()).isEqualTo(captured.verdict()).isEqualTo(Verdict.MISROUTED);
        Finding wrong = first(printed);
        assertThat(wrong.subject().actualNextHop())
                .isEqualTo(first(captured).subject().actualNextHop());
        assertThat(wrong.subject().expectedNextHop())
                .isEqualTo(first(captured).subject().expectedNextHop());
        assertThat(printed.topology().associations())
                .extracting(SecurityAssociation::spi)
                .isSubsetOf(captured.topology().associations().stream()
                        .map(SecurityAssociation::spi)
                        .toList());
    }

    private static Finding first(CaseReport report) {
        return report.findings().stream()
                .filter(finding -> finding.id().equals(FindingId.ESP_WRONG_NEXT_HOP))
                .findFirst()
                .orElseThrow();
    }

    /** What tshark prints of the same capture, with columns of MACs. */
    @Test
    void readsAPacketListWithMacs() throws Exception {
        CaseReport printed = report(PRINTED.resolve("list-with-macs.txt"));
        CaseReport captured = report(Path.of("testdata", "misrouted-ikev2", "capture.pcap"));
        assertThat(printed.verdict()).isEqualTo(captured.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(first(printed).subject().actualNextHop())
                .isEqualTo(first(captured).subject().actualNextHop());
        assertThat(first(printed).subject().expectedNextHop())
                .isEqualTo(first(captured).subject().expectedNextHop());
        assertThat(printed.findings())
                .extracting(Finding::id)
                .doesNotContain("esp-replay", "esp-loss", "no-link-addresses");
    }

    /** A text export of Wireshark has no arrows, and no MACs but those of ARP. */
    @Test
    void readsAPacketListWithoutArrows() throws Exception {
        CaseReport report = reportOf("""
                No.     Time           Source                Destination           Protocol Length Info
                      1 0.000000       00:1b:21:aa:00:01     ff:ff:ff:ff:ff:ff     ARP      42     Who has 192.0.2.254? Tell 192.0.2.10
                      2 0.100000       192.0.2.10            198.51.100.20         ISAKMP   434    IKE_SA_INIT MID=00 Initiator Request
                      3 0.130000       198.51.100.20         192.0.2.10            ISAKMP   434    IKE_SA_INIT MID=00 Responder Response
                      4 0.200000       192.0.2.10            198.51.100.20         ESP      166    ESP (SPI=0xc0c86871)
                """);
        assertThat(report.topology().associations())
                .singleElement()
                .satisfies(sa -> assertThat(sa.spi()).hasToString("0xc0c86871"));
        assertThat(report.negotiations().ikeSas()).hasSize(1);
        assertThat(report.findings()).extracting(Finding::id).contains("no-link-addresses");
    }

    /** The page of OPNsense has interface and date in a row of their own, and columns of MACs. */
    @Test
    void readsTheCapturePageOfAFirewall() throws Exception {
        CaseReport report = reportOf("""
                WAN
                igb0\t2026-01-05
                10:11:11.100000\t00:1b:21:aa:00:01\tff:ff:ff:ff:ff:ff\tethertype ARP (0x0806), length 60: Request who-has 192.0.2.254 tell 192.0.2.10, length 46
                10:11:12.123456\t00:1b:21:aa:00:01\t00:1b:21:bb:00:01\tethertype IPv4 (0x0800), length 150: 192.0.2.10 > 198.51.100.20: ESP(spi=0xc0c86871,seq=0x7), length 116
                """);
        assertThat(report.topology().associations())
                .singleElement()
                .satisfies(sa -> assertThat(sa.links())
                        .singleElement()
                        .satisfies(link ->
                                assertThat(link.hop().destination()).contains(MacAddress.parse("00:1b:21:bb:00:01"))));
        assertThat(report.inputs().captures().get(0).summary().interfaces())
                .singleElement()
                .satisfies(card -> assertThat(card.name()).contains("igb0"));
        assertThat(Instant.ofEpochSecond(report.inputs().captures().get(0).lastNanos() / 1_000_000_000L))
                .isEqualTo("2026-01-05T10:11:12Z");
    }

    @Test
    void countsLinesForFrames() throws Exception {
        CaseReport report = report(PRINTED.resolve("nat-t.txt"));
        long lines = Files.readAllLines(PRINTED.resolve("nat-t.txt")).size();
        assertThat(report.findings())
                .flatExtracting(finding -> finding.proof().evidence())
                .flatExtracting(evidence -> evidence.frames())
                .allSatisfy(frame -> assertThat(frame.number()).isBetween(2L, lines));
    }

    @Test
    void namesTheMacsOfASingleLine() throws Exception {
        CaseReport report = reportOf("""
                10:00:01.100201 00:1b:21:aa:00:01 > 00:1b:21:bb:00:01, ethertype 802.1Q (0x8100), length 154: vlan 120, p 0, ethertype IPv4 (0x0800), 192.0.2.10 > 198.51.100.20: ESP(spi=0xc0c86871,seq=0x7), length 116
                """);
        assertThat(report.topology().associations()).singleElement().satisfies(sa -> {
            assertThat(sa.spi()).hasToString("0xc0c86871");
            assertThat(sa.links())
                    .singleElement()
                    .satisfies(link ->
                            assertThat(link.hop().destination()).contains(MacAddress.parse("00:1b:21:bb:00:01")));
        });
    }

    @Test
    void seesEspOnTheTunnelsOwnDevice() throws Exception {
        CaseReport report = ReportCasesTest.report("01-mwan3-vti-9905");
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("tunnel-in-itself"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().peer()).contains(IpAddress.parse("203.0.113.245")));
    }

    /** The same lines from the device that the tunnel goes out by are as they should be. */
    @Test
    void saysNothingOfEspOnTheCardItself() throws Exception {
        CaseReport report = reportOf("""
                root@OpenWrt:~# ip xfrm policy
                src 0.0.0.0/0 dst 0.0.0.0/0
                \tdir out priority 399999
                \tmark 0x2a/0xffffffff
                \ttmpl src 192.0.2.50 dst 203.0.113.245
                \t\tproto esp spi 0xc66b7237 reqid 1 mode tunnel
                root@OpenWrt:~# ip route
                default via 192.0.2.1 dev pppoe-wan proto static metric 10
                10.88.0.0/16 dev vti-vpn proto kernel scope link src 10.88.12.7
                192.0.2.1 dev pppoe-wan proto kernel scope link src 192.0.2.50
                root@OpenWrt:~# tcpdump -i pppoe-wan esp
                listening on pppoe-wan, link-type LINUX_SLL (Linux cooked v1), capture size 262144 bytes
                11:51:48.427747 IP 192.0.2.50 > 203.0.113.245: ESP(spi=0xc66b7237,seq=0x12a), length 136
                11:51:49.428960 IP 192.0.2.50 > 203.0.113.245: ESP(spi=0xc66b7237,seq=0x12b), length 136
                """);
        assertThat(report.inputs().contexts()).hasSize(1);
        assertThat(report.inputs().captures()).hasSize(1);
        assertThat(report.findings()).noneMatch(finding -> finding.id().equals("tunnel-in-itself"));
    }

    @Test
    void takesNoOtherTextForACapture() throws Exception {
        CaseReport report = reportOf("""
                default via 192.0.2.1 dev eth0
                192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
                09:14:28 IP 192.0.2.10 and 198.51.100.20: ESP was up
                """);
        assertThat(report.inputs().captures()).isEqualTo(List.of());
    }
}
