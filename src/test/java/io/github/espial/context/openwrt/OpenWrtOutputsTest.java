package io.github.espial.context.openwrt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class OpenWrtOutputsTest {
    @Test
    void readsRoutesAddressesAndTunnelsOfUci() {
        ContextFile file = Reading.sample("openwrt-uci.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev wan PERSISTENT",
                        "10.20.0.0/16 via 192.0.2.254 dev wan PERSISTENT");
        assertThat(InWords.interfaces(file))
                .containsExactly("lo 127.0.0.1/8", "br-lan 192.168.41.1/24", "eth1 192.0.2.50/24", "vpn");
        assertThat(file.entries().interfaces().get(3).tunnel().orElseThrow().binding())
                .contains("if_id 42");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 192.168.41.0/24 10.20.0.0/16 192.0.2.50>203.0.113.245 TUNNEL");
        assertThat(file.entries().policies().get(0).standing()).isEqualTo(Standing.CONFIGURED);
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("verysecret");
    }

    @Test
    void readsFilesOfConfiguration() {
        ContextFile file = Reading.sample("openwrt-config.txt");
        assertThat(InWords.routes(file)).containsExactly("10.20.0.0/16 via 192.0.2.254 dev wan metric 5 PERSISTENT");
        assertThat(InWords.interfaces(file))
                .containsExactly("lo 127.0.0.1/8", "br-lan 192.168.41.1/24 192.168.42.1/24");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 192.168.41.0/24 10.20.0.0/16 ->203.0.113.245 TUNNEL",
                        "OUT 192.168.42.0/24 10.21.0.0/16 ->203.0.113.245 TUNNEL");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("verysecret");
    }

    @Test
    void takesNothingOfWhatIsSwitchedOff() {
        ContextFile file = Reading.of("""
                config remote 'branch'
                	option enabled '0'
                	option gateway '203.0.113.245'
                	list tunnel 'lan'

                config tunnel 'lan'
                	option local_subnet '192.168.41.0/24'
                	option remote_subnet '10.20.0.0/16'
                config route
                	option target '10.20.0.0/16'
                	option gateway '192.0.2.254'
                	option disabled '1'
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.entries().routes()).isEmpty();
    }

    /** A policy of IPv6 that reaches nothing is none of IPv4's of the same name. */
    @Test
    void saysWhatMwan3TakesForDead() {
        ContextFile file = Reading.sample("openwrt-mwan3.txt");
        assertThat(file.unread()).isEmpty();
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(5, 6, 35);
        assertThat(file.problems().get(2).text()).contains("10.20.0.0/16", "vpn_only", "unreachable");
    }

    @Test
    void readsAnExport() {
        ContextFile file = Reading.wholly("/etc/config", """
                package network

                config interface 'lan'
                	option device 'br-lan'
                	option ipaddr '192.168.41.1'
                	option netmask '255.255.255.0'
                """);
        assertThat(InWords.interfaces(file)).containsExactly("br-lan 192.168.41.1/24");
    }

    @Test
    void leavesOtherConfigurationsAlone() {
        assertThat(Reading.of("""
                config dnsmasq
                	option domainneeded '1'
                config host
                	option ip '192.168.41.7'
                wireless.radio0=wifi-device
                dhcp.lan=dhcp
                dhcp.lan.interface='lan'
                """).isRecognised()).isFalse();
    }
}
