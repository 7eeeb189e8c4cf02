package io.github.espial.diagnose.remedy;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Remedies of OpenWrt, read back by our own parser of its configuration. */
class OpenWrtRemediesTest {
    private static final IpAddress PEER = IpAddress.parse("198.51.100.20");
    private static final IpAddress ROUTER = IpAddress.parse("192.0.2.254");
    private static final String TABLE = """
            default via 192.0.2.1 dev eth1 proto static
            192.0.2.0/24 dev eth1 proto kernel scope link src 192.0.2.50
            198.51.100.20 via 192.0.2.254 dev eth1 proto static
            """;
    private static final String CONFIGURATION = """
            network.wan=interface
            network.wan.device='eth1'
            network.wan.ipaddr='192.0.2.50'
            network.wan.netmask='255.255.255.0'
            """;

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

    private static Machine machine(String... texts) {
        return Machine.of(Tables.files(texts), Identity.UNKNOWN);
    }

    @Test
    void setTheFewestRoutesThatMendAndNoOther() {
        Machine machine = machine(TABLE, CONFIGURATION);
        for (int seed = 0; seed < 100; seed++) {
            List<IpPrefix> networks = networks(new Random(seed));
            List<IpPrefix> wanted = FewestRoutes.mending(
                    machine.lookup(), lookup -> lookup.nextHop().equals(Optional.of(ROUTER)), networks, List.of());
            String typed = fixes(machine, networks).stream()
                    .map(Fix::command)
                    .filter(command -> command.startsWith("uci "))
                    .map(command -> command.replace("; ", "\n"))
                    .collect(Collectors.joining("\n", "", "\n"));
            ContextFile back = Tables.file("typed", typed);
            assertThat(back.problems()).isEmpty();
            assertThat(back.unread()).isEmpty();
            assertThat(back.entries().routes())
                    .as("seed %d", seed)
                    .allSatisfy(route -> assertThat(route.target()).isEqualTo(new RouteEntry.Target.Gateway(ROUTER)))
                    .extracting(RouteEntry::destination)
                    .containsExactlyInAnyOrderElementsOf(wanted);
        }
    }

    @Test
    void sayHowToTakeThemBack() {
        assertThat(fixes(machine(TABLE, CONFIGURATION), List.of(IpPrefix.parse("10.20.0.0/16"))))
                .filteredOn(fix -> fix.command().startsWith("uci "))
                .extracting(Fix::undo)
                .containsExactly("uci delete network.espial_10_20_0_0_16; uci commit network");
    }

    @Test
    void areForOpenWrtAlone() {
        List<IpPrefix> networks = List.of(IpPrefix.parse("10.20.0.0/16"));
        assertThat(fixes(machine(TABLE), networks))
                .noneMatch(fix -> fix.command().startsWith("uci "));
        assertThat(fixes(machine(TABLE, CONFIGURATION), networks))
                .noneMatch(fix ->
                        fix.command().startsWith("nmcli ") || fix.command().startsWith("[Route]"));
    }

    private static List<IpPrefix> networks(Random dice) {
        List<IpPrefix> networks = new ArrayList<>();
        for (int i = 0; i <= dice.nextInt(6); i++) {
            networks.add(IpPrefix.parse("10." + (20 + dice.nextInt(8)) + ".0.0/16"));
        }
        return networks.stream().distinct().toList();
    }
}
