package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.Reading;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import org.junit.jupiter.api.Test;

class BypassesTunnelTest {
    private static final String ID = "bypasses-tunnel";

    /** A policy that only what bears mark 5 meets, as what is routed into vti01 does. */
    private static final String VTI = """
            7: vti01@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN mode DEFAULT group default
                link/ipip 192.0.2.10 peer 198.51.100.20 promiscuity 0
                vti remote 198.51.100.20 local 192.0.2.10 ikey 0.0.0.5 okey 0.0.0.5
            src 10.1.0.0/16 dst 10.20.0.0/16
            \tdir out priority 383615 ptype main
            \tmark 0x5/0xffffffff
            \ttmpl src 192.0.2.10 dst 198.51.100.20
            \t\tproto esp reqid 1 mode tunnel
            """;

    private static final String LINKS = """
            default via 192.0.2.1 dev eth0
            192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
            10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1
            """;

    @Test
    void namesANetworkThatTheTableSendsPastTheTunnel() {
        CaseReport report = Worded.report(VTI, LINKS);
        Finding finding = report.findings().stream()
                .filter(one -> one.id().equals(ID))
                .findFirst()
                .orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject().peer()).contains(IpAddress.parse("198.51.100.20"));
        assertThat(finding.subject().innerDestinations()).containsExactly(IpPrefix.parse("10.20.0.0/16"));
        assertThat(finding.fixes().get(0).command()).isEqualTo("ip route add 10.20.0.0/16 dev vti01");
        assertThat(finding.fixes().get(0).undo()).isEqualTo("ip route del 10.20.0.0/16 dev vti01");
        assertThat(report.judgment().predicted().map(Predicted::verdict)).contains(Verdict.MISROUTED);
    }

    @Test
    void saysNothingWhereTheNetworkIsRoutedIntoTheTunnel() {
        CaseReport report = Worded.report(VTI, LINKS + "10.20.0.0/16 dev vti01 scope link\n");
        assertThat(Worded.ids(report)).doesNotContain(ID);
        assertThat(report.judgment().predicted().map(Predicted::verdict)).contains(Verdict.HEALTHY);
    }

    @Test
    void namesThePartThatHasARouteOfItsOwn() {
        CaseReport report =
                Worded.report(VTI, LINKS + "10.20.0.0/16 dev vti01 scope link\n10.20.5.0/24 via 192.0.2.1 dev eth0\n");
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals(ID))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().innerDestinations())
                        .containsExactly(IpPrefix.parse("10.20.5.0/24")));
    }

    @Test
    void saysNothingOfAPolicyThatTakesPacketsWithoutADevice() {
        String unmarked = VTI.replace("\tmark 0x5/0xffffffff\n", "");
        assertThat(Worded.ids(Worded.report(unmarked, LINKS))).doesNotContain(ID);
    }

    @Test
    void saysNothingOfADeviceThatNoWordsName() {
        String unnamed = VTI.substring(VTI.indexOf("src 10.1"));
        assertThat(Worded.ids(Worded.report(unnamed, LINKS))).doesNotContain(ID);
    }

    @Test
    void namesWhatAVpnClientOfWindowsSendsPastItsInterface() {
        CaseReport report = Worded.report("""
                ===========================================================================
                Active Routes:
                Network Destination        Netmask          Gateway       Interface  Metric
                          0.0.0.0          0.0.0.0     192.168.77.1    192.168.77.47     25
                         10.0.0.0        255.0.0.0         On-link       10.66.55.1     26
                       10.66.55.1  255.255.255.255         On-link       10.66.55.1    281
                    198.51.100.20  255.255.255.255     192.168.77.1    192.168.77.47     26
                     192.168.77.0    255.255.255.0         On-link     192.168.77.47    281
                ===========================================================================
                """, """
                Listening IP addresses:
                  198.51.100.20
                  172.21.9.1
                Security Associations (1 up, 0 connecting):
                        con1[3]: ESTABLISHED 2 minutes ago, 198.51.100.20[vpn.example.net]...203.0.113.77[192.168.77.47]
                        con1{9}:  INSTALLED, TUNNEL, reqid 4, ESP in UDP SPIs: c5a1b2c3_i 7d3f01aa_o
                        con1{9}:   172.21.9.0/24 10.80.0.0/16 === 10.66.55.1/32
                """);
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals(ID))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.subject().innerDestinations()).containsExactly(IpPrefix.parse("172.21.9.0/24"));
                    assertThat(finding.fixes().get(0).command())
                            .startsWith("Add-VpnConnectionRoute")
                            .endsWith("172.21.9.0/24");
                });
    }

    /** Tables of Windows have the index of an interface, commands take its name. */
    @Test
    void callsAnInterfaceOfWindowsByItsName() {
        CaseReport report = Worded.report(Reading.text("windows-rras-german.txt"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.id().equals("bypasses-tunnel"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).isEqualTo("10.21.0.0/16 bypasses Azure, the tunnel to 203.0.113.50");
                    assertThat(finding.fixes().get(0).command())
                            .isEqualTo(
                                    "Add-VpnConnectionRoute -ConnectionName \"Azure\" -DestinationPrefix 10.21.0.0/16");
                });
    }

    @Test
    void leavesANameThatAShellWouldHeedToBeTyped() {
        String words = Reading.text("windows-rras-german.txt").replace("Azure", "A$(calc)");
        assertThat(Worded.report(words).findings())
                .filteredOn(finding -> finding.id().equals("bypasses-tunnel"))
                .allSatisfy(
                        finding -> assertThat(finding.fixes().get(0).command()).contains("\"NAME\""));
    }

    /** What tunnels a summary has its own link within it. */
    @Test
    void saysNothingOfTheNearSideWithinASummary() {
        String summary = VTI.replace("dst 10.20.0.0/16", "dst 10.0.0.0/8");
        CaseReport report = Worded.report(summary, LINKS + "10.0.0.0/8 dev vti01 scope link\n");
        assertThat(Worded.ids(report)).doesNotContain(ID);
        assertThat(report.judgment().predicted().map(Predicted::verdict)).contains(Verdict.HEALTHY);
    }
}
