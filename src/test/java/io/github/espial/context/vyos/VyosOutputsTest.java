package io.github.espial.context.vyos;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry.Standing;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class VyosOutputsTest {
    @Test
    void readsSasConnectionsAndRoutesOfASample() {
        ContextFile file = Reading.sample("vyos.txt");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev eth0 metric 0",
                        "192.0.2.0/24 dev eth0",
                        "198.51.100.0/30 dev eth2",
                        "203.0.113.1/32 via 198.51.100.1 dev eth2 metric 0",
                        "10.73.10.0/24 dev eth1");
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.73.10.0/24 192.168.74.0/24 198.51.100.2>203.0.113.1 TUNNEL");
        assertThat(file.entries().policies().get(0).standing()).isEqualTo(Standing.ACTIVE);
        assertThat(file.entries().sightings().counts())
                .singleElement()
                .satisfies(count -> assertThat(count.isOneWay()).isTrue());
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.VYOS);
    }

    /** FRR shows routes beside that are not in force, and several next hops in lines of their own. */
    @Test
    void takesWhatIsInForceOnly() {
        ContextFile file = Reading.wholly("show ip route (FRR)", """
                Codes: K - kernel route, C - connected, L - local, S - static, R - RIP,
                       > - selected route, * - FIB route, q - queued, r - rejected, b - backup

                S>* 0.0.0.0/0 [1/0] via 192.0.2.1, eth0, weight 1, 3d02h11m
                  *                 via 198.51.100.1, eth2, weight 1, 3d02h11m
                S   10.9.0.0/16 [200/0] via 192.0.2.77, eth0, weight 1, 00:10:00
                L>* 192.0.2.10/32 is directly connected, eth0, 3d02h11m
                S>* 10.66.0.0/16 [1/0] unreachable (blackhole), weight 1, 00:01:02
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev eth0 metric 0",
                        "0.0.0.0/0 via 198.51.100.1 dev eth2 metric 0",
                        "192.0.2.10/32 dev eth0",
                        "10.66.0.0/16 discarded metric 0");
        assertThat(file.entries().sightings().ownAddresses())
                .map(Object::toString)
                .containsExactly("192.0.2.10");
    }

    /** As EdgeOS prints it. */
    @Test
    void readsTheTableOfEdgeOs() {
        ContextFile file = Reading.of("""
                Codes: K - kernel, C - connected, S - static, R - RIP, B - BGP
                       > - selected route, * - FIB route, p - stale info

                IP Route Table for VRF "default"
                S    *> 0.0.0.0/0 [1/0] via 192.0.2.1, eth0
                C    *> 192.168.1.0/24 is directly connected, eth1
                """);
        assertThat(InWords.routes(file))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 dev eth0 metric 0", "192.168.1.0/24 dev eth1");
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.VYOS);
    }

    @Test
    void readsWhatIsSet() {
        ContextFile file = Reading.wholly("show configuration commands", """
                set interfaces ethernet eth0 address '192.0.2.10/24'
                set interfaces ethernet eth1 vif 20 address '10.1.0.1/16'
                set protocols static route 0.0.0.0/0 next-hop 192.0.2.1
                set protocols static route 10.20.0.0/16 next-hop 192.0.2.254 distance '1'
                set protocols static route 10.66.0.0/16 blackhole
                set protocols static route 10.30.0.0/16 interface vti0
                """);
        assertThat(InWords.interfaces(file)).containsExactly("eth0 192.0.2.10/24", "eth1.20 10.1.0.1/16");
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 PERSISTENT",
                        "10.20.0.0/16 via 192.0.2.254 PERSISTENT",
                        "10.66.0.0/16 discarded PERSISTENT",
                        "10.30.0.0/16 dev vti0 PERSISTENT");
    }

    /** By the documentation of VyOS 1.4, and of 1.3, where a peer is called by its address. */
    @Test
    void readsPeersOfTheConfiguration() {
        ContextFile file = Reading.wholly("show configuration commands", """
                set vpn ipsec site-to-site peer hq connection-type 'initiate'
                set vpn ipsec site-to-site peer hq local-address '192.0.2.5'
                set vpn ipsec site-to-site peer hq remote-address '203.0.113.60'
                set vpn ipsec site-to-site peer hq vti bind 'vti1'
                set vpn ipsec site-to-site peer hq vti esp-group 'ESP'
                set vpn ipsec site-to-site peer 203.0.113.61 local-address '192.0.2.5'
                set vpn ipsec site-to-site peer 203.0.113.61 tunnel 1 local prefix '10.9.0.0/24'
                set vpn ipsec site-to-site peer 203.0.113.61 tunnel 1 remote prefix '10.91.0.0/16'
                set vpn ipsec site-to-site peer any local-address 'any'
                set vpn ipsec site-to-site peer any vti bind 'vti7'
                """);
        assertThat(file.entries().policies())
                .extracting(policy -> policy.selector().destination() + " "
                        + policy.template().source().orElseThrow() + ">"
                        + policy.template().destination().orElseThrow() + " "
                        + policy.tunnelInterface().orElse("-") + " " + policy.standing())
                .containsExactly(
                        "0.0.0.0/0 192.0.2.5>203.0.113.60 vti1 configured",
                        "10.91.0.0/16 192.0.2.5>203.0.113.61 - configured");
    }

    /** Only that of a VTI takes all that is routed into it. */
    @Test
    void tellsTheSaOfAVtiFromThatOfNetworks() {
        ContextFile file = Reading.wholly("show vpn ipsec", """
                Connection      State    Uptime    Bytes In/Out    Packets In/Out    Remote address    Remote ID     Proposal
                --------------  -------  --------  --------------  ----------------  ----------------  ------------  --------
                hq-vti          up       1h12m3s   12M/9M          15K/12K           203.0.113.60      203.0.113.60  AES
                hq-tunnel-1     up       1h12m3s   12M/9M          15K/12K           203.0.113.60      203.0.113.60  AES
                """);
        assertThat(file.entries().policies())
                .extracting(policy -> policy.line() + " " + policy.selector().destination() + " " + policy.standing())
                .containsExactly("3 0.0.0.0/0 active");
    }

    /** The legend of FRR 10, and routes of a VRF, which are no other table's. */
    @Test
    void readsTheHeadingsOfFrr() {
        ContextFile file = Reading.wholly("show ip route (FRR)", """
                Codes: K - kernel route, C - connected, L - local, S - static,
                       R - RIP, O - OSPF, I - IS-IS, B - BGP, E - EIGRP, N - NHRP,
                       f - OpenFabric, t - Table-Direct,
                       > - selected route, * - FIB route, q - queued, r - rejected, b - backup
                       t - trapped, o - offload failure

                IPv4 unicast VRF default:
                S>* 0.0.0.0/0 [1/0] via 192.0.2.1, eth0, weight 1, 2d03h11m

                IPv4 unicast VRF red:
                S>* 0.0.0.0/0 [1/0] via 198.51.100.1, eth2, weight 1, 2d03h11m
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev eth0 metric 0",
                        "0.0.0.0/0 via 198.51.100.1 dev eth2 metric 0 table vrf red");
    }
}
