package io.github.espial.diagnose.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemedyTest {
    private static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    private static final Station RT2 = new Station(Optional.empty(), Optional.of(IpAddress.parse("192.0.2.254")));
    private static final String VISTA = """
            IPv4 Route Table
            ===========================================================================
            Interface List
             11...00 0c 29 5e 10 0a ......Intel(R) 82574L Gigabit Network Connection
            ===========================================================================
            ===========================================================================
            Active Routes:
            Network Destination        Netmask          Gateway       Interface  Metric
                      0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.10    266
                    192.0.2.0    255.255.255.0         On-link        192.0.2.10    266
                198.51.100.20  255.255.255.255      192.0.2.254       192.0.2.10     11
            ===========================================================================
            """;

    private static List<Fix> fixes(Machine machine, String... networks) {
        Remedy.Fault fault = new Remedy.Fault(
                PEER, RT2, Arrays.stream(networks).map(IpPrefix::parse).toList(), false, List.of(), List.of());
        return Remedy.of(fault, machine);
    }

    private static List<String> commands(List<Fix> fixes) {
        return fixes.stream()
                .map(Fix::command)
                .filter(command -> !command.isEmpty())
                .toList();
    }

    @Test
    void givesTheCommandsOfEveryPlatformWhereNoneIsKnown() {
        assertThat(commands(fixes(Machine.UNKNOWN, "10.20.0.0/16")))
                .containsExactly(
                        "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                        "ip route add 198.51.100.20/32 via 192.0.2.254",
                        "route add 198.51.100.20/32 192.0.2.254");
    }

    /** Linux and FreeBSD look the route up for the ESP itself: an inner network's route would change nothing. */
    @Test
    void looksForWhatSendsEspAstrayWhereTheOuterAddressDecides() {
        List<Fix> fixes = fixes(Machine.UNKNOWN);
        assertThat(fixes)
                .filteredOn(fix -> fix.platform() == Platform.LINUX)
                .singleElement()
                .satisfies(fix -> assertThat(fix.text()).contains("ip rule", "ip route get 198.51.100.20"));
        assertThat(fixes)
                .filteredOn(fix -> fix.platform() == Platform.BSD)
                .singleElement()
                .satisfies(
                        fix -> assertThat(fix.text()).contains("pfctl -sr", "route-to", "route -n get 198.51.100.20"));
    }

    /** The table shows that inner destinations decide, as it leads where ESP went. */
    @Test
    void routesInnerNetworksWhereTheTableIsKnown() {
        Machine linux = Tables.machine("default via 192.0.2.1 dev eth0\n198.51.100.20 via 192.0.2.254 dev eth0\n");
        List<Fix> fixes = fixes(linux, "10.20.0.0/16");
        assertThat(commands(fixes)).contains("ip route add 10.20.0.0/16 via 192.0.2.254");
        assertThat(fixes).noneMatch(fix -> fix.text().contains("ip rule"));
    }

    @Test
    void givesLaterWindowsItsOwnCommandsToo() {
        List<Fix> fixes = fixes(Tables.machine(VISTA), "10.20.0.0/16");
        assertThat(commands(fixes))
                .containsExactly(
                        "route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254",
                        "netsh interface ipv4 add route 10.20.0.0/16 \"INTERFACE\" 192.0.2.254 store=persistent");
        assertThat(fixes.get(0).undo()).isEqualTo("route delete 10.20.0.0 mask 255.255.0.0 192.0.2.254");
    }

    @Test
    void givesTheLastingFormsOfLinux() {
        Machine linux = Tables.machine("default via 192.0.2.1 dev eth0\n198.51.100.20 via 192.0.2.254 dev eth0\n");
        assertThat(commands(fixes(linux, "2001:db8:20::/48")))
                .contains(
                        "ip route add 2001:db8:20::/48 via 192.0.2.254",
                        "nmcli connection modify \"CONNECTION\" +ipv6.routes \"2001:db8:20::/48 192.0.2.254\"",
                        "- {to: 2001:db8:20::/48, via: 192.0.2.254}",
                        "up ip route add 2001:db8:20::/48 via 192.0.2.254")
                .noneMatch(command -> command.startsWith("route "));
    }

    @Test
    void routesThePeerTooWhereTheTableSendsItElsewhere() {
        Machine firewall = Tables.machine("""
                Routing tables

                Internet:
                Destination        Gateway            Flags     Netif Expire
                default            192.0.2.1          UGS        em0
                192.0.2.0/24       link#1             U          em0
                """);
        List<Fix> fixes = fixes(firewall, "10.20.0.0/16");
        assertThat(commands(fixes))
                .containsExactly("route add 10.20.0.0/16 192.0.2.254", "route add 198.51.100.20/32 192.0.2.254");
        assertThat(fixes.get(0).text()).contains("the peer 198.51.100.20 itself");
    }

    @Test
    void replacesARouteThatIsInTheWay() {
        Machine linux = Tables.machine("""
                default via 192.0.2.1 dev eth0
                198.51.100.20 via 192.0.2.254 dev eth0
                10.20.0.0/16 via 192.0.2.1 dev eth0
                """);
        Fix fix = fixes(linux, "10.20.0.0/16").get(0);
        assertThat(fix.command()).isEqualTo("ip route replace 10.20.0.0/16 via 192.0.2.254");
        assertThat(fix.undo()).isEqualTo("ip route replace 10.20.0.0/16 via 192.0.2.1");
    }

    @Test
    void saysHowToFindNetworksThatNobodyTold() {
        Fix fix = fixes(Machine.UNKNOWN).get(0);
        assertThat(fix.basis()).isEqualTo(Fix.Basis.UNKNOWN);
        assertThat(fixes(Machine.UNKNOWN, "10.20.0.0/16").get(0).basis()).isEqualTo(Fix.Basis.TOLD);
        assertThat(fix.command()).isEqualTo("route -p add INNER-NETWORK mask INNER-MASK 192.0.2.254");
        assertThat(fix.text()).contains("remote networks of the IPsec policy", "secpol.msc", "netsh ipsec");
    }

    @Test
    void namesTheRoutedTunnelAndL2tpAsWaysAround() {
        assertThat(fixes(Machine.UNKNOWN, "10.20.0.0/16"))
                .filteredOn(fix -> fix.platform() == Platform.ANY)
                .extracting(Fix::text)
                .anySatisfy(text -> assertThat(text).contains("L2TP/IPsec"))
                .anySatisfy(text -> assertThat(text).contains("tunnel interface"));
    }
}
