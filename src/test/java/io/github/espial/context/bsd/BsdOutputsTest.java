package io.github.espial.context.bsd;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.context.PolicyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class BsdOutputsTest {
    @Test
    void readsBothFamiliesOfFreeBsd() {
        ContextFile file = Reading.wholly("netstat -rn", """
                Routing tables (fib: 1)

                Internet:
                Destination        Gateway            Flags   Nhop#    Mtu      Netif Expire
                default            192.0.2.1          UGS         7   1500        em0
                10.20.0.0/16       192.0.2.254        UGS         9   1500        em0
                10.99.0.0/16       127.0.0.1          UGSB       10  16384        lo0
                192.0.2.0/24       link#1             U           1   1500        em0
                192.0.2.10         link#1             UHS         2  16384        lo0

                Internet6:
                Destination                       Gateway                       Flags   Nhop#    Mtu    Netif Expire
                default                           fe80::1%em0                   UGS         5   1500      em0
                ::/96                             ::1                           UGRS        3  16384      lo0
                2001:db8:20::/48                  2001:db8:1::fe                UGS         6   1500      em0
                fe80::%em0/64                     link#1                        U           1   1500      em0
                fe80::20c:29ff:fe5e:100a%lo0      link#1                        UHS         2  16384      lo0
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev em0 table 1",
                        "10.20.0.0/16 via 192.0.2.254 dev em0 table 1",
                        "10.99.0.0/16 discarded dev lo0 table 1",
                        "192.0.2.0/24 dev em0 table 1",
                        "192.0.2.10/32 dev lo0 table 1",
                        "::/0 via fe80::1 dev em0 table 1",
                        "::/96 discarded dev lo0 table 1",
                        "2001:db8:20::/48 via 2001:db8:1::fe dev em0 table 1",
                        "fe80::/64 dev em0 table 1",
                        "fe80::20c:29ff:fe5e:100a/128 dev lo0 table 1");
    }

    @Test
    void tellsScopedRoutesAndNeighborsOfMacosFromRoutes() {
        ContextFile file = Reading.wholly("netstat -rn", """
                Routing tables

                Internet:
                Destination        Gateway            Flags               Netif Expire
                default            192.0.2.1          UGScg                 en0
                default            203.0.113.1        UGScIg                en1
                10.20/16           192.0.2.254        UGSc                  en0
                10.30.4/22         192.0.2.254        UGSc                  en0
                169.254            link#4             UCS                   en0      !
                192.0.2.1/32       link#4             UCS                   en0      !
                192.0.2.1          0:1b:21:aa:0:1     UHLWIir               en0   1184
                192.0.2.255        ff:ff:ff:ff:ff:ff  UHLWbI                en0      !
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev en0",
                        "0.0.0.0/0 via 203.0.113.1 dev en1 table ifscope",
                        "10.20.0.0/16 via 192.0.2.254 dev en0",
                        "10.30.4.0/22 via 192.0.2.254 dev en0",
                        "169.254.0.0/16 dev en0",
                        "192.0.2.1/32 dev en0");
        assertThat(InWords.neighbors(file)).containsExactly("192.0.2.1 00:1b:21:aa:00:01 en0");
    }

    @Test
    void readsTheColumnsOfOtherBsds() {
        ContextFile file = Reading.of("""
                Destination        Gateway            Flags   Refs      Use   Mtu  Prio Iface
                default            192.0.2.1          UGS        4      100     -     8 em0
                10.20/16           192.0.2.254        UGS        0        7     -     8 em1
                """);
        assertThat(InWords.routes(file))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 dev em0", "10.20.0.0/16 via 192.0.2.254 dev em1");
    }

    @Test
    void readsTheAnswerOfALookup() {
        ContextFile file = Reading.of("""
                $ route -n get 10.20.1.5
                   route to: 10.20.1.5
                destination: 0.0.0.0
                       mask: 0.0.0.0
                    gateway: 192.0.2.1
                        fib: 0
                  interface: em0
                      flags: <UP,GATEWAY,DONE,STATIC>
                 recvpipe  sendpipe  ssthresh  rtt,msec    mtu        weight    expire
                       0         0         0         0      1500         1         0
                """);
        assertThat(InWords.routes(file)).containsExactly("10.20.1.5/32 via 192.0.2.1 dev em0 ANSWER");
    }

    @Test
    void readsInterfaces() {
        ContextFile file = Reading.wholly("ifconfig", """
                em0: flags=8843<UP,BROADCAST,RUNNING,SIMPLEX,MULTICAST> metric 0 mtu 1500
                	options=481249b<RXCSUM,TXCSUM,VLAN_MTU>
                	ether 00:0c:29:5e:10:0a
                	inet 192.0.2.10 netmask 0xffffff00 broadcast 192.0.2.255
                	inet 192.0.2.12/24 broadcast 192.0.2.255 vhid 1
                	inet6 fe80::20c:29ff:fe5e:100a%em0 prefixlen 64 scopeid 0x1
                	status: active
                ipsec1: flags=8051<UP,POINTOPOINT,RUNNING,MULTICAST> metric 0 mtu 1400
                	tunnel inet 192.0.2.10 --> 198.51.100.20
                	inet 10.99.0.1 --> 10.99.0.2 netmask 0xfffffffc
                en0: flags=8863<UP,BROADCAST,SMART,RUNNING,SIMPLEX,MULTICAST> mtu 1500
                	ether 00:0c:29:5e:10:0b\s
                	inet 10.1.0.1 netmask 0xffff0000 broadcast 10.1.255.255
                """);
        assertThat(InWords.interfaces(file))
                .containsExactly(
                        "em0 00:0c:29:5e:10:0a 192.0.2.10/24 192.0.2.12/24 fe80::20c:29ff:fe5e:100a/64",
                        "ipsec1 10.99.0.1",
                        "en0 00:0c:29:5e:10:0b 10.1.0.1/16");
        assertThat(file.outputs().get(0).platform()).isEqualTo(Platform.BSD);
    }

    @Test
    void readsNeighborsOfBothVersions() {
        ContextFile file = Reading.of("""
                $ arp -an
                ? (192.0.2.1) at 00:1b:21:aa:00:01 on em0 expires in 1190 seconds [ethernet]
                ? (192.0.2.10) at 00:0c:29:5e:10:0a on em0 permanent [ethernet]
                ? (192.0.2.7) at (incomplete) on em0 expired [ethernet]
                $ ndp -an
                Neighbor                             Linklayer Address  Netif Expire    1s 5s
                fe80::1%em0                          00:1b:21:aa:00:01    em0 23h59m48s S R
                2001:db8:1::7                        (incomplete)         em0 3s        I
                """);
        assertThat(InWords.neighbors(file))
                .containsExactly(
                        "192.0.2.1 00:1b:21:aa:00:01 em0",
                        "192.0.2.10 00:0c:29:5e:10:0a em0",
                        "192.0.2.7 - em0",
                        "fe80::1 00:1b:21:aa:00:01 em0",
                        "2001:db8:1::7 - em0");
    }

    @Test
    void readsPoliciesOfTheKernel() {
        ContextFile file = Reading.wholly("setkey -DP", """
                10.20.0.0/16[any] 10.1.0.0/16[any] any
                	in ipsec
                	esp/tunnel/198.51.100.20-192.0.2.10/unique:1
                	created: Nov 23 09:14:28 2026  lastused: Nov 23 09:14:28 2026
                	lifetime: 9223372036854775807(s) validtime: 0(s)
                	spid=1 seq=3 pid=1234 scope=global
                	refcnt=1
                10.1.0.0/16[any] 10.20.0.0/16[any] any
                	out ipsec
                	esp/tunnel/192.0.2.10[4500]-198.51.100.20[4500]/unique:1
                	spid=2 seq=2 pid=1234 scope=global
                	refcnt=1
                192.0.2.10[1701] 203.0.113.30[1701] udp
                	out prio high + 1073739744 ipsec
                	esp/transport//require
                	spid=3 seq=1 pid=1234
                0.0.0.0/0[any] 0.0.0.0/0[any] any
                	out ipsec
                	esp/tunnel/192.0.2.10-203.0.113.40/unique:100
                	spid=4 seq=0 pid=1234 scope=ifnet ifname=ipsec1
                	refcnt=1
                10.1.0.0/16[any] 10.1.0.1[any] 255
                	fwd prio def none
                	spid=5 seq=0 pid=1234
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "IN 10.20.0.0/16 10.1.0.0/16 198.51.100.20>192.0.2.10 TUNNEL",
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 192.0.2.10/32:1701 203.0.113.30/32:1701 protocol 17 ->- TRANSPORT",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>203.0.113.40 TUNNEL in ipsec1",
                        "FORWARD 10.1.0.0/16 10.1.0.1/32 ->- BYPASS");
        assertThat(file.entries().policies())
                .extracting(PolicyEntry::isRouted)
                .containsExactly(false, false, false, true, false);
    }
}
