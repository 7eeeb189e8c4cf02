package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpPrefix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoRouteTest {
    private static final String ID = "route-missing";

    private static final String WINDOWS = """
            ===========================================================================
            Active Routes:
            Network Destination        Netmask          Gateway       Interface  Metric
                    127.0.0.0        255.0.0.0        127.0.0.1       127.0.0.1      1
                    192.0.2.0    255.255.255.0       192.0.2.10      192.0.2.10     10
                198.51.100.20  255.255.255.255      192.0.2.254      192.0.2.10      1
              255.255.255.255  255.255.255.255       192.0.2.10      192.0.2.10      1
            ===========================================================================
            """;

    private static final String LINUX = """
            192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
            10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1
            198.51.100.20 via 192.0.2.254 dev eth0
            """;

    private static final String RULES = """
            0:\tfrom all lookup local
            32766:\tfrom all lookup main
            32767:\tfrom all lookup default
            """;

    private static final String POLICY = """
            src 10.1.0.0/16 dst 10.20.0.0/16
            \tdir out priority 383615 ptype main
            \ttmpl src 192.0.2.10 dst 198.51.100.20
            \t\tproto esp reqid 1 mode tunnel
            """;

    private static void saysNothing(String... files) {
        assertThat(Worded.ids(Worded.report(files))).doesNotContain(ID);
    }

    @Test
    void namesANetworkThatTheWholeTableOfWindowsHasNoRouteFor() {
        CaseReport report = Worded.report(WINDOWS, POLICY);
        Finding finding = report.findings().get(0);
        assertThat(finding.id()).isEqualTo(ID);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.title()).isEqualTo("no route at all for a network behind 198.51.100.20");
        assertThat(finding.subject().innerDestinations()).containsExactly(IpPrefix.parse("10.20.0.0/16"));
        assertThat(finding.subject().actualNextHop()).isEmpty();
        assertThat(finding.fixes().get(0).command()).isEqualTo("route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254");
        assertThat(report.judgment().predicted().map(Predicted::verdict)).contains(Verdict.MISROUTED);
    }

    @Test
    void namesItOnLinuxWhereAllTablesAreShown() {
        CaseReport report = Worded.report(LINUX, RULES, POLICY);
        assertThat(Worded.ids(report)).contains(ID);
        assertThat(report.findings().get(0).fixes().get(0).command())
                .isEqualTo("ip route add 10.20.0.0/16 via 192.0.2.254");
    }

    @Test
    void saysNothingWhereAnyRouteHoldsTheNetworkOrAPartOfIt() {
        saysNothing(LINUX + "10.20.0.0/16 via 192.0.2.254 dev eth0\n", RULES, POLICY);
        saysNothing(LINUX + "10.20.7.0/24 via 192.0.2.254 dev eth0\n", RULES, POLICY);
        saysNothing(LINUX + "default via 192.0.2.1 dev eth0\n", RULES, POLICY);
        saysNothing(LINUX + "blackhole 10.0.0.0/8\n", RULES, POLICY);
    }

    /** What {@code grep} left over: the peer itself has no route, or a router is on no link that is shown. */
    @Test
    void saysNothingOfAPartOfATable() {
        saysNothing("10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1\n", RULES, POLICY);
        saysNothing("198.51.100.20 via 192.0.2.254 dev eth0\n10.1.0.0/16 dev eth1 scope link\n", RULES, POLICY);
        saysNothing(WINDOWS.replaceFirst(" +127.*\n", ""), POLICY);
        saysNothing(WINDOWS.replaceFirst(" +255.*\n", ""), POLICY);
    }

    /** Somebody left rows out, and said so. */
    @ParameterizedTest
    @ValueSource(strings = {"...\n", "[snip]\n", "<more routes here>\n"})
    void saysNothingWhereLinesAmongTheRoutesAreNotRead(String gap) {
        saysNothing(LINUX + gap, RULES, POLICY);
        saysNothing(LINUX.replace("10.1.", gap + "10.1."), RULES, POLICY);
        saysNothing(WINDOWS.replaceFirst("( +198.51)", gap + "$1"), POLICY);
    }

    /** strongSwan sets its routes in table 220, which {@code ip route} does not show. */
    @Test
    void saysNothingWhereATableOrTheRulesAreNotShown() {
        saysNothing(LINUX, POLICY);
        saysNothing(LINUX, RULES.replace("32766:", "220:\tfrom all lookup 220\n32766:"), POLICY);
    }

    @Test
    void saysNothingWhereARuleDependsOnWhatNoWordsTell() {
        saysNothing(LINUX, RULES.replace("32766:", "100:\tfrom all fwmark 0x1 lookup main\n32766:"), POLICY);
        saysNothing(LINUX, RULES.replace("32766:", "1000:\tfrom all lookup [l3mdev-table]\n32766:"), POLICY);
    }

    @Test
    void saysNothingOfATunnelThatIsNotUp() {
        saysNothing(LINUX, RULES, """
                000 "net": 10.1.0.0/16===192.0.2.10<192.0.2.10>...198.51.100.20<198.51.100.20>===10.20.0.0/16; unrouted; eroute owner: #0
                000 "net":     oriented; my_ip=unset; their_ip=unset;
                """);
    }

    /** FreeBSD's forwarding meets the policy before the route. */
    @Test
    void saysNothingOfOtherSystems() {
        saysNothing("""
                Routing tables

                Internet:
                Destination        Gateway            Flags     Netif Expire
                127.0.0.1          link#5             UH          lo0
                192.0.2.0/24       link#1             U          em0
                198.51.100.20      192.0.2.254        UGHS       em0
                """, POLICY);
    }
}
