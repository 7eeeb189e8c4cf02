package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighbourEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.net.IpAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineOutputsTest {
    private static final String GERMAN = """
            ===========================================================================
            Schnittstellenliste
             11...00 0c 29 5e 10 0a ......Intel(R) 82574L-Gigabit-Netzwerkverbindung
              1...........................Software Loopback Interface 1
             12...00 00 00 00 00 00 00 e0 Microsoft-ISATAP-Adapter
            ===========================================================================

            IPv4-Routentabelle
            ===========================================================================
            Aktive Routen:
                 Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                      0.0.0.0          0.0.0.0        192.0.2.1       192.0.2.10    266
                    192.0.2.0    255.255.255.0   Auf Verbindung       192.0.2.10    266
                198.51.100.20  255.255.255.255      192.0.2.254       192.0.2.10     11
            ===========================================================================
            Ständige Routen:
              Netzwerkadresse          Netzmaske  Gatewayadresse  Metrik
                198.51.100.20  255.255.255.255      192.0.2.254       1
                      0.0.0.0          0.0.0.0        192.0.2.1  Standard
            ===========================================================================

            IPv6-Routentabelle
            ===========================================================================
            Aktive Routen:
             If Metrik Netzwerkziel             Gateway
              1    306 ::1/128                  Auf Verbindung
             11    266 fe80::20c:29ff:fe5e:100a/128
                                                Auf Verbindung
             11    266 2001:db8:1::/48          fe80::1
            ===========================================================================
            Ständige Routen:
             If Metrik Netzwerkziel             Gateway
              0 4294967295 2001:db8:2::/48          2001:db8::1
            ===========================================================================
            """;

    @Test
    void readsRoutePrintInAnotherLanguage() {
        ContextFile file = Reading.of(GERMAN);
        assertThat(file.problems()).isEmpty();
        assertThat(routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 ACTIVE 266",
                        "192.0.2.0/24 on link ACTIVE 266",
                        "198.51.100.20/32 via 192.0.2.254 ACTIVE 11",
                        "198.51.100.20/32 via 192.0.2.254 PERSISTENT 1",
                        "0.0.0.0/0 via 192.0.2.1 PERSISTENT",
                        "::1/128 on link ACTIVE 306",
                        "fe80::20c:29ff:fe5e:100a/128 on link ACTIVE 266",
                        "2001:db8:1::/48 via fe80::1 ACTIVE 266",
                        "2001:db8:2::/48 via 2001:db8::1 PERSISTENT");
        assertThat(file.entries().routes().get(0).interfaceAddress()).hasValue(IpAddress.parse("192.0.2.10"));
        assertThat(file.entries().routes().get(7).interfaceName()).hasValue("11");
        assertThat(file.entries().interfaces().get(0).name()).isEqualTo("Intel(R) 82574L-Gigabit-Netzwerkverbindung");
        assertThat(file.entries().interfaces().get(0).index()).hasValue("11");
        assertThat(file.entries().interfaces().get(0).mac())
                .map(Object::toString)
                .hasValue("00:0c:29:5e:10:0a");
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.WINDOWS);
    }

    static Stream<byte[]> encodings() {
        String withPrompt = ("C:\\>route print\n" + GERMAN + "\nC:\\>exit\n").replace("\n", "\r\n");
        return Stream.of(
                withPrompt.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + withPrompt).getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + withPrompt).getBytes(StandardCharsets.UTF_16LE),
                withPrompt.getBytes(StandardCharsets.UTF_16LE),
                ("\ufeff" + withPrompt).getBytes(StandardCharsets.UTF_16BE),
                withPrompt.getBytes(Charset.forName("IBM850")),
                withPrompt.getBytes(Charset.forName("windows-1252")));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void readsTheSameInEveryEncoding(byte[] octets) {
        ContextFile file = Reading.of(octets);
        assertThat(routes(file)).isEqualTo(routes(Reading.of(GERMAN)));
        assertThat(file.unrecognised().get(0)).isEqualTo(new LineRange(1, 1));
    }

    @Test
    void readsRoutePrintOfWindows2003() {
        ContextFile file = Reading.of("""
                IPv4 Route Table
                ===========================================================================
                Interface List
                0x1 ........................... MS TCP Loopback interface
                0x10003 ...00 0c 29 5e 10 0a ...... Intel(R) PRO/1000 MT Network Connection
                ===========================================================================
                ===========================================================================
                Active Routes:
                Network Destination        Netmask          Gateway       Interface  Metric
                          0.0.0.0          0.0.0.0        192.0.2.1      192.0.2.10     10
                        127.0.0.0        255.0.0.0        127.0.0.1       127.0.0.1      1
                        192.0.2.0    255.255.255.0       192.0.2.10      192.0.2.10     10
                       192.0.2.10  255.255.255.255        127.0.0.1       127.0.0.1     10
                    198.51.100.20  255.255.255.255      192.0.2.254      192.0.2.10      1
                Default Gateway:         192.0.2.1
                ===========================================================================
                Persistent Routes:
                  Network Address          Netmask  Gateway Address  Metric
                    198.51.100.20  255.255.255.255      192.0.2.254       1
                """);
        assertThat(routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 ACTIVE 10",
                        "127.0.0.0/8 on link ACTIVE 1",
                        "192.0.2.0/24 on link ACTIVE 10",
                        "192.0.2.10/32 on link ACTIVE 10",
                        "198.51.100.20/32 via 192.0.2.254 ACTIVE 1",
                        "198.51.100.20/32 via 192.0.2.254 PERSISTENT 1");
        assertThat(file.entries().interfaces())
                .extracting(InterfaceEntry::index)
                .hasSize(2);
    }

    @Test
    void readsArpTablesOfEachSystem() {
        ContextFile file = Reading.of("""
                C:\\>arp -a

                Schnittstelle: 192.0.2.10 --- 0xb
                  Internetadresse       Physische Adresse     Typ
                  192.0.2.1             00-1b-21-aa-00-01     dynamisch
                  192.0.2.254           00-1b-21-bb-00-fe     dynamisch

                Interface: 10.1.0.1 --- 0x10004
                  Internet Address      Physical Address      Type
                  10.1.0.50             00-0c-29-5e-10-50     static
                $ arp -a
                ? (192.0.2.1) at 00:1b:21:aa:00:01 [ether] on eth0
                gw (192.0.2.254) at 0:1b:21:bb:0:fe on en0 ifscope [ethernet]
                ? (192.0.2.7) at (incomplete) on en0 ifscope [ethernet]
                """);
        assertThat(file.entries().neighbours())
                .extracting(entry -> entry.address() + " "
                        + entry.mac().map(Object::toString).orElse("-") + " "
                        + entry.interfaceName().orElse("-"))
                .containsExactly(
                        "192.0.2.1 00:1b:21:aa:00:01 192.0.2.10",
                        "192.0.2.254 00:1b:21:bb:00:fe 192.0.2.10",
                        "10.1.0.50 00:0c:29:5e:10:50 10.1.0.1",
                        "192.0.2.1 00:1b:21:aa:00:01 eth0",
                        "192.0.2.254 00:1b:21:bb:00:fe en0",
                        "192.0.2.7 - en0");
    }

    @Test
    void readsIpconfig() {
        ContextFile file = Reading.of("""
                Windows-IP-Konfiguration

                   Hostname  . . . . . . . . . . . . : srv
                   Primäres DNS-Suffix . . . . . . . :
                   IP-Routing aktiviert  . . . . . . : Ja

                Ethernet-Adapter LAN-Verbindung:

                   Verbindungsspezifisches DNS-Suffix:
                   Beschreibung. . . . . . . . . . . : Intel(R) PRO/1000 MT
                   Physikalische Adresse . . . . . . : 00-0C-29-5E-10-0A
                   DHCP aktiviert. . . . . . . . . . : Nein
                   Verbindungslokale IPv6-Adresse  . : fe80::20c:29ff:fe5e:100a%11(Bevorzugt)
                   IPv4-Adresse  . . . . . . . . . . : 192.0.2.10(Bevorzugt)
                   Subnetzmaske  . . . . . . . . . . : 255.255.255.0
                   Standardgateway . . . . . . . . . : fe80::1%11
                                                       192.0.2.1
                   DNS-Server  . . . . . . . . . . . : 192.0.2.53
                                                       192.0.2.54
                   NetBIOS über TCP/IP . . . . . . . : Aktiviert
                """);
        InterfaceEntry adapter = file.entries().interfaces().stream()
                .filter(entry -> entry.name().contains("LAN-Verbindung"))
                .findFirst()
                .orElseThrow();
        assertThat(adapter.mac()).map(Object::toString).hasValue("00:0c:29:5e:10:0a");
        assertThat(adapter.addresses())
                .extracting(own -> own.address() + " " + own.prefixLength().orElse(-1))
                .containsExactly("fe80::20c:29ff:fe5e:100a -1", "192.0.2.10 24");
        assertThat(adapter.gateways()).extracting(Object::toString).containsExactly("fe80::1", "192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "two-nics", "l2tp-ipsec"})
    void readsTheSameRoutesAndNeighboursFromTextAndJson(String lab) {
        ContextFile text = Reading.lab(lab, "ip-route.txt");
        assertThat(text.unrecognised()).isEmpty();
        assertThat(routes(text)).isNotEmpty().isEqualTo(routes(Reading.lab(lab, "ip-route.json")));
        assertThat(Reading.lab(lab, "ip-neigh.txt").entries().neighbours())
                .isNotEmpty()
                .extracting(NeighbourEntry::address, NeighbourEntry::mac, NeighbourEntry::interfaceName)
                .isEqualTo(Reading.lab(lab, "ip-neigh.json").entries().neighbours().stream()
                        .map(entry -> org.assertj.core.groups.Tuple.tuple(
                                entry.address(), entry.mac(), entry.interfaceName()))
                        .toList());
    }

    @Test
    void readsTheInterfacesOfTheLab() {
        assertThat(Reading.lab("l2tp-ipsec", "ip-a.txt").entries().interfaces())
                .extracting(InterfaceEntry::name)
                .containsExactly("lo", "eth0", "eth1", "ppp0");
        assertThat(Reading.lab("l2tp-ipsec", "ip-a.txt").entries().interfaces().get(1))
                .usingRecursiveComparison()
                .ignoringFields("line")
                .isEqualTo(Reading.lab("l2tp-ipsec", "ip-addr.json")
                        .entries()
                        .interfaces()
                        .get(1));
    }

    @Test
    void readsThePoliciesOfTheLabFromTheKernelAndFromStrongSwan() {
        List<PolicyEntry> kernel =
                Reading.lab("misrouted-ikev2", "xfrm-policy.txt").entries().policies();
        assertThat(kernel).hasSize(6);
        List<String> leaving = kernel.stream()
                .filter(policy -> policy.way() == PolicyEntry.Way.OUT)
                .map(MachineOutputsTest::describe)
                .sorted()
                .toList();
        assertThat(leaving)
                .containsExactly(
                        "10.1.0.0/16 10.20.0.0/16 192.0.2.10 198.51.100.20 TUNNEL",
                        "10.1.0.0/16 10.30.0.0/16 192.0.2.10 198.51.100.20 TUNNEL");
        assertThat(Reading.lab("misrouted-ikev2", "swanctl-list-sas.txt")
                        .entries()
                        .policies())
                .map(MachineOutputsTest::describe)
                .containsExactlyElementsOf(leaving);
        assertThat(Reading.lab("l2tp-ipsec", "xfrm-policy.txt")
                        .entries()
                        .policies()
                        .get(0)
                        .selector()
                        .sourcePort())
                .hasValue(1701);
    }

    @Test
    void readsRoutesAndRulesAmongPrompts() {
        ContextFile file = Reading.of("""
                root@srv:~# ip rule
                0:	from all lookup local
                220:	from all lookup 220
                32765:	not from 10.1.0.0/16 to 198.51.100.0/24 fwmark 0x1 lookup 100
                root@srv:~# ip route show table 220
                10.20.0.0/16 via 192.0.2.254 dev eth0 proto static src 10.1.0.1
                unreachable 10.99.0.0/16 metric 4278198272
                default proto static
                	nexthop via 192.0.2.1 dev eth0 weight 1
                	nexthop via 192.0.2.2 dev eth0 weight 1
                root@srv:~# route -n
                Kernel IP routing table
                Destination     Gateway         Genmask         Flags Metric Ref    Use Iface
                0.0.0.0         192.0.2.1       0.0.0.0         UG    100    0        0 eth0
                192.0.2.0       0.0.0.0         255.255.255.0   U     0      0        0 eth0
                """);
        assertThat(routes(file))
                .containsExactly(
                        "10.20.0.0/16 via 192.0.2.254 ACTIVE",
                        "10.99.0.0/16 discarded ACTIVE 4278198272",
                        "0.0.0.0/0 via 192.0.2.1 ACTIVE",
                        "0.0.0.0/0 via 192.0.2.2 ACTIVE",
                        "0.0.0.0/0 via 192.0.2.1 ACTIVE 100",
                        "192.0.2.0/24 on link ACTIVE 0");
        assertThat(file.entries().routes().get(0).table()).hasValue("220");
        assertThat(file.entries().routes().get(4).table()).isEmpty();
        assertThat(file.entries().rules()).hasSize(3);
        assertThat(file.entries().rules().get(2).packets().inverted()).isTrue();
        assertThat(file.entries().rules().get(2).packets().conditions()).containsExactly("fwmark 0x1");
        assertThat(file.entries().rules().get(2).action().table()).hasValue("100");
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 1), new LineRange(11, 12));
    }

    @Test
    void readsNetstatOfMacos() {
        ContextFile file = Reading.of("""
                Routing tables

                Internet:
                Destination        Gateway            Flags        Netif Expire
                default            192.0.2.1          UGScg          en0
                10.20/16           192.0.2.254        UGSc           en0
                127                127.0.0.1          UCS            lo0
                192.0.2            link#4             UCS            en0      !

                Internet6:
                Destination                             Gateway                         Flags         Netif Expire
                default                                 fe80::1%en0                     UGcg            en0
                """);
        assertThat(routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 ACTIVE",
                        "10.20.0.0/16 via 192.0.2.254 ACTIVE",
                        "127.0.0.0/8 on link ACTIVE",
                        "192.0.2.0/24 on link ACTIVE",
                        "::/0 via fe80::1 ACTIVE");
        assertThat(file.entries().routes().get(0).interfaceName()).hasValue("en0");
    }

    @Test
    void listsWhatItDoesNotKnow() {
        ContextFile file = Reading.of("Dear support,\nthe tunnel is down.\n\nRegards\n");
        assertThat(file.isRecognised()).isFalse();
        assertThat(file.unrecognised()).containsExactly(new LineRange(1, 2), new LineRange(4, 4));
        assertThat(file.problems()).isEmpty();
        assertThat(Reading.of(new byte[] {1, 0, 0, 7, 2, 0, 3, 3}).isRecognised())
                .isFalse();
        assertThat(Reading.of("").isRecognised()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {". .", "a ", "[", "0x", "a:", "0.0.0.0 ", "ip x s a ", "  1...", "\"IPv4\",", "| ", "src "})
    void staysQuickOnLinesWithoutEnd(String repeated) {
        String line = repeated.repeat(1_000_000 / repeated.length());
        ContextFile file = Reading.of(line + "\n  " + line + "\nsrc 192.0.2.10 dst 198.51.100.20\n" + line);
        assertThat(file.entries().keys()).isEmpty();
    }

    private static List<String> routes(ContextFile file) {
        return file.entries().routes().stream()
                .map(MachineOutputsTest::describe)
                .toList();
    }

    private static String describe(RouteEntry route) {
        String target = route.target() instanceof Target.Gateway gateway
                ? "via " + gateway.address()
                : route.target() instanceof Target.OnLink ? "on link" : "discarded";
        Store store = route.store();
        String metric =
                route.metric().own().isPresent() ? " " + route.metric().own().getAsLong() : "";
        return route.destination() + " " + target + " " + store + metric;
    }

    private static String describe(PolicyEntry policy) {
        return policy.selector().source() + " " + policy.selector().destination() + " "
                + policy.template().source().orElseThrow() + " "
                + policy.template().destination().orElseThrow() + " "
                + policy.template().mode().orElseThrow();
    }
}
