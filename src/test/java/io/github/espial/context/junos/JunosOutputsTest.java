package io.github.espial.context.junos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class JunosOutputsTest {
    @Test
    void readsSasAndRoutesOfASample() {
        ContextFile file = Reading.sample("junos.txt");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 0.0.0.0/0 0.0.0.0/0 ->203.0.113.41 TUNNEL 0xcb1ccf1e in st0",
                        "OUT 0.0.0.0/0 0.0.0.0/0 ->203.0.113.42 TUNNEL 0x86cdf4c2 in st0");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev ge-0/0/0.0 metric 5",
                        "10.75.0.0/16 via 192.0.2.1 dev ge-0/0/0.0 metric 5",
                        "192.0.2.0/24 dev ge-0/0/0.0 metric 0",
                        "203.0.113.40/29 via 198.51.100.1 dev ge-0/0/1.0 metric 5",
                        "198.51.100.0/30 dev ge-0/0/1.0 metric 0");
        assertThat(file.entries().sightings().ownAddresses())
                .map(Object::toString)
                .containsExactly("192.0.2.10");
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.JUNOS);
    }

    /** By Juniper's documentation. */
    @Test
    void readsTheNetworksInDetail() {
        ContextFile file = Reading.wholly("show security ipsec security-associations detail", """
                ID: 131073 Virtual-system: root, VPN Name: branch
                  Local Gateway: 192.0.2.10, Remote Gateway: 203.0.113.41
                  Local Identity: ipv4_subnet(any:0,[0..7]=10.74.0.0/16)
                  Remote Identity: ipv4_subnet(any:0,[0..7]=10.75.0.0/16)
                  Version: IKEv2
                  DF-bit: clear, Copy-Outer-DSCP Disabled, Bind-interface: st0.1
                  Direction: inbound, SPI: b573b6f8, AUX-SPI: 0
                  Direction: outbound, SPI: cb1ccf1e, AUX-SPI: 0
                """);
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.74.0.0/16 10.75.0.0/16 192.0.2.10>203.0.113.41 TUNNEL 0xcb1ccf1e in st0.1");
    }

    @Test
    void takesTheActiveRouteAndTheHopInUse() {
        ContextFile file = Reading.wholly("show route", """
                inet.0: 3 destinations, 4 routes (3 active, 0 holddown, 0 hidden)
                + = Active Route, - = Last Active, * = Both

                10.75.0.0/16       *[Static/5] 00:10:00
                                       to 192.0.2.1 via ge-0/0/0.0
                                    >  to 192.0.2.2 via ge-0/0/0.0
                                    [BGP/170] 00:10:00
                                    >  to 198.51.100.1 via ge-0/0/1.0
                10.66.0.0/16       *[Static/5] 00:10:00
                                       Discard

                BRANCH.inet.0: 1 destinations, 1 routes (1 active, 0 holddown, 0 hidden)

                10.77.0.0/16       *[Static/5] 00:10:00
                                    >  via st0.1
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.75.0.0/16 via 192.0.2.2 dev ge-0/0/0.0 metric 5",
                        "10.66.0.0/16 discarded metric 5",
                        "10.77.0.0/16 dev st0.1 metric 5 table vrf BRANCH");
    }

    /** As AWS gives it, and Junos documents. */
    @Test
    void readsRoutesAndVpnsOfSetCommands() {
        ContextFile file = Reading.sample("junos-set.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 PERSISTENT",
                        "10.20.0.0/16 dev st0.1 PERSISTENT",
                        "10.66.0.0/16 discarded PERSISTENT");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.40.100.0/24 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL in st0.1");
        assertThat(InWords.interfaces(file)).containsExactly("ge-0/0/0.0 192.0.2.10/24", "st0.1 169.254.10.2/30");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("verysecret");
    }
}
