package io.github.espial.context.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.HostName;
import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.RouteEntry.Target;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextFile.LineRange;
import io.github.espial.context.file.ContextFile.Output;
import io.github.espial.context.file.Reading;
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
}
