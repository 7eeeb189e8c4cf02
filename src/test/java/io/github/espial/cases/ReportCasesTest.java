package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Verdict;
import io.github.espial.net.IpAddress;
import io.github.espial.predict.Prediction;
import io.github.espial.routing.LookupModel;
import io.github.espial.routing.Route;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.store.ReadProgress;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people pasted, rebuilt: each folder gives what was found to be right for it by hand. */
class ReportCasesTest {
    static CaseReport report(String folder) throws Exception {
        Intake intake = new Intake(DecompressionLimit.USUAL);
        Path path = path(folder);
        intake.add(path, path.toString());
        return CaseAnalysis.of(intake.files(), CaseQuestion.plain(2), ReadProgress.NONE);
    }

    private static Path path(String folder) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(ReportCasesTest.class.getResource("reports"))
                        .toURI())
                .resolve(folder);
    }

    /** {@code NETWORK > PEER: BEFORE, AFTER}, each with its router, or the interface it is on the link of. */
    private static List<String> table(CaseReport report) {
        return report.predictions().all().stream()
                .map(one -> one.network() + " > " + one.peer() + ": " + hop(one, LookupModel.BEFORE_IPSEC) + ", "
                        + hop(one, LookupModel.AFTER_IPSEC))
                .toList();
    }

    private static String hop(Prediction prediction, LookupModel model) {
        Optional<Route> route = prediction.lookup(model).flatMap(lookup -> lookup.decidedBy());
        return route.flatMap(one -> one.router().map(IpAddress::toString).or(one::interfaceName))
                .orElse("none");
    }

    private static List<String> problems(CaseReport report) {
        return report.inputs().contexts().stream()
                .flatMap(context -> context.problems().stream())
                .toList();
    }

    private static Stream<Finding> findings(CaseReport report, String id) {
        return report.findings().stream().filter(finding -> finding.id().equals(id));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "04-libreswan-aws-oracle-315 | 198.51.100.0/23 > 203.0.113.34: eth0, 10.61.7.1",
                "29-libreswan-without-vti | 198.51.100.0/23 > 203.0.113.34: eth0, 10.61.7.1",
                "06-opnsense-manual-spd-2173 | 10.120.0.0/16 > 198.51.100.4: 192.0.2.1, 192.0.2.1;"
                        + "172.17.0.0/16 > 198.51.100.4: 192.0.2.1, 192.0.2.1",
                "30-opnsense-with-ifconfig | 10.120.0.0/16 > 198.51.100.4: 192.0.2.1, 192.0.2.1;"
                        + "172.17.0.0/16 > 198.51.100.4: 192.0.2.1, 192.0.2.1",
                "12-openswan-strongswan-226 | 172.21.1.0/24 > 192.0.2.76: 192.168.8.1, 192.168.8.1",
                "13-openwrt-table220-9928 | 192.168.61.0/24 > 198.51.100.153: 192.0.2.1, 192.0.2.1",
                "14-openwrt-xfrmi-23102 | 172.29.0.0/16 > 198.51.100.60: vpn, 192.0.2.1",
                "15-aws-vti-oneway-1677 | 10.71.7.252/32 > 203.0.113.19: 172.29.80.1, 172.29.80.1",
                "16-fortigate-aa-887 | 10.80.0.0/16 > 198.51.100.11: tgw-vpn1, 192.0.2.1;"
                        + "10.81.0.0/16 > 198.51.100.11: tgw-vpn1, 192.0.2.1",
                "17-routeros-154 | 10.72.2.0/24 > 203.0.113.21: 192.0.2.1, 192.0.2.1",
                "18-vyos-1052 | 192.168.74.0/24 > 203.0.113.1: 192.0.2.1, 198.51.100.1",
                "27-pfsense-selectors | 10.138.0.0/20 > 198.51.100.4: 192.0.2.1, 192.0.2.2",
                "32-unifi-udm | 172.18.100.0/24 > 203.0.113.9: vti64, 192.0.2.33",
                "33-sophos-sfos | 10.20.0.0/16 > 203.0.113.9: ipsec0, 192.0.2.1",
                "34-rras-german | 10.20.0.0/16 > 203.0.113.50: 30, 192.0.2.1;"
                        + "10.21.0.0/16 > 203.0.113.50: 192.0.2.1, 192.0.2.1",
                "36-panos-flow | 172.18.100.0/24 > 198.51.100.9: tunnel.1, 192.0.2.33",
                "37-pfsense-status-page | 172.18.100.0/24 > 198.51.100.4: 192.0.2.1, 192.0.2.2",
                "38-aws-cisco | 10.20.0.0/16 > 198.51.100.20: Tunnel1, 192.0.2.1",
                "40-ios-session | 172.18.100.0/24 > 198.51.100.9: 192.0.2.254, 192.0.2.254",
                "31-openwrt-mwan3-uci | 10.20.0.0/16 > 203.0.113.245: 192.0.2.1, 192.0.2.254",
                "28-pfsense-own-end | 10.138.0.0/20 > 198.51.100.4: 192.0.2.1, 192.0.2.2",
            })
    void lookUpEachNetwork(String folder, String table) throws Exception {
        assertThat(table(report(folder))).containsExactly(table.split(";"));
    }

    @Test
    void allNetworksOfOnePeerAreLookedUp() throws Exception {
        assertThat(table(report("07-libreswan-split-2230")))
                .hasSize(8)
                .allSatisfy(row -> assertThat(row).endsWith(": 192.168.150.2, 192.168.150.2"));
    }

    @Test
    void aClientsNetworksBypassItsVpnInterface() throws Exception {
        CaseReport report = report("02b-win10-german-only-after");
        assertThat(findings(report, "bypasses-tunnel"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().innerDestinations())
                        .map(Object::toString)
                        .containsExactly("172.21.9.0/24", "192.168.201.0/24"));
        assertThat(report.predictions().all()).noneMatch(one -> one.peer().equals(IpAddress.parse("203.0.113.77")));
        assertThat(problems(report)).isEmpty();
    }

    @Test
    void aServerOfL2tpIsRoutedIntoItsOwnTunnel() throws Exception {
        assertThat(findings(report("03b-nm-l2tp-one-table"), "tunnel-in-itself"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject().peer()).contains(IpAddress.parse("203.0.113.187")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06-opnsense-manual-spd-2173", "30-opnsense-with-ifconfig"})
    void networksShareAnSaAtLevelRequire(String folder) throws Exception {
        assertThat(problems(report(folder)))
                .anyMatch(problem -> problem.contains("10.120.0.0/16, 172.17.0.0/16 share one SA"));
    }

    @Test
    void policiesOnHoldAreSaidToBe() throws Exception {
        assertThat(problems(report("08-submariner-hold-1081")))
                .singleElement()
                .asString()
                .contains("on hold", "10.132.0.0/14 > 172.28.0.0/16", "172.27.0.0/16 > 10.136.0.0/14");
    }

    @ParameterizedTest
    @CsvSource({
        "12-openswan-strongswan-226, 192.0.2.76",
        "14-openwrt-xfrmi-23102, 198.51.100.60",
        "15-aws-vti-oneway-1677, 203.0.113.19",
        "16-fortigate-aa-887, 198.51.100.12",
        "17-routeros-154, 203.0.113.21",
        "18-vyos-1052, 203.0.113.1",
        "31-openwrt-mwan3-uci, 203.0.113.245",
        "32-unifi-udm, 203.0.113.9",
        "33-sophos-sfos, 203.0.113.9",
        "35-asa-sessions, 198.51.100.9",
        "36-panos-flow, 198.51.100.9",
        "37-pfsense-status-page, 198.51.100.4",
        "38-aws-cisco, 198.51.100.20",
        "40-ios-session, 198.51.100.9",
    })
    void countersShowOneWay(String folder, String peer) throws Exception {
        assertThat(findings(report(folder), "esp-one-way"))
                .anySatisfy(finding -> assertThat(finding.subject().peer()).contains(IpAddress.parse(peer)));
    }

    @Test
    void anEmptyTableOfStrongSwanIsNamed() throws Exception {
        assertThat(problems(report("13-openwrt-table220-9928"))).anyMatch(problem -> problem.contains("220 is empty"));
    }

    @Test
    void onlyTheConnectionWithAnSaCountsAsActive() throws Exception {
        assertThat(report("21-libreswan-701").predictions().all())
                .map(one -> one.network() + " " + one.stated().orElseThrow().standing())
                .containsExactly("192.168.0.0/20 active", "192.168.16.0/22 down");
    }

    @Test
    void oneNetworkInTwoConnectionsIsAConflict() throws Exception {
        assertThat(problems(report("23-libreswan-conf-504")))
                .singleElement()
                .asString()
                .contains("192.168.210.0/24", "203.0.113.61", "198.51.100.61", "conflict");
    }

    @Test
    void wordsThatDecideNothingAreNotTakenForHealthy() throws Exception {
        for (String folder :
                List.of("08-submariner-hold-1081", "12-openswan-strongswan-226", "23-libreswan-conf-504")) {
            assertThat(report(folder)
                            .judgment()
                            .predicted()
                            .map(Predicted::verdict)
                            .map(Object::toString))
                    .as(folder)
                    .contains("undetermined");
        }
    }

    @Test
    void aNarrowTunnelIsNamedBesideTheRightNextHop() throws Exception {
        CaseReport report = report("09-opnsense-vti-mtu-3674");
        assertThat(report.verdict()).isEqualTo(Verdict.HEALTHY);
        assertThat(problems(report))
                .singleElement()
                .asString()
                .contains("ipsec8000", "198.51.100.4", "1400 octets", "fragmented");
    }

    @Test
    void greOfADeletedSaLeavesInTheClear() throws Exception {
        assertThat(problems(report("25-dmvpn-gre-1490")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains("IKE with 198.51.100.2 stands without an SA", "GRE", "leaves in the clear"))
                .anySatisfy(problem ->
                        assertThat(problem).contains("GRE is protected in transport mode", "192.0.2.2", "203.0.113.2"));
    }

    @Test
    void linesOfAPrintedCaptureInsideTheTunnelShowOneWay() throws Exception {
        CaseReport report = report("15-aws-vti-oneway-1677");
        assertThat(findings(report, "esp-one-way"))
                .anySatisfy(finding -> assertThat(finding.text()).contains("4 frames from 10.71.7.252/32", "ip_vti0"));
        assertThat(report.judgment().predicted().orElseThrow().sentence()).contains("only packets", "mark 0x5");
    }

    @Test
    void theTunnelThatAllReturnTrafficGoesIntoIsNamed() throws Exception {
        assertThat(findings(report("16-fortigate-aa-887"), "esp-one-way"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("nothing into it, and 10.80.0.0/16, 10.81.0.0/16 into tgw-vpn1"));
    }

    @Test
    void theRuleForAMarkThatTakesEspIntoItsTunnelIsNamed() throws Exception {
        assertThat(findings(report("01-mwan3-vti-9905"), "tunnel-in-itself"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("Without a mark this table sends them by 192.0.2.1", "fwmark 0x200/0x3f00"));
    }

    @Test
    void thePartOfANetworkThatIsRoutedOtherwiseIsNamed() throws Exception {
        assertThat(report("07-libreswan-split-2230")
                        .judgment()
                        .predicted()
                        .orElseThrow()
                        .sentence())
                .contains("for 192.168.150.0/24, a part of 192.168.0.0/16, it is on link, ens33 before IPsec");
    }

    @Test
    void connectionsThatAreLoadedWithoutAnSaAreNamed() throws Exception {
        assertThat(problems(report("21-libreswan-701")))
                .anySatisfy(problem -> assertThat(problem)
                        .contains(
                                "without an SA", "172.21.90.0/24 > 192.168.0.0/20", "172.21.92.0/24 > 192.168.16.0/22")
                        .doesNotContain("172.21.88.0/24"));
    }
}
