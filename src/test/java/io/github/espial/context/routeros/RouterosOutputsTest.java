package io.github.espial.context.routeros;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class RouterosOutputsTest {
    @Test
    void readsPolicySasRoutesAddressesAndNeighborsOfASample() {
        ContextFile file = Reading.sample("routeros.txt");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 192.168.205.0/24 10.72.2.0/24 192.0.2.113>203.0.113.21 TUNNEL");
        assertThat(file.entries().policies().get(0).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 metric 1",
                        "192.0.2.0/24 dev ether1 metric 0",
                        "192.168.205.0/24 dev bridge metric 0",
                        "198.51.100.0/24 dev ether2 metric 0");
        assertThat(InWords.interfaces(file))
                .containsExactly("bridge 192.168.205.1/24", "ether1 192.0.2.113/24", "ether2 198.51.100.113/24");
        assertThat(InWords.neighbors(file))
                .containsExactly("192.0.2.1 00:1b:21:bb:00:01 ether1", "198.51.100.1 00:1b:21:bb:00:fe ether2");
        assertThat(file.entries().sightings().counts()).hasSize(2);
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.ROUTEROS);
        assertThat(file.problems()).isEmpty();
        assertThat(file.toString()).doesNotContain("aa55").doesNotContain("bb66");
    }

    @Test
    void readsATableOfVersion6AndTakesActiveRoutesOnly() {
        assertThat(InWords.routes(Reading.sample("routeros-v6.txt")))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 metric 1", "192.0.2.0/24 dev ether1 src 192.0.2.113 metric 0");
    }

    /** As MikroTik's documentation has it. */
    @Test
    void readsRoutesInDetail() {
        ContextFile file = Reading.wholly("print detail", """
                Flags: D - dynamic; X - disabled, I - inactive, A - active; c - connect, s - static
                   0  As   dst-address=10.72.2.0/24 routing-table=main gateway=198.51.100.1
                           immediate-gw=198.51.100.1%ether2 distance=1 scope=30

                   1   s   dst-address=10.73.0.0/16 routing-table=main gateway=192.0.2.1 distance=5

                   2  As   dst-address=0.0.0.0/0 routing-table=wan2 gateway=198.51.100.1%ether2 distance=1
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.72.2.0/24 via 198.51.100.1 metric 1",
                        "0.0.0.0/0 via 198.51.100.1 dev ether2 metric 1 table wan2");
    }

    @Test
    void readsAnExportWithLinesThatGoOn() {
        ContextFile file = Reading.wholly("export", """
                /ip ipsec peer
                add address=203.0.113.21/32 name=branch
                /ip ipsec policy
                set 0 disabled=yes
                add dst-address=10.72.2.0/24 peer=branch sa-dst-address=203.0.113.21 \\
                    sa-src-address=192.0.2.113 src-address=192.168.205.0/24 tunnel=yes
                /ip address
                add address=192.0.2.113/24 interface=ether1 network=192.0.2.0
                /ip route
                add distance=1 gateway=192.0.2.1
                add distance=1 dst-address=10.72.2.0/24 gateway=198.51.100.1
                """);
        assertThat(InWords.policies(file))
                .containsExactly("OUT 192.168.205.0/24 10.72.2.0/24 192.0.2.113>203.0.113.21 TUNNEL");
        assertThat(file.entries().policies().get(0).standing()).isEqualTo(Standing.CONFIGURED);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 metric 1 PERSISTENT",
                        "10.72.2.0/24 via 198.51.100.1 metric 1 PERSISTENT");
        assertThat(InWords.interfaces(file)).containsExactly("ether1 192.0.2.113/24");
    }

    @Test
    void leavesAlistOfOtherPropertiesAlone() {
        assertThat(Reading.of("""
                 0   name=ether1 mtu=1500 running=yes
                 1   color=red size=7
                """).isRecognised()).isFalse();
    }

    /** As version 7 prints dynamic routes, without a number, and flags on two lines. */
    @Test
    void readsRoutesWithoutANumber() {
        ContextFile file = Reading.wholly("print detail", """
                Flags: D - dynamic; X - disabled, I - inactive, A - active;
                c - CONNECT, s - STATIC, r - RIP, b - BGP; o - OSPF; d - DHCP; v - VPN; m - MODEM
                   0  As   dst-address=10.72.2.0/24 routing-table=main gateway=198.51.100.1
                           immediate-gw=198.51.100.1%ether2 distance=1 scope=30
                   DAd   dst-address=0.0.0.0/0 routing-table=main gateway=192.0.2.1
                           immediate-gw=192.0.2.1%ether1 distance=1
                   DAc   dst-address=192.0.2.0/24 routing-table=main gateway=ether1 immediate-gw=ether1
                           distance=0 local-address=192.0.2.113%ether1
                   D c   dst-address=10.9.0.0/24 routing-table=main gateway=ether5 distance=0
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.72.2.0/24 via 198.51.100.1 metric 1",
                        "0.0.0.0/0 via 192.0.2.1 metric 1",
                        "192.0.2.0/24 dev ether1 metric 0");
    }

    /** A table with its flags on two lines. */
    @Test
    void readsATableWhoseFlagsAreOnTwoLines() {
        ContextFile file = Reading.wholly("print", """
                Flags: D - DYNAMIC; A - ACTIVE;
                c - CONNECT, s - STATIC
                Columns: DST-ADDRESS, GATEWAY, DISTANCE
                #     DST-ADDRESS     GATEWAY    DISTANCE
                0  As 0.0.0.0/0       192.0.2.1         1
                  DAc 192.0.2.0/24    ether1            0
                """);
        assertThat(InWords.routes(file))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 metric 1", "192.0.2.0/24 dev ether1 metric 0");
    }
}
