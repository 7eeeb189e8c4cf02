package io.github.espial.context.bsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class BsdNetstatTest {
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
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev en0",
                        "10.20.0.0/16 via 192.0.2.254 dev en0",
                        "127.0.0.0/8 dev lo0",
                        "192.0.2.0/24 dev en0",
                        "::/0 via fe80::1 dev en0");
        assertThat(file.entries().routes().get(0).interfaceName()).hasValue("en0");
    }
}
