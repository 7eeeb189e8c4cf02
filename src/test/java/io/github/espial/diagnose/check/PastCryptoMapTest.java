package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A router with two lines: the default route by the first, the tunnel's end and crypto map on the second. */
class PastCryptoMapTest {
    private static final String ID = "bypasses-tunnel";

    private static final String ROUTES = """
            Router#show ip route
            Codes: C - connected, S - static, R - RIP, M - mobile, B - BGP

            Gateway of last resort is 192.0.2.1 to network 0.0.0.0

            S*    0.0.0.0/0 [1/0] via 192.0.2.1
            C        10.3.0.0/16 is directly connected, GigabitEthernet0/2
            C        192.0.2.0/30 is directly connected, GigabitEthernet0/0
            C        198.51.100.0/30 is directly connected, GigabitEthernet0/1
            S        203.0.113.40/32 [1/0] via 198.51.100.1
            """;

    private static final String SA = """
            interface: GigabitEthernet0/1
                Crypto map tag: CMAP, local addr 198.51.100.2

               protected vrf: (none)
               local  ident (addr/mask/prot/port): (10.3.0.0/255.255.0.0/0/0)
               remote ident (addr/mask/prot/port): (10.60.0.0/255.255.0.0/0/0)
               current_peer 203.0.113.40 port 500
                #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0
                #pkts decaps: 214, #pkts decrypt: 214, #pkts verify: 214

                 local crypto endpt.: 198.51.100.2, remote crypto endpt.: 203.0.113.40
                 current outbound spi: 0x9B2F7A11(2603579921)
            """;

    private static Optional<Finding> finding(CaseReport report) {
        return report.findings().stream().filter(one -> one.id().equals(ID)).findFirst();
    }

    @Test
    void namesANetworkThatLeavesByAnotherInterfaceThanThatOfItsMap() {
        CaseReport report = Worded.report(ROUTES, SA);
        Finding finding = finding(report).orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.title())
                .isEqualTo("10.60.0.0/16 bypasses GigabitEthernet0/1, where the crypto map for 203.0.113.40 is");
        assertThat(finding.text()).contains("out of GigabitEthernet0/0", "unless a route by policy");
        assertThat(finding.subject().peer()).contains(IpAddress.parse("203.0.113.40"));
        assertThat(finding.subject().innerDestinations()).containsExactly(IpPrefix.parse("10.60.0.0/16"));
        assertThat(finding.fixes().get(0).command()).isEqualTo("ip route 10.60.0.0 255.255.0.0 198.51.100.1");
        assertThat(finding.fixes().get(0).undo()).isEqualTo("no ip route 10.60.0.0 255.255.0.0 198.51.100.1");
        assertThat(report.judgment().predicted().map(Predicted::verdict)).contains(Verdict.MISROUTED);
    }

    /** What the remedy would have the table say. */
    @Test
    void saysNothingWhereTheRouteIsByTheInterfaceOfTheMap() {
        CaseReport report = Worded.report(ROUTES + "S        10.60.0.0/16 [1/0] via 198.51.100.1\n", SA);
        assertThat(finding(report)).isEmpty();
    }

    /** As where the default route goes to the router of the other line when the first is lost. */
    @Test
    void saysNothingWhereTheMapIsOnBothInterfaces() {
        String both = SA.replace("0/1", "0/0").replace("198.51.100.2", "192.0.2.2") + "\n" + SA;
        assertThat(finding(Worded.report(ROUTES, both))).isEmpty();
    }

    /** Packets that it protected show that something takes them there: a route by policy, which no table shows. */
    @Test
    void saysNothingOfAMapThatHasProtectedPackets() {
        String used = SA.replace("#pkts encaps: 0,", "#pkts encaps: 198,");
        assertThat(finding(Worded.report(ROUTES, used))).isEmpty();
    }

    /** The packets are routed by a table of their own. */
    @Test
    void saysNothingOfPacketsOfAVrf() {
        String vrf = SA.replace("(none)", "CUSTOMER");
        assertThat(finding(Worded.report(ROUTES, vrf))).isEmpty();
    }

    /** Of ASA, a rule that translates addresses may choose the interface. */
    @Test
    void saysNothingOfAsa() {
        String asa = SA.replace("interface: GigabitEthernet0/1", "interface: outside");
        assertThat(finding(Worded.report(ROUTES, asa))).isEmpty();
    }

    @Test
    void namesTheOneNetworkOfTwoThatHasNoRouteOfItsOwn() {
        String two = SA + "\n" + SA.substring(SA.indexOf("   protected vrf")).replace("10.60.0.0", "10.61.0.0");
        CaseReport report = Worded.report(ROUTES + "S        10.61.0.0/16 [1/0] via 198.51.100.1\n", two);
        assertThat(finding(report).orElseThrow().subject().innerDestinations())
                .containsExactly(IpPrefix.parse("10.60.0.0/16"));
    }

    /** The far end is a summary: the router's own link lies in it, and is none of the tunnel's. */
    @Test
    void saysNothingOfTheOwnLinkWithinASummary() {
        String summary = SA.replace("(10.60.0.0/255.255.0.0/0/0)", "(10.0.0.0/255.0.0.0/0/0)");
        CaseReport report = Worded.report(ROUTES, summary);
        assertThat(finding(report).orElseThrow().subject().innerDestinations())
                .containsExactly(IpPrefix.parse("10.0.0.0/8"));
        assertThat(finding(Worded.report(ROUTES + "S        10.0.0.0/8 [1/0] via 198.51.100.1\n", summary)))
                .isEmpty();
    }
}
