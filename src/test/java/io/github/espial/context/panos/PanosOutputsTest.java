package io.github.espial.context.panos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class PanosOutputsTest {
    @Test
    void readsASample() {
        ContextFile file = Reading.sample("panos.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.33 dev ethernet1/1 metric 10", "172.18.100.0/24 dev tunnel.1 metric 10");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 0.0.0.0/0 0.0.0.0/0 ->198.51.100.9 TUNNEL 0x0d1e2f30 in tunnel");
    }

    /** By the documentation: connected routes name the own address as their next hop, and host routes are the own ones. */
    @Test
    void takesConnectedRoutesForOnLink() {
        ContextFile file = Reading.wholly("show routing route", """
                VIRTUAL ROUTER: default (id 1)
                  ==========
                destination                                 nexthop                                 metric flags      age   interface          next-AS
                192.0.2.0/24                                192.0.2.10                              0      A C              ethernet1/1
                192.0.2.10/32                               0.0.0.0                                 0      A H
                10.9.0.0/16                                 192.0.2.77                              10     S                ethernet1/1
                """);
        assertThat(InWords.routes(file)).containsExactly("192.0.2.0/24 dev ethernet1/1 metric 0");
        assertThat(file.entries().sightings().ownAddresses())
                .map(Object::toString)
                .containsExactly("192.0.2.10");
    }

    @Test
    void readsRoutesOfSetCommands() {
        assertThat(InWords.routes(Reading.wholly("set network virtual-router", Reading.text("panos-set.txt"))))
                .containsExactly(
                        "10.20.0.0/16 via 192.0.2.254 PERSISTENT",
                        "0.0.0.0/0 via 192.0.2.1 dev ethernet1/1 PERSISTENT");
    }
}
