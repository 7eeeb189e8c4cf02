package io.github.espial.context.powershell;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.HostName;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.Reading;
import io.github.espial.net.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class PowerShellOutputsTest {
    @Test
    void readsEachFormOfPowerShell() {
        ContextFile file = Reading.sample("powershell.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(routes(file)).containsExactly("192.0.2.0/24 on link", "0.0.0.0/0 via 192.0.2.1");
        assertThat(file.entries().routes().get(0).metric().whole()).hasValue(281);
        assertThat(file.entries().routes().get(0).metric().ofInterface()).isEqualTo(new InterfaceMetric.Apart(25));
        assertThat(file.entries().routes().get(1).store()).isEqualTo(RouteEntry.Store.PERSISTENT);
        assertThat(file.hostNames()).extracting(HostName::name).containsExactly("SRV");
        assertThat(file.entries().interfaces())
                .extracting(entry -> entry.name() + " " + entry.index().orElse("-") + " "
                        + entry.addresses().size() + " "
                        + entry.mac().map(Object::toString).orElse("-"))
                .containsExactly(
                        "Ethernet0 12 3 -",
                        "Ethernet0 12 1 -",
                        "Ethernet0 12 0 00:0c:29:5e:10:0a",
                        "LAN-Verbindung 2 7 0 00:0c:29:5e:10:1a");
        assertThat(file.entries().policies())
                .extracting(PowerShellOutputsTest::describe)
                .containsExactly(
                        "203.0.113.30/32 192.0.2.10/32 IN PROTECT - TRANSPORT",
                        "10.1.0.0/16 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(file.unrecognised()).allMatch(range -> range.first() == range.last());
    }

    private static List<String> routes(ContextFile file) {
        return file.entries().routes().stream()
                .map(route -> route.destination()
                        + (route.target() instanceof Target.Gateway gateway ? " via " + gateway.address() : " on link"))
                .toList();
    }

    private static String describe(PolicyEntry policy) {
        return policy.selector().source() + " " + policy.selector().destination() + " " + policy.way() + " "
                + policy.action() + " "
                + policy.template().destination().map(IpAddress::toString).orElse("-") + " "
                + policy.template().mode().map(Object::toString).orElse("-");
    }
}
