package io.github.espial.context.cisco;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class CiscoOutputsTest {
    private static final String SAS = """
            interface: GigabitEthernet0/0
                Crypto map tag: VPN, local addr 198.51.100.20

               protected vrf: (none)
               local  ident (addr/mask/prot/port): (10.20.0.0/255.255.0.0/0/0)
               remote ident (addr/mask/prot/port): (10.1.0.0/255.255.0.0/0/0)
               current_peer 192.0.2.10 port 500
                 PERMIT, flags={origin_is_acl,}
                #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0
                #pkts decaps: 36, #pkts decrypt: 36, #pkts verify: 36

                 local crypto endpt.: 198.51.100.20, remote crypto endpt.: 192.0.2.10
                 plaintext mtu 1438, path mtu 1500, ip mtu 1500, ip mtu idb GigabitEthernet0/0
                 current outbound spi: 0xC1DCAF86(3252465542)
                 PFS (Y/N): N, DH group: none

                 inbound esp sas:
                  spi: 0xC598EB56(3315133270)
                    transform: esp-gcm 256 ,
                    in use settings ={Tunnel, }
                    conn id: 1, flow_id: SW:1, sibling_flags 80004040, crypto map: VPN

                 outbound esp sas:
                  spi: 0xC1DCAF86(3252465542)

               protected vrf: (none)
               local  ident (addr/mask/prot/port): (198.51.100.20/255.255.255.255/17/1701)
               remote ident (addr/mask/prot/port): (192.0.2.10/255.255.255.255/17/0)
               current_peer 192.0.2.10 port 4500
                 current outbound spi: 0x0(0)

            interface: Tunnel0
                Crypto map tag: Tunnel0-head-0, local addr 198.51.100.20

               local  ident (addr/mask/prot/port): (0.0.0.0/0.0.0.0/0/0)
               remote ident (addr/mask/prot/port): (0.0.0.0/0.0.0.0/0/0)
               current_peer 203.0.113.30 port 500
            """;

    @Test
    void readsTheSasOfIos() {
        ContextFile file = Reading.wholly("show crypto ipsec sa", SAS);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.20.0.0/16 10.1.0.0/16 198.51.100.20>192.0.2.10 TUNNEL 0xc1dcaf86",
                        "OUT 198.51.100.20/32:1701 192.0.2.10/32 protocol 17 198.51.100.20>192.0.2.10",
                        "OUT 0.0.0.0/0 0.0.0.0/0 198.51.100.20>203.0.113.30 in Tunnel0");
        assertThat(file.entries().policies()).extracting(PolicyEntry::isRouted).containsExactly(false, false, true);
    }

    @Test
    void readsTheSasOfAsa() {
        ContextFile file = Reading.wholly("show crypto ipsec sa", """
                interface: outside
                    Crypto map tag: outside_map, seq num: 1, local addr: 198.51.100.20

                      access-list outside_cryptomap extended permit ip 10.20.0.0 255.255.0.0 10.1.0.0 255.255.0.0
                      local ident (addr/mask/prot/port): (10.20.0.0/255.255.0.0/0/0)
                      remote ident (addr/mask/prot/port): (10.1.0.0/255.255.0.0/0/0)
                      current_peer: 192.0.2.10


                      #pkts encaps: 0, #pkts encrypt: 0, #pkts digest: 0

                      local crypto endpt.: 198.51.100.20/0, remote crypto endpt.: 192.0.2.10/0
                      path mtu 1500, ipsec overhead 74(44), media mtu 1500
                      current outbound spi: C1DCAF86
                      current inbound spi : C598EB56

                    inbound esp sas:
                      spi: 0xC598EB56 (3315133270)
                         in use settings ={L2L, Tunnel, IKEv2, }
                """);
        assertThat(InWords.policies(file))
                .containsExactly("OUT 10.20.0.0/16 10.1.0.0/16 198.51.100.20>192.0.2.10 TUNNEL 0xc1dcaf86");
    }

    @Test
    void readsChildrenOfIkeSas() {
        ContextFile file = Reading.wholly("show crypto ikev2 sa", """
                 IPv4 Crypto IKEv2  SA

                Tunnel-id Local                 Remote                fvrf/ivrf            Status
                1         198.51.100.20/500     192.0.2.10/500        none/none            READY
                      Encr: AES-CBC, keysize: 256, PRF: SHA256, Hash: SHA256, DH Grp:14, Auth sign: PSK, Auth verify: PSK
                      Life/Active Time: 86400/3277 sec
                Child sa: local selector  10.20.0.0/0 - 10.20.255.255/65535
                          remote selector 10.1.0.0/0 - 10.1.255.255/65535
                          ESP spi in/out: 0xc598eb56/0xc1dcaf86
                Child sa: local selector  10.30.4.0/0 - 10.30.7.255/65535
                          remote selector 10.1.0.0/0 - 10.1.255.255/65535
                          ESP spi in/out: 0xc9ef9a95/0xc27ff0af
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.20.0.0/16 10.1.0.0/16 198.51.100.20>192.0.2.10 0xc1dcaf86",
                        "OUT 10.30.4.0/22 10.1.0.0/16 198.51.100.20>192.0.2.10 0xc27ff0af");
    }

    @Test
    void saysOfRangesThatTheyAreNoPrefixes() {
        ContextFile file = Reading.of("""
                Tunnel-id Local                 Remote                fvrf/ivrf            Status
                1         198.51.100.20/500     192.0.2.10/500        none/none            READY
                Child sa: local selector  10.20.0.1/0 - 10.20.0.9/65535
                          remote selector 10.1.0.0/0 - 10.1.255.255/65535
                          ESP spi in/out: 0xc598eb56/0xc1dcaf86
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems()).hasSize(1);
    }

    @Test
    void recognisesPeersAlone() {
        ContextFile file = Reading.wholly("show crypto ikev2 sa", """
                IPv4 Crypto ISAKMP SA
                dst             src             state          conn-id status
                198.51.100.20   192.0.2.10      QM_IDLE           1001 ACTIVE

                IPv6 Crypto ISAKMP SA
                """);
        assertThat(file.entries().policies()).isEmpty();
    }

    @Test
    void readsRoutesOfIos() {
        ContextFile file = Reading.wholly("show ip route", """
                Codes: L - local, C - connected, S - static, R - RIP, M - mobile, B - BGP
                       D - EIGRP, EX - EIGRP external, O - OSPF, IA - OSPF inter area
                       + - replicated route, % - next hop override, p - overrides from PfR

                Gateway of last resort is 203.0.113.1 to network 0.0.0.0

                S*    0.0.0.0/0 [1/0] via 203.0.113.1
                      10.0.0.0/8 is variably subnetted, 5 subnets, 2 masks
                S        10.1.0.0/16 [1/0] via 198.51.100.1, GigabitEthernet0/0
                                     [1/0] via 198.51.100.2
                C        10.20.0.0/16 is directly connected, GigabitEthernet0/1
                L        10.20.0.1/32 is directly connected, GigabitEthernet0/1
                O IA     10.30.0.0/16 [110/2] via 10.20.0.2, 00:12:33, GigabitEthernet0/1
                D EX     10.40.0.0/16
                           [170/3072] via 10.20.0.3, 1d02h, GigabitEthernet0/1
                S        10.50.0.0/16 is directly connected, Null0
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 203.0.113.1 metric 0",
                        "10.1.0.0/16 via 198.51.100.1 dev GigabitEthernet0/0 metric 0",
                        "10.1.0.0/16 via 198.51.100.2 metric 0",
                        "10.20.0.0/16 dev GigabitEthernet0/1",
                        "10.20.0.1/32 dev GigabitEthernet0/1",
                        "10.30.0.0/16 via 10.20.0.2 dev GigabitEthernet0/1 metric 2",
                        "10.40.0.0/16 via 10.20.0.3 dev GigabitEthernet0/1 metric 3072",
                        "10.50.0.0/16 discarded dev Null0");
    }

    @Test
    void readsPrefixesWhoseLengthStandsAboveThem() {
        ContextFile file = Reading.of("""
                Routing Table: PARTNER
                Codes: C - connected, S - static, I - IGRP, R - RIP, M - mobile, B - BGP
                       U - per-user static route, o - ODR

                Gateway of last resort is not set

                     10.0.0.0/16 is subnetted, 2 subnets
                C       10.20.0.0 is directly connected, FastEthernet0/1
                S       10.1.0.0 [1/0] via 198.51.100.1
                C    198.51.100.0/24 is directly connected, FastEthernet0/0
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.20.0.0/16 dev FastEthernet0/1 table PARTNER",
                        "10.1.0.0/16 via 198.51.100.1 metric 0 table PARTNER",
                        "198.51.100.0/24 dev FastEthernet0/0 table PARTNER");
    }

    @Test
    void readsRoutesOfAsaAndOfIpv6() {
        ContextFile file = Reading.of("""
                asa# show route
                S*       0.0.0.0 0.0.0.0 [1/0] via 203.0.113.1, outside
                C        10.20.0.0 255.255.0.0 is directly connected, inside
                O        10.30.0.0 255.255.0.0
                           [110/11] via 10.20.0.2, 0:00:12, inside
                asa# show ipv6 route
                IPv6 Routing Table - default - 3 entries
                Codes: C - Connected, L - Local, S - Static
                S   2001:db8:1::/48 [1/0]
                     via fe80::1, GigabitEthernet0/0
                C   2001:db8:20::/48 [0/0]
                     via GigabitEthernet0/1, directly connected
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 203.0.113.1 dev outside metric 0",
                        "10.20.0.0/16 dev inside",
                        "10.30.0.0/16 via 10.20.0.2 dev inside metric 11",
                        "2001:db8:1::/48 via fe80::1 dev GigabitEthernet0/0 metric 0",
                        "2001:db8:20::/48 dev GigabitEthernet0/1 metric 0");
    }

    @Test
    void readsNeighborsAndInterfaces() {
        ContextFile file = Reading.of("""
                R1#show ip arp
                Protocol  Address          Age (min)  Hardware Addr   Type   Interface
                Internet  198.51.100.20           -   001b.21cc.0014  ARPA   GigabitEthernet0/0
                Internet  198.51.100.1           12   001b.21bb.00fe  ARPA   GigabitEthernet0/0
                Internet  198.51.100.9            0   Incomplete      ARPA
                asa# show arp
                	outside 203.0.113.1 001b.21aa.0001 12
                R1#show ip interface brief
                Interface                  IP-Address      OK? Method Status                Protocol
                GigabitEthernet0/0         198.51.100.20   YES NVRAM  up                    up
                GigabitEthernet0/2         unassigned      YES unset  administratively down down
                """);
        assertThat(InWords.neighbors(file))
                .containsExactly(
                        "198.51.100.20 00:1b:21:cc:00:14 GigabitEthernet0/0",
                        "198.51.100.1 00:1b:21:bb:00:fe GigabitEthernet0/0",
                        "198.51.100.9 - -",
                        "203.0.113.1 00:1b:21:aa:00:01 outside");
        assertThat(InWords.interfaces(file)).containsExactly("GigabitEthernet0/0 198.51.100.20", "GigabitEthernet0/2");
    }

    @Test
    void tellsTheFarEndsWordsFromTheMachinesOwn() {
        ContextFile file = Reading.of("""
                default via 192.0.2.1 dev eth0
                198.51.100.20 via 192.0.2.254 dev eth0
                S*    0.0.0.0/0 [1/0] via 203.0.113.1
                """ + SAS);
        assertThat(file.entries().routes())
                .extracting(route -> file.platformOf(route.line()).orElseThrow())
                .containsExactly(Platform.LINUX, Platform.LINUX, Platform.CISCO);
        assertThat(file.entries().policies())
                .extracting(policy -> file.platformOf(policy.line()).orElseThrow())
                .containsOnly(Platform.CISCO);
        assertThat(file.platformOf(1000)).isEmpty();
    }
}
