package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.net.IpAddress;
import org.junit.jupiter.api.Test;

class TunnelInItselfTest {
    private static final String ID = "tunnel-in-itself";

    private static final String L2TP = """
            Security Associations (1 up, 0 connecting):
            vpn[1]: ESTABLISHED 22 seconds ago, 192.168.43.112[192.168.43.112]...203.0.113.187[203.0.113.187]
            vpn{1}:  INSTALLED, TRANSPORT, reqid 1, ESP in UDP SPIs: c0de0001_i c0de0002_o
            vpn{1}:   192.168.43.112/32 === 203.0.113.187/32[udp/l2f]
            """;

    private static final String LAN = """
            default via 192.168.43.1 dev wlan0 metric 600
            192.168.43.0/24 dev wlan0 proto kernel scope link src 192.168.43.112
            """;

    private static final String INTO_PPP = "203.0.113.187 dev ppp0 proto kernel scope link src 10.11.0.6\n";

    @Test
    void namesAnL2tpServerThatIsRoutedIntoItsOwnPppLink() {
        CaseReport report = Worded.report(L2TP, LAN + INTO_PPP);
        Finding finding = report.findings().get(0);
        assertThat(finding.id()).isEqualTo(ID);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject().peer()).contains(IpAddress.parse("203.0.113.187"));
    }

    @Test
    void saysNothingWhereABetterRouteGoesByTheRouter() {
        String better = INTO_PPP.strip() + " metric 50\n203.0.113.187 via 192.168.43.1 dev wlan0 metric 10\n";
        assertThat(Worded.ids(Worded.report(L2TP, LAN + better))).doesNotContain(ID);
    }

    @Test
    void saysNothingWhereTheLineToThePeerIsPppoe() {
        String overPppoe = L2TP.replace("192.168.43.112", "100.64.7.9");
        String table = """
                default dev ppp0 scope link
                100.64.0.1 dev ppp0 proto kernel scope link src 100.64.7.9
                192.168.43.0/24 dev br-lan proto kernel scope link src 192.168.43.1
                """;
        assertThat(Worded.ids(Worded.report(overPppoe, table))).doesNotContain(ID);
    }

    @Test
    void namesAPeerThatTheDefaultRouteTakesIntoItsXfrmInterface() {
        String words = """
                31: ipsec0@eth0: <NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN group default
                    link/none
                    xfrm if_id 0x2a addrgenmode eui64
                src 0.0.0.0/0 dst 0.0.0.0/0
                \tdir out priority 383615 ptype main
                \ttmpl src 192.0.2.10 dst 198.51.100.20
                \t\tproto esp reqid 1 mode tunnel
                \tif_id 0x2a
                """;
        String table = """
                default dev ipsec0 scope link
                192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
                """;
        assertThat(Worded.ids(Worded.report(words, table))).contains(ID);
        assertThat(Worded.ids(Worded.report(words, table + "198.51.100.20 via 192.0.2.1 dev eth0\n")))
                .doesNotContain(ID);
    }
}
