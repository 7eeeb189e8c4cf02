package io.github.espial.context.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.Platform;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.Store;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.context.file.Reading;
import io.github.espial.net.IpAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoutePrintTest {
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

    private static List<String> routes(ContextFile file) {
        return file.entries().routes().stream().map(RoutePrintTest::describe).toList();
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
}
