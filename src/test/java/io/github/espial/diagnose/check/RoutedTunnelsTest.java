package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpPrefix;
import org.junit.jupiter.api.Test;

/** Tunnels whose networks are those that are routed into their interface, as VyOS and FortiOS print them. */
class RoutedTunnelsTest {
    private static final String ROUTES_OF_VYOS = """
            S>* 0.0.0.0/0 [1/0] via 192.0.2.1, eth0, weight 1, 2d03h11m
            C>* 10.9.0.0/24 is directly connected, eth1, weight 1, 2d03h11m
            S>* 10.90.0.0/16 [1/0] is directly connected, vti1, weight 1, 01:12:01
            C>* 192.0.2.0/28 is directly connected, eth0, weight 1, 2d03h11m
            """;

    private static final String SA_OF_VYOS = """
            Connection   State    Uptime    Bytes In/Out    Packets In/Out    Remote address    Remote ID     Proposal
            -----------  -------  --------  --------------  ----------------  ----------------  ------------  --------
            peer-hq-vti  up       1h12m3s   12M/9M          15K/12K           203.0.113.60      203.0.113.60  AES
            """;

    private static final String CONFIG_OF_VYOS = """
            set vpn ipsec site-to-site peer hq local-address '192.0.2.5'
            set vpn ipsec site-to-site peer hq remote-address '203.0.113.60'
            set vpn ipsec site-to-site peer hq vti bind 'vti1'
            """;

    private static final String ROUTES_OF_FORTIOS = """
            Routing table for VRF=0
            S*      0.0.0.0/0 [1/0] via 192.0.2.1, wan1, [1/0]
            C       10.7.0.0/24 is directly connected, internal
            S       10.70.0.0/16 [10/0] via to-hq tunnel 203.0.113.10, [1/0]
            C       192.0.2.0/29 is directly connected, wan1
            """;

    private static final String SUMMARY =
            "'to-hq' 203.0.113.10:0  selectors(total,up): 1/1  rx(pkt,err): 90/0  tx(pkt,err): 152/0\n";

    private static Predicted predicted(CaseReport report) {
        return report.judgment().predicted().orElseThrow();
    }

    @Test
    void bindsAVtiOfVyosToItsPeer() {
        Predicted said = predicted(Worded.report(ROUTES_OF_VYOS, SA_OF_VYOS, CONFIG_OF_VYOS));
        assertThat(said.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(said.networks())
                .extracting(one -> one.network() + " " + one.peer())
                .containsExactly("10.90.0.0/16 203.0.113.60");
    }

    /** What is configured need not stand. */
    @Test
    void takesNoConfigurationForATunnel() {
        Predicted said = predicted(Worded.report(ROUTES_OF_VYOS, CONFIG_OF_VYOS));
        assertThat(said.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(said.sentence()).isEqualTo("no tunnel is said to be up");
    }

    @Test
    void takesNetworksOfFortiosFromTheSummaryAndTheRoutes() {
        Predicted said = predicted(Worded.report(ROUTES_OF_FORTIOS, SUMMARY));
        assertThat(said.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(said.networks()).extracting(one -> one.network()).containsExactly(IpPrefix.parse("10.70.0.0/16"));
    }

    /** A tunnel without an interface: no route has its name, so nothing tells its networks. */
    @Test
    void leavesOpenWhatNoRouteNames() {
        Predicted said = predicted(Worded.report(ROUTES_OF_FORTIOS, SUMMARY.replace("to-hq", "by-policy")));
        assertThat(said.sentence()).isEqualTo("nothing tells which networks lie behind which peer");
    }

    @Test
    void saysThatATunnelIsDown() {
        Predicted said = predicted(Worded.report(ROUTES_OF_FORTIOS, SUMMARY.replace("1/1", "1/0")));
        assertThat(said.sentence()).isEqualTo("no tunnel is said to be up");
    }

    /** A summary route into the tunnel takes neither the machine's own link nor what has a longer route elsewhere. */
    @Test
    void blamesNoLongerRouteForASummaryIntoTheTunnel() {
        String summary = ROUTES_OF_VYOS.replace("10.90.0.0/16", "10.0.0.0/8")
                + "S>* 10.50.0.0/16 [1/0] via 10.9.0.2, eth1, weight 1, 01:12:01\n";
        CaseReport report = Worded.report(summary, SA_OF_VYOS, CONFIG_OF_VYOS);
        assertThat(Worded.ids(report)).doesNotContain("bypasses-tunnel");
        assertThat(predicted(report).verdict()).isEqualTo(Verdict.HEALTHY);
    }

    @Test
    void blamesNoTunnelForAnotherWithALongerRoute() {
        CaseReport report = Worded.report(
                ROUTES_OF_FORTIOS.replace("10.70.0.0/16", "10.0.0.0/8")
                        + "S       10.71.0.0/16 [10/0] via to-br tunnel 203.0.113.11, [1/0]\n",
                SUMMARY + SUMMARY.replace("to-hq", "to-br").replace("113.10", "113.11"));
        assertThat(Worded.ids(report)).doesNotContain("bypasses-tunnel");
        assertThat(predicted(report).verdict()).isEqualTo(Verdict.HEALTHY);
    }
}
