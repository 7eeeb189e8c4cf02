package io.github.espial.diagnose.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.infer.Station;
import io.github.espial.net.IpAddress;
import io.github.espial.net.IpPrefix;
import io.github.espial.routing.FewestRoutes;
import io.github.espial.routing.Identity;
import io.github.espial.routing.Machine;
import io.github.espial.routing.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remedies of routers, read back by our own parsers of their configurations. */
class RouterRemediesTest {
    private static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.254");

    private static final String FORTIOS = """
            Routing table for VRF=0
            S*      0.0.0.0/0 [10/0] via 192.0.2.1, port1, [1/0]
            C       192.0.2.0/24 is directly connected, port1
            S       198.51.100.20/32 [10/0] via 192.0.2.254, port1, [1/0]
            """;

    private static final String ROUTEROS = """
            Flags: D - DYNAMIC; A - ACTIVE; c, s, d, y - CONNECT, STATIC, DHCP, MODEM
            Columns: DST-ADDRESS, GATEWAY, DISTANCE
            #     DST-ADDRESS        GATEWAY        DISTANCE
            0  As 0.0.0.0/0          192.0.2.1             1
            1  As 198.51.100.20/32   192.0.2.254           1
              DAc 192.0.2.0/24       ether1                0
            """;

    private static final String VYOS = """
            S>* 0.0.0.0/0 [1/0] via 192.0.2.1, eth0, weight 1, 3d02h11m
            C>* 192.0.2.0/24 is directly connected, eth0, 3d02h11m
            S>* 198.51.100.20/32 [1/0] via 192.0.2.254, eth0, weight 1, 3d02h11m
            """;

    private static final String CISCO = """
            Gateway of last resort is 192.0.2.1 to network 0.0.0.0

            S*    0.0.0.0/0 [1/0] via 192.0.2.1
            C     192.0.2.0/24 is directly connected, GigabitEthernet0/0
            S     198.51.100.20/32 [1/0] via 192.0.2.254
            """;

    private static final String JUNOS = """
            inet.0: 3 destinations, 3 routes (3 active, 0 holddown, 0 hidden)
            + = Active Route, - = Last Active, * = Both

            0.0.0.0/0          *[Static/5] 3d 02:11:07
                                > to 192.0.2.1 via ge-0/0/0.0
            192.0.2.0/24       *[Direct/0] 3d 02:11:07
                                > via ge-0/0/0.0
            198.51.100.20/32   *[Static/5] 3d 02:11:07
                                > to 192.0.2.254 via ge-0/0/0.0
            """;

    private static final String PANOS = """
            destination                                 nexthop                                 metric flags      age   interface          next-AS
            0.0.0.0/0                                   192.0.2.1                               10     A S              ethernet1/1
            192.0.2.0/24                                192.0.2.10                              0      A C              ethernet1/1
            198.51.100.20/32                            192.0.2.254                             10     A S              ethernet1/1
            """;

    private static Machine machine(Platform platform) {
        String table = switch (platform) {
            case FORTIOS -> FORTIOS;
            case ROUTEROS -> ROUTEROS;
            case CISCO -> CISCO;
            case JUNOS -> JUNOS;
            case PANOS -> PANOS;
            default -> VYOS;
        };
        return Machine.of(Tables.files(table), Identity.UNKNOWN);
    }

    private static List<Fix> fixes(Machine machine, List<IpPrefix> networks) {
        return Remedy.of(
                new Remedy.Fault(
                        PEER,
                        new Station(Optional.empty(), Optional.of(ROUTER)),
                        networks,
                        false,
                        List.of(),
                        List.of()),
                machine);
    }

    /** As commands, in lines of their own where the parser takes lines. */
    private static String typed(List<Fix> fixes, Platform platform) {
        return fixes.stream()
                .filter(fix -> fix.platform() == platform)
                .map(fix -> fix.command().replace("; ", "\n"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @ParameterizedTest
    @CsvSource({"FORTIOS", "ROUTEROS", "VYOS", "CISCO", "JUNOS", "PANOS"})
    void setTheFewestRoutesThatMendAndNoOther(Platform platform) {
        Machine machine = machine(platform);
        for (int seed = 0; seed < 100; seed++) {
            List<IpPrefix> networks = networks(new Random(seed));
            List<IpPrefix> wanted = FewestRoutes.mending(
                    machine.lookup(), lookup -> lookup.nextHop().equals(Optional.of(ROUTER)), networks, List.of());
            ContextFile back = Tables.file("typed", typed(fixes(machine, networks), platform));
            assertThat(back.problems()).isEmpty();
            assertThat(back.entries().routes())
                    .as("seed %d", seed)
                    .allSatisfy(route -> assertThat(route.target()).isEqualTo(new RouteEntry.Target.Gateway(ROUTER)))
                    .extracting(RouteEntry::destination)
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @ParameterizedTest
    @CsvSource({"FORTIOS", "ROUTEROS", "VYOS", "CISCO", "JUNOS", "PANOS"})
    void sayHowToTakeThemBack(Platform platform) {
        assertThat(fixes(machine(platform), List.of(IpPrefix.parse("10.20.0.0/16"))))
                .filteredOn(fix -> fix.platform() == platform)
                .isNotEmpty()
                .allSatisfy(fix -> assertThat(fix.undo()).isNotEmpty().isNotEqualTo(fix.command()));
    }

    @Test
    void areInTheWordsOfEachSystem() {
        WantedRoute route = WantedRoute.of(IpPrefix.parse("10.20.0.0/16"), "192.0.2.254", Optional.empty());
        assertThat(RouterRoute.JUNOS.set(route, ""))
                .isEqualTo("set routing-options static route 10.20.0.0/16 next-hop 192.0.2.254");
        assertThat(RouterRoute.CISCO.set(route, "")).isEqualTo("ip route 10.20.0.0 255.255.0.0 192.0.2.254");
        assertThat(RouterRoute.CISCO.undo(route, "")).isEqualTo("no ip route 10.20.0.0 255.255.0.0 192.0.2.254");
        assertThat(RouterRoute.PANOS.undo(route, ""))
                .isEqualTo("delete network virtual-router default routing-table ip static-route espial-10-20-0-0-16");
        assertThat(RouterRoute.CHECKPOINT.set(route, ""))
                .isEqualTo("set static-route 10.20.0.0/16 nexthop gateway address 192.0.2.254 on");
    }

    private static List<IpPrefix> networks(Random dice) {
        List<IpPrefix> networks = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(6); i++) {
            networks.add(IpPrefix.parse("10." + (20 + dice.nextInt(8)) + ".0.0/16"));
        }
        return networks.stream().distinct().toList();
    }
}
