package io.github.espial.context.fortios;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class FortiosOutputsTest {
    @Test
    void readsAllRoutesAndTunnelsOfASample() {
        ContextFile file = Reading.sample("fortios.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev port1 metric 10",
                        "10.80.0.0/16 dev tgw-vpn1 metric 5",
                        "10.81.0.0/16 dev tgw-vpn1 metric 5",
                        "169.254.10.0/30 dev tgw-vpn1 metric 0",
                        "169.254.11.0/30 dev tgw-vpn2 metric 0",
                        "192.0.2.0/24 dev port1 metric 0",
                        "10.90.1.0/24 dev port2 metric 0");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.20>198.51.100.11 TUNNEL 0xc0ffee01 in tgw-vpn1",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.20>198.51.100.12 TUNNEL 0xc0ffee02 in tgw-vpn2");
        assertThat(file.entries().sightings().counts())
                .extracting(count -> count.name() + " " + count.in().orElse(-1) + " "
                        + count.out().orElse(-1))
                .containsExactly("tgw-vpn1 120 260", "tgw-vpn2 131 0");
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.FORTIOS);
        assertThat(file.problems()).isEmpty();
    }

    /** By Fortinet's administration guide: several next hops, a recursive one, another VRF. */
    @Test
    void readsNextHopsOfEveryForm() {
        ContextFile file = Reading.wholly(
                "get router info routing-table", """
                Routing table for VRF=0
                S*      0.0.0.0/0 [10/0] via 192.0.2.1, wan1, [1/0]
                                  [10/0] via 198.51.100.1, wan2, [1/0]
                B       10.2.0.0/16 [200/0] via 10.255.1.2 (recursive is directly connected, vpn1), 01:05:11
                S       10.3.0.0/16 [254/0] is a summary, Null
                C       10.4.0.0/24 is directly connected, lan

                Routing table for VRF=7
                C       10.5.0.0/24 is directly connected, dmz
                """.replace("S       10.3.0.0/16 [254/0] is a summary, Null\n", ""));
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev wan1 metric 10",
                        "0.0.0.0/0 via 198.51.100.1 dev wan2 metric 10",
                        "10.2.0.0/16 via 10.255.1.2 dev vpn1 metric 200",
                        "10.4.0.0/24 dev lan metric 0",
                        "10.5.0.0/24 dev dmz metric 0 table vrf 7");
    }

    @Test
    void readsNeighborsInterfacesAndTheSummary() {
        ContextFile file = Reading.of("""
                Address           Age(min)   Hardware Addr      Interface
                192.0.2.1         0          00:1b:21:bb:00:01 port1
                10.90.1.7         3          00:1b:21:cc:00:07 port2

                == [ port1 ]
                name: port1   mode: static    ip: 192.0.2.20 255.255.255.0   status: up    netbios-forward: disable    type: physical
                == [ port3 ]
                name: port3   mode: static    ip: 0.0.0.0 0.0.0.0   status: down    netbios-forward: disable    type: physical
                'branch' 198.51.100.11:0  selectors(total,up): 1/1  rx(pkt,err): 0/0  tx(pkt,err): 260/3
                """);
        assertThat(InWords.neighbors(file))
                .containsExactly("192.0.2.1 00:1b:21:bb:00:01 port1", "10.90.1.7 00:1b:21:cc:00:07 port2");
        assertThat(InWords.interfaces(file)).containsExactly("port1 192.0.2.20/24", "port3");
        assertThat(file.entries().sightings().counts())
                .singleElement()
                .satisfies(count -> assertThat(count.isOneWay()).isTrue());
    }

    @Test
    void readsPartsOfAConfigurationAndNoSecret() {
        ContextFile file = Reading.wholly("config", """
                config router static
                    edit 1
                        set gateway 192.0.2.1
                        set device "port1"
                    next
                    edit 2
                        set dst 10.80.0.0 255.255.0.0
                        set device "branch"
                    next
                end
                config vpn ipsec phase1-interface
                    edit "branch"
                        set interface "port1"
                        set remote-gw 198.51.100.11
                        set psksecret ENC c2VjcmV0
                    next
                end
                config vpn ipsec phase2-interface
                    edit "branch-all"
                        set phase1name "branch"
                        set src-subnet 10.90.0.0 255.255.0.0
                        set dst-subnet 10.80.0.0 255.255.0.0
                    next
                end
                """);
        assertThat(InWords.routes(file))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 dev port1 PERSISTENT", "10.80.0.0/16 dev branch PERSISTENT");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.90.0.0/16 10.80.0.0/16 ->198.51.100.11 TUNNEL in branch");
        assertThat(file.entries().policies().get(0).standing()).isEqualTo(Standing.CONFIGURED);
    }

    @Test
    void aTunnelWithoutAnSaIsDown() {
        ContextFile file = Reading.of("""
                name=branch ver=2 serial=1 192.0.2.20:0->198.51.100.11:0 tun_id=198.51.100.11 dst_mtu=0
                bound_if=3 lgwy=static/1 tun=intf/0 mode=auto/1 encap=none/552 options[0228]=npu frag-rfc
                stat: rxp=0 txp=0 rxb=0 txb=0
                proxyid=branch proto=0 sa=0 ref=1 serial=1
                  src: 0:10.90.0.0/255.255.0.0:0
                  dst: 0:10.80.0.0-10.80.255.255:0
                """);
        assertThat(file.entries().policies())
                .singleElement()
                .satisfies(policy -> assertThat(policy.standing()).isEqualTo(Standing.DOWN));
    }

    @Test
    void leavesCiscosTableToCisco() {
        ContextFile file = Reading.of("""
                Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP
                Gateway of last resort is 192.0.2.1 to network 0.0.0.0

                S*    0.0.0.0/0 [1/0] via 192.0.2.1
                """);
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.CISCO);
    }

    /** A tunnel by the name of its interface, and one whose selectors are all down. */
    @Test
    void readsTheTunnelsOfTheSummary() {
        ContextFile file = Reading.wholly("get vpn ipsec tunnel summary", """
                'to-hq' 203.0.113.10:0  selectors(total,up): 2/1  rx(pkt,err): 5/0  tx(pkt,err): 7/0
                'spare' 203.0.113.11:0  selectors(total,up): 1/0  rx(pkt,err): 0/0  tx(pkt,err): 0/0
                """);
        assertThat(file.entries().policies())
                .extracting(policy -> policy.tunnelInterface().orElse("") + " "
                        + policy.template().destination().orElseThrow() + " " + policy.standing())
                .containsExactly("to-hq 203.0.113.10 active", "spare 203.0.113.11 down");
    }
}
