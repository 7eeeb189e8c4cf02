package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import io.github.espial.correlate.KeysAndPolicies;
import io.github.espial.correlate.TunnelContents;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Severity;
import io.github.espial.diagnose.remedy.Fix;
import io.github.espial.infer.Statements;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.Tables;
import io.github.espial.scan.CaseScan;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteMissingTest {
    private static final String WINDOWS_2003 = """
            ===========================================================================
            Interface List
            0x10003 ...00 0c 29 5e 10 0a ...... Intel(R) PRO/1000 MT Network Connection
            ===========================================================================
            ===========================================================================
            Active Routes:
            Network Destination        Netmask          Gateway       Interface  Metric
            %s
                    192.0.2.0    255.255.255.0       192.0.2.10      192.0.2.10     10
                198.51.100.20  255.255.255.255      192.0.2.254      192.0.2.10      1
            ===========================================================================
            """;
    private static final String DEFAULT = "          0.0.0.0          0.0.0.0        192.0.2.1      192.0.2.10     10";
    private static final String TO_20 = "        10.20.0.0      255.255.0.0      192.0.2.254      192.0.2.10      1";
    private static final String PART_OF_20 =
            "        10.20.5.0    255.255.255.0        192.0.2.1      192.0.2.10      1";
    private static final String POLICIES = """
            src 10.1.0.0/16 dst 10.20.0.0/16
            \tdir out priority 383615 ptype main
            \ttmpl src 192.0.2.10 dst 198.51.100.20
            \t\tproto esp reqid 1 mode tunnel
            src 10.1.0.0/16 dst 10.30.0.0/16
            \tdir out priority 383615 ptype main
            \ttmpl src 192.0.2.10 dst 198.51.100.20
            \t\tproto esp reqid 2 mode tunnel
            """;

    private static CaseReport report(String policies, String table) {
        List<ContextFile> words = Tables.files(table, policies);
        KeysAndPolicies given =
                new KeysAndPolicies(List.of(), words.get(1).entries().policies());
        return Diagnosis.of(
                CaseScan.empty(), TunnelContents.stated(given), words, Statements.NONE, List.of(new RouteMissing()));
    }

    private static String windows(String... rows) {
        return WINDOWS_2003.formatted(String.join("\n", rows));
    }

    @Test
    void namesTheNetworksThatATableOfWindowsSendsToTheDefaultGateway() {
        Finding finding = report(POLICIES, windows(DEFAULT)).findings().get(0);

        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.subject().peer()).contains(IpAddress.parse("198.51.100.20"));
        assertThat(finding.subject().innerDestinations())
                .containsExactly(IpPrefix.parse("10.20.0.0/16"), IpPrefix.parse("10.30.0.0/16"));
        assertThat(finding.subject().actualNextHop().orElseThrow().address()).contains(IpAddress.parse("192.0.2.1"));
        assertThat(finding.subject().expectedNextHop().orElseThrow().address())
                .contains(IpAddress.parse("192.0.2.254"));
        assertThat(finding.proof().evidence().get(0).text()).contains("1.txt line 8", "10.20.0.0/16");
        assertThat(finding.fixes())
                .filteredOn(fix -> !fix.command().isEmpty())
                .extracting(Fix::platform, Fix::command)
                .containsExactly(
                        tuple(Platform.WINDOWS, "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254"),
                        tuple(Platform.WINDOWS, "route -p add 10.30.0.0 mask 255.255.0.0 192.0.2.254"));
    }

    @Test
    void leavesTheVerdictOpen() {
        assertThat(report(POLICIES, windows(DEFAULT)).verdict()).hasToString("undetermined");
    }

    @Test
    void passesOverNetworksWithAProperRoute() {
        Finding finding = report(POLICIES, windows(DEFAULT, TO_20)).findings().get(0);
        assertThat(finding.subject().innerDestinations()).containsExactly(IpPrefix.parse("10.30.0.0/16"));
    }

    @Test
    void namesThePartOfANetworkThatALongerRouteSendsElsewhere() {
        Finding finding =
                report(POLICIES, windows(DEFAULT, TO_20, PART_OF_20)).findings().get(0);
        assertThat(finding.subject().innerDestinations())
                .containsExactly(IpPrefix.parse("10.20.5.0/24"), IpPrefix.parse("10.30.0.0/16"));
        assertThat(finding.fixes())
                .extracting(Fix::command)
                .contains("route delete 10.20.5.0 mask 255.255.255.0 192.0.2.1"
                        + " & route -p add 10.20.5.0 mask 255.255.255.0 192.0.2.254");
    }

    /** What is routed into a tunnel interface leaves by the route for the outer destination. */
    @Test
    void isSilentAboutTunnelInterfaces() {
        String routed = POLICIES.replaceAll("src 10.1.0.0/16 dst 10.\\d0.0.0/16", "src 0.0.0.0/0 dst 0.0.0.0/0")
                .replaceAll("(mode tunnel\n)", "$1\tif_id 0x2a\n");
        assertThat(report(routed, windows(DEFAULT)).findings()).isEmpty();
    }

    @Test
    void isSilentWhereThePeerIsReachedByTheDefaultGatewayToo() {
        String table =
                windows(DEFAULT).replace("    198.51.100.20  255.255.255.255", "   198.51.100.128  255.255.255.255");
        assertThat(report(POLICIES, table).findings()).isEmpty();
    }

    @Test
    void isSilentInTransportMode() {
        assertThat(report(POLICIES.replace("tunnel", "transport"), windows(DEFAULT))
                        .findings())
                .isEmpty();
    }

    @Test
    void isSilentOfMachinesThatLookUpAfterIpsec() {
        String linux = """
                default via 192.0.2.1 dev eth0
                192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
                198.51.100.20 via 192.0.2.254 dev eth0
                """;
        assertThat(report(POLICIES, linux).findings()).isEmpty();
    }
}
