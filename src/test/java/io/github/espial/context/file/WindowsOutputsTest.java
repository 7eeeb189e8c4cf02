package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.HostName;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.context.file.ContextFile.Output;
import io.github.espial.net.IpAddress;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsOutputsTest {
    @Test
    void readsIpconfigOfWindows2003() {
        ContextFile file = Reading.sample("ipconfig-xp.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1));
        assertThat(file.outputs()).extracting(Output::kind).containsExactly("ipconfig /all");
        assertThat(file.hostNames()).containsExactly(new HostName(5, "srv2003"));
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::name)
                .containsExactly(
                        "Ethernet adapter Local Area Connection", "Ethernet adapter Inside", "PPP adapter Partner");
        InterfaceEntry outside = file.entries().interfaces().get(0);
        assertThat(outside.index()).hasValue("4");
        assertThat(outside.addresses())
                .extracting(own -> own.address() + " " + own.prefixLength())
                .containsExactly(
                        "192.0.2.11 " + OptionalInt.of(24),
                        "192.0.2.10 " + OptionalInt.of(24),
                        "fe80::20c:29ff:fe5e:100a " + OptionalInt.empty());
        assertThat(outside.gateways()).extracting(IpAddress::toString).containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(file.entries().interfaces().get(1).addresses()).isEmpty();
        assertThat(file.entries().interfaces().get(1).mac())
                .map(Object::toString)
                .hasValue("00:0c:29:5e:10:1a");
        assertThat(file.entries().interfaces().get(2).gateways()).isEmpty();
    }

    @Test
    void readsRoutesThatMailHasWrappedAndCardsWithoutAddress() {
        ContextFile file = Reading.sample("netstat-2003-disconnected.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1));
        assertThat(routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1",
                        "192.0.2.0/24 on link",
                        "198.51.100.20/32 via 192.0.2.254",
                        "255.255.255.255/32 via 192.0.2.10");
        assertThat(file.entries().routes().get(2).interfaceAddress()).hasValue(IpAddress.parse("192.0.2.10"));
        assertThat(file.entries().routes().get(3).interfaceName()).hasValue("0x3");
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::index)
                .hasSize(3);
    }

    @Test
    void readsNetshConfig() {
        ContextFile file = Reading.sample("netsh-config-german.txt");
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1));
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::name, InterfaceEntry::metric)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("LAN-Verbindung", java.util.OptionalLong.of(25)),
                        org.assertj.core.groups.Tuple.tuple("Innen", java.util.OptionalLong.of(5)));
        assertThat(file.entries().interfaces().get(0).addresses())
                .extracting(own -> own.address().toString())
                .containsExactly("192.0.2.10", "192.0.2.11");
        assertThat(file.entries().interfaces().get(0).gateways())
                .extracting(IpAddress::toString)
                .containsExactly("192.0.2.1", "192.0.2.2");
        assertThat(file.entries().interfaces().get(1).gateways()).isEmpty();
        InterfaceEntry old =
                Reading.sample("netsh-config-2003.txt").entries().interfaces().get(0);
        assertThat(old.gateways()).extracting(IpAddress::toString).containsExactly("192.0.2.1");
        assertThat(old.metric()).hasValue(20);
        assertThat(Reading.sample("netsh-ipv6-addresses.txt")
                        .entries()
                        .interfaces()
                        .get(0)
                        .addresses())
                .extracting(own -> own.address().toString())
                .containsExactly("2001:db8:1::10", "fe80::20c:29ff:fe5e:100a");
    }

    @Test
    void readsTheFiltersThatIpsecUses() {
        ContextFile file = Reading.sample("ipsec-dynamic.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(WindowsOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "10.20.0.0/16 10.1.0.0/16 UNSTATED PROTECT 192.0.2.10 TUNNEL",
                        "0.0.0.0/0 0.0.0.0/0 OUT DISCARD - -");
    }

    @Test
    void tellsTheWaysOfTunnelsByTheOwnAddressesOfTheFile() {
        String both = Reading.text("ipsec-dynamic.txt") + "\n" + Reading.text("ipconfig-xp.txt");
        assertThat(Reading.of(both).entries().policies())
                .extracting(PolicyEntry::way)
                .containsExactly(PolicyEntry.Way.OUT, PolicyEntry.Way.IN, PolicyEntry.Way.OUT);
    }

    @Test
    void readsTheRulesThatIpsecKeeps() {
        ContextFile file = Reading.sample("ipsec-static.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(WindowsOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 UNSTATED PROTECT 198.51.100.20 TUNNEL",
                        "0.0.0.0/0 0.0.0.0/0 OUT BYPASS - -");
    }

    @Test
    void saysWhenAFilterListDoesNotTellWhatIsDone() {
        String text = Reading.text("ipsec-static.txt");
        int from = text.lastIndexOf("FilterList Name");
        ContextFile file = Reading.of(text.substring(from, text.lastIndexOf("FilterAction Details")));
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).hasSize(1);
        assertThat(file.problems().get(0).line()).isEqualTo(7);
    }

    @Test
    void readsConnectionSecurityRules() {
        ContextFile file = Reading.sample("consec-rules.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(WindowsOutputsTest::describe)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(file.entries().policies().get(0).template().source()).hasValue(IpAddress.parse("192.0.2.10"));
        ContextFile german = Reading.sample("consec-rules-german.txt");
        assertThat(german.entries().policies())
                .extracting(WindowsOutputsTest::describe)
                .containsExactly("0.0.0.0/0 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(german.problems()).hasSize(1);
    }

    @Test
    void readsSasOfTheFirewall() {
        ContextFile file = Reading.sample("advfirewall-sas.txt");
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().policies())
                .extracting(WindowsOutputsTest::describe)
                .containsExactly("192.0.2.10/32 198.51.100.20/32 OUT PROTECT - -");
        assertThat(file.outputs()).hasSize(2);
    }

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
                .extracting(WindowsOutputsTest::describe)
                .containsExactly(
                        "203.0.113.30/32 192.0.2.10/32 IN PROTECT - TRANSPORT",
                        "10.1.0.0/16 10.20.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 OUT PROTECT 198.51.100.20 TUNNEL");
        assertThat(file.unrecognised()).allMatch(range -> range.first() == range.last());
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "IBM437", "windows-1252", "UTF-8", "UTF-16LE"})
    void readsNamesInEachCodePage(String charset) {
        String text = """

                Windows-IP-Konfiguration

                   Hostname  . . . . . . . . . . . . : MÜLLER
                   Primäres DNS-Suffix . . . . . . . :

                Ethernet-Adapter für Büro und Straße:

                   Physische Adresse . . . . . . . . : 00-0C-29-5E-10-0A
                   Gültig  . . . . . . . . . . . . . : später
                """;
        ContextFile file = Reading.of(text.getBytes(Charset.forName(charset)));
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::name)
                .containsExactly("Ethernet-Adapter für Büro und Straße");
        assertThat(file.hostNames()).extracting(HostName::name).containsExactly("MÜLLER");
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
