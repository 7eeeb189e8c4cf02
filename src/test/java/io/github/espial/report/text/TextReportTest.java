package io.github.espial.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.report.SampleCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportTest {
    @Test
    void saysWhatIsWrongWhyAndHowToMendIt() throws IOException {
        assertThat(plain(SampleCases.misrouted())).isEqualTo("""
                MISROUTED  broken: ESP for 198.51.100.20 left for 192.0.2.1 (00:1b:21:aa:00:01); its next hop is
                           192.0.2.254 (00:1b:21:bb:00:fe).
                To mend it, on the server:
                  route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254
                To check it, capture again: espial compare case/capture.pcap AFTER

                error: ESP for 198.51.100.20 leaves for the wrong next hop
                  39 frames of ESP for 198.51.100.20 left for the default gateway 192.0.2.1 (00:1b:21:aa:00:01); its
                  proper next hop is 192.0.2.254 (00:1b:21:bb:00:fe)

                  went to       192.0.2.1 (00:1b:21:aa:00:01)
                  should go to  192.0.2.254 (00:1b:21:bb:00:fe)
                  confidence    98.7 %
                  SPI           0xcd1d3508
                  frames        39
                  when          2026-10-31T12:00:00.100123Z to 2026-10-31T12:00:09.000000Z, still going on

                  Evidence (log-odds, which add up to the confidence)
                    seen              39 frames of ESP were handed to the gateway (frames 21 ... 940 of
                                      capture.pcap)
                                      esp.spi == 0xcd1d3508
                    strong +4.0       IKE to 198.51.100.20 goes to 192.0.2.254 (00:1b:21:bb:00:fe) and is answered
                                      (3 frames) (frames 12 ... 14 of capture.pcap)
                                      isakmp && eth.dst == 00:1b:21:bb:00:fe
                    contradicts -1.3  no answer from 198.51.100.20 arrives (frame 21 of capture.pcap)

                  Remedy
                    windows  outlasts a restart
                             route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254
                    any      a routed tunnel interface needs no such route

                  More: espial explain esp-wrong-next-hop

                Security associations
                           SPI         source > destination        direction    frames  handed to
                  ESP      0xcd1d3508  192.0.2.10 > 198.51.100.20  outbound         39  00:1b:21:aa:00:01

                Captures
                  capture.pcap: pcap, 1019 frames, 3 malformed
                    2026-10-31T12:00:00.000000Z to 2026-10-31T12:00:10.000000Z (10 s)
                """);
    }

    @Test
    void saysOnceWhatSeveralPeersHaveInCommon() throws IOException {
        String text = plain(SampleCases.misroutedPeers(20));
        assertThat(text).contains("""
                error: ESP for 20 peers leaves for 192.0.2.1 instead of 192.0.2.254
                """, """
                  went to       192.0.2.1 (00:1b:21:aa:00:01)
                  should go to  192.0.2.254 (00:1b:21:bb:00:fe)
                  confidence    98.7 %
                  frames        780
                  when          2026-10-31T12:00:00.100123Z to 2026-10-31T12:00:09.000000Z, still going on

                  peer          frames  confidence  from                         to
                  203.0.113.1       39  98.7 %      2026-10-31T12:00:00.100123Z  2026-10-31T12:00:09.000000Z
                """, """
                  The evidence below is that of 203.0.113.1; the JSON report has that of each
                """);
        assertThat(text.split("203\\.0\\.113\\.20 ", -1)).hasSize(2);
        // Once in the answer, once in the remedy.
        assertThat(text.split("route -p add", -1)).hasSize(3);
        assertThat(text.lines()).hasSizeLessThan(66);
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        assertThat(plain(SampleCases.undetermined())).isEqualTo("""
                UNDETERMINED  The capture holds no destination MACs.
                What is missing:
                  - Capture on the network card itself, not on "any"
                Besides: No destination MACs

                warning: No destination MACs
                  5 IPsec frames have no destination MAC

                  Evidence
                    - linux-sll2 holds no destination MAC

                  More: espial explain no-link-addresses

                What is missing
                  - Capture on the network card itself, not on "any"

                Security associations
                           SPI         source > destination        direction    frames  handed to
                  AH       0x00000100  192.0.2.10 > 198.51.100.20  transit           5  not captured

                Captures
                  any.pcapng.gz: pcapng (gzip), 5 frames, 2 cut short, 7 lost by the capturing system
                    no time stamps
                    problem  at octet 24: a block of an unknown kind
                    problem  at octet 880, frame 6: ends in the middle of a record
                """);
    }

    @Test
    void namesCapturesByTheirPathWhereTheNameAloneIsNotEnough() throws IOException {
        assertThat(plain(SampleCases.healthyInTwoCaptures()))
                .contains("strong +4.0       IKE goes the same way (frame 12 of a/eth0.pcap, frames 9 ... 14 of")
                .contains("                      b\\eth0.pcap)\n")
                .contains("  inbound           7  00:1b:21:bb:00:fe (VLAN 120)\n");
    }

    @Test
    void tellsOfL2tpTunnels() throws IOException {
        assertThat(plain(SampleCases.withTunnel("lac\u001b"))).isEqualTo("""
                HEALTHY  All ESP takes its proper next hop.

                L2TP tunnels
                  192.0.2.10 ("lac\\u{1b}", "Microsoft") > 198.51.100.20: inside ESP; established; 1 message with
                  hidden values; 3 broken messages
                    call of 192.0.2.10: calling number 5550100; called number 5550199; closed by 198.51.100.20: a
                    general error (result 2), resources are lacking (error 4), "lac\\u{1b}"; PPP terminated;
                    MS-CHAPv2 failed: wrong name or password (error 691); 192.0.2.10 is 10.20.50.10; MPPE 128 bit; 5
                    frames with packets; 7 frames that PPP encrypts or compresses, which stay closed
                """);
    }

    @Test
    void isOneLineWhereThereIsNothingToSay() throws IOException {
        assertThat(plain(SampleCases.noIpsec())).isEqualTo("NO-IPSEC  No IPsec.\n");
    }

    @Test
    void cutsLongListsOfSas() throws IOException {
        assertThat(plain(SampleCases.withAssociations(20)))
                .contains("0x00000014")
                .doesNotContain("more");
        assertThat(plain(SampleCases.withAssociations(143)))
                .contains("0x00000014")
                .doesNotContain("0x00000015")
                .endsWith("\n  and 123 more; the JSON report has all\n");
    }

    @Test
    void wrapsTextButNothingThatIsCopied() throws IOException {
        String sentence = "word ".repeat(60).strip();
        List<String> lines = plain(SampleCases.says(sentence)).lines().toList();
        assertThat(lines).contains("      " + sentence, "         " + sentence);
        assertThat(lines)
                .filteredOn(line -> !line.strip().equals(sentence))
                .hasSizeGreaterThan(20)
                .allMatch(line -> line.length() <= TextPage.WIDTH);
    }

    @Test
    void keepsWordsWholeThatFitNoLine() throws IOException {
        String word = "x".repeat(150);
        assertThat(plain(SampleCases.says("a " + word + " b"))).startsWith("""
                NO-IPSEC  a
                          %s
                          b
                """.formatted(word));
    }

    @Test
    void showsHarmlesslyWhatCapturesSay() throws IOException {
        CaseReport hostile = SampleCases.says("x\u001b[2J\r\n\u009b31mHEALTHY\u202e\ud800");
        assertThat(plain(hostile))
                .contains("x\\u{1b}[2J\\u{d}\\u{a}\\u{9b}31mHEALTHY\\u{202e}\\u{d800}")
                .matches(text -> text.codePoints().allMatch(each -> each == '\n' || (each >= ' ' && each < 0x7f)));
        assertThat(colored(hostile)).doesNotContain("\u001b[2J", "\u009b", "\u202e", "\r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"misrouted", "undetermined", "healthy", "none"})
    void saysTheSameWithoutColor(String which) throws IOException {
        CaseReport report = switch (which) {
            case "misrouted" -> SampleCases.misrouted();
            case "undetermined" -> SampleCases.undetermined();
            case "healthy" -> SampleCases.healthyInTwoCaptures();
            default -> SampleCases.noIpsec();
        };
        String colored = colored(report);
        assertThat(colored).contains("\u001b[");
        assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(report));
    }

    @Test
    void showsByWhatEvidenceAllGoesRight() throws IOException {
        assertThat(plain(SampleCases.healthyInTwoCaptures())).startsWith("""
                HEALTHY  All ESP takes its proper next hop.

                proof: ESP for 2001:db8:ffff::20 takes its proper next hop

                  goes to       192.0.2.254 (00:1b:21:bb:00:fe)
                  confidence    98.2 %
                  SPI           0xffffffff
                  frames        3 sent, 4 came back
                  when          2026-10-31T12:00:00.000000000Z to 2026-10-31T12:00:02.000000000Z

                  Evidence (log-odds, which add up to the confidence)
                    strong +4.0       IKE goes the same way (frame 12 of a/eth0.pcap, frames 9 ... 14 of
                                      b\\eth0.pcap)

                info: NAT
                """);
    }

    @Test
    void setsOffTheVerdict() throws IOException {
        assertThat(colored(SampleCases.misrouted())).startsWith("\u001b[31;1mMISROUTED\u001b[0m  broken: ESP");
        assertThat(colored(SampleCases.healthyInTwoCaptures())).startsWith("\u001b[32;1mHEALTHY\u001b[0m  All");
    }

    @Test
    void countsTheSameWayInEveryCountry() throws IOException {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(plain(SampleCases.misrouted())).contains("strong +4.0       IKE", "98.7 %", "1019 frames");
        } finally {
            Locale.setDefault(usual);
        }
    }

    private static String plain(CaseReport report) throws IOException {
        return write(Palette.plain(), report);
    }

    private static String colored(CaseReport report) throws IOException {
        return write(Palette.colored(), report);
    }

    private static String write(Palette palette, CaseReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextReport(palette).write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
