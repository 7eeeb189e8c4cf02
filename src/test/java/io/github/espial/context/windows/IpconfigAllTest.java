package io.github.espial.context.windows;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class IpconfigAllTest {
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
}
