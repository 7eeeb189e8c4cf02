package io.github.espial.context.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.RuleEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinuxOutputsTest {
    private static final String[] EVERY_KIND = {
        "0.0.0.0/0 via 192.0.2.1 dev eth0 src 192.0.2.10 metric 100",
        "0.0.0.0/0 via 192.0.2.1 dev eth0 metric 200",
        "0.0.0.0/0 via 203.0.113.1 dev eth2 metric 200",
        "0.0.0.0/0 via fe80::1 dev eth0 metric 300",
        "10.1.0.0/16 dev eth1 src 10.1.0.1",
        "10.20.0.0/16 via 192.0.2.254 dev eth0 table 220",
        "10.30.0.0/16 via 198.51.100.1 dev ppp0",
        "10.40.0.0/16 discarded metric 4278198272",
        "10.50.0.0/16 discarded",
        "10.60.0.0/16 discarded",
        "10.70.0.0/16 next rule table 100",
        "198.51.100.20/32 via 192.0.2.254 dev eth0"
    };

    @Test
    void readsRoutesOfEveryKind() {
        ContextFile file = Reading.wholly("ip route", """
                default via 192.0.2.1 dev eth0 proto dhcp src 192.0.2.10 metric 100\s
                default proto static metric 200\s
                	nexthop via 192.0.2.1 dev eth0 weight 1\s
                	nexthop via 203.0.113.1 dev eth2 weight 3 onlink\s
                	nexthop via 203.0.113.9 dev eth3 weight 1 dead linkdown\s
                default via inet6 fe80::1 dev eth0 metric 300\s
                10.1.0.0/16 dev eth1 proto kernel scope link src 10.1.0.1\s
                10.20.0.0/16 via 192.0.2.254 dev eth0 table 220 proto static\s
                10.30.0.0/16 via 198.51.100.1 dev ppp0 onlink\s
                unreachable 10.40.0.0/16 proto static metric 4278198272\s
                blackhole 10.50.0.0/16\s
                prohibit 10.60.0.0/16\s
                throw 10.70.0.0/16 table 100\s
                198.51.100.20 nhid 12 via 192.0.2.254 dev eth0 proto zebra mtu lock 1400 rto_min 200ms\s
                local 192.0.2.10 dev eth0 table local proto kernel scope host src 192.0.2.10\s
                broadcast 192.0.2.255 dev eth0 table local proto kernel scope link src 192.0.2.10\s
                """);
        assertThat(InWords.routes(file)).containsExactly(EVERY_KIND);
    }

    @Test
    void readsTheSameRoutesFromJson() {
        ContextFile file = Reading.wholly("ip -j", """
                [ {
                        "dst": "default", "gateway": "192.0.2.1", "dev": "eth0", "protocol": "dhcp",
                        "prefsrc": "192.0.2.10", "metric": 100, "flags": [ ]
                    },{
                        "dst": "default", "protocol": "static", "metric": 200, "flags": [ ], "nexthops": [
                            {"gateway": "192.0.2.1", "dev": "eth0", "weight": 1, "flags": [ ]},
                            {"gateway": "203.0.113.1", "dev": "eth2", "weight": 3, "flags": [ "onlink" ]},
                            {"gateway": "203.0.113.9", "dev": "eth3", "weight": 1, "flags": [ "dead", "linkdown" ]} ]
                    },{
                        "dst": "default", "via": {"family": "inet6", "host": "fe80::1"}, "dev": "eth0", "metric": 300
                    },{
                        "dst": "10.1.0.0/16", "dev": "eth1", "scope": "link", "prefsrc": "10.1.0.1", "flags": [ ]
                    },{
                        "type": "unicast", "dst": "10.20.0.0/16", "gateway": "192.0.2.254", "dev": "eth0",
                        "table": "220"
                    },{
                        "dst": "10.30.0.0/16", "gateway": "198.51.100.1", "dev": "ppp0", "flags": [ "onlink" ]
                    },{
                        "type": "unreachable", "dst": "10.40.0.0/16", "metric": 4278198272, "flags": [ ]
                    },{
                        "type": "blackhole", "dst": "10.50.0.0/16", "flags": [ ]
                    },{
                        "type": "prohibit", "dst": "10.60.0.0/16", "flags": [ ]
                    },{
                        "type": "throw", "dst": "10.70.0.0/16", "table": "100", "flags": [ ]
                    },{
                        "dst": "198.51.100.20", "nhid": 12, "gateway": "192.0.2.254", "dev": "eth0", "flags": [ ]
                    },{
                        "type": "local", "dst": "192.0.2.10", "dev": "eth0", "table": "local", "flags": [ ]
                    } ]
                """);
        assertThat(InWords.routes(file)).containsExactly(EVERY_KIND);
    }

    @Test
    void tellsTheVersionOfDefaultRoutes() {
        ContextFile file = Reading.of("""
                $ ip -6 route
                default dev ppp0 metric 1024
                $ ip -d route
                unicast default dev ppp1 proto boot scope link
                ::1 dev lo proto kernel metric 256 pref medium
                2001:db8:20::/48 via fe80::254 dev eth0 metric 1024 pref medium
                default via fe80::1 dev eth0 proto ra metric 100 expires 1700sec hoplimit 64 pref medium
                unreachable default dev lo metric 4294967295 error -101
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "::/0 dev ppp0 metric 1024",
                        "0.0.0.0/0 dev ppp1",
                        "::1/128 dev lo metric 256",
                        "2001:db8:20::/48 via fe80::254 dev eth0 metric 1024",
                        "::/0 via fe80::1 dev eth0 metric 100",
                        "::/0 discarded dev lo metric 4294967295");
    }

    @Test
    void tellsAnswersFromRoutes() {
        ContextFile file = Reading.of("""
                # ip route get 10.20.1.5
                10.20.1.5 via 192.0.2.1 dev eth0 src 192.0.2.10 uid 0\s
                    cache\s
                # ip -6 route get 2001:db8:20::5
                2001:db8:20::5 from :: via fe80::1 dev eth0 proto ra src 2001:db8:1::10 metric 100 pref medium
                # ip -j route get 10.30.1.5
                [{"dst":"10.30.1.5","gateway":"192.0.2.254","dev":"eth0","prefsrc":"192.0.2.10","flags":[],"uid":0,"cache":[]}]
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "10.20.1.5/32 via 192.0.2.1 dev eth0 src 192.0.2.10 ANSWER",
                        "2001:db8:20::5/128 via fe80::1 dev eth0 src 2001:db8:1::10 metric 100 ANSWER",
                        "10.30.1.5/32 via 192.0.2.254 dev eth0 src 192.0.2.10 ANSWER");
    }

    @Test
    void readsOneLineOutputs() {
        ContextFile file = Reading.of("""
                default proto static \\	nexthop via 192.0.2.1 dev eth0 weight 1 \\	nexthop via 192.0.2.2 dev eth0 weight 1\s
                2: eth0    inet 192.0.2.10/24 brd 192.0.2.255 scope global eth0\\       valid_lft forever preferred_lft forever
                2: eth0    inet6 fe80::20c:29ff:fe5e:100a/64 scope link \\       valid_lft forever preferred_lft forever
                3: eth1@if2: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 qdisc noqueue state UP \\    link/ether 00:0c:29:5e:10:0b brd ff:ff:ff:ff:ff:ff
                """);
        assertThat(file.unrecognised()).isEmpty();
        assertThat(InWords.routes(file))
                .containsExactly("0.0.0.0/0 via 192.0.2.1 dev eth0", "0.0.0.0/0 via 192.0.2.2 dev eth0");
        assertThat(InWords.interfaces(file))
                .containsExactly("eth0 192.0.2.10/24", "eth0 fe80::20c:29ff:fe5e:100a/64", "eth1 00:0c:29:5e:10:0b");
    }

    @Test
    void readsBriefInterfaces() {
        ContextFile file = Reading.of("""
                lo               UNKNOWN        127.0.0.1/8 ::1/128\s
                eth0@if3         UP             192.0.2.10/24 metric 100 fe80::20c:29ff:fe5e:100a/64\s
                eth3             DOWN          \s
                ppp0             UNKNOWN        10.20.50.10 peer 10.20.50.1/32\s
                $ ip -br link
                eth0@if3         UP             00:0c:29:5e:10:0a <BROADCAST,MULTICAST,UP,LOWER_UP>\s
                """);
        assertThat(InWords.interfaces(file))
                .containsExactly(
                        "lo 127.0.0.1/8 ::1/128",
                        "eth0 192.0.2.10/24 fe80::20c:29ff:fe5e:100a/64",
                        "eth3",
                        "ppp0 10.20.50.10",
                        "eth0 00:0c:29:5e:10:0a");
    }

    @Test
    void readsInterfacesOfBothNetTools() {
        ContextFile file = Reading.wholly("ifconfig", """
                eth0: flags=4163<UP,BROADCAST,RUNNING,MULTICAST>  mtu 1500
                        inet 192.0.2.10  netmask 255.255.255.0  broadcast 192.0.2.255
                        inet6 fe80::20c:29ff:fe5e:100a  prefixlen 64  scopeid 0x20<link>
                        ether 00:0c:29:5e:10:0a  txqueuelen 1000  (Ethernet)
                        RX packets 100  bytes 8000 (8.0 KB)

                ppp0: flags=4305<UP,POINTOPOINT,RUNNING,NOARP,MULTICAST>  mtu 1280
                        inet 10.20.50.10  netmask 255.255.255.255  destination 10.20.50.1

                eth1      Link encap:Ethernet  HWaddr 00:0C:29:5E:10:0B \s
                          inet addr:10.1.0.1  Bcast:10.1.255.255  Mask:255.255.0.0
                          inet6 addr: fe80::20c:29ff:fe5e:100b/64 Scope:Link
                          UP BROADCAST RUNNING MULTICAST  MTU:1500  Metric:1
                """);
        assertThat(InWords.interfaces(file))
                .containsExactly(
                        "eth0 00:0c:29:5e:10:0a 192.0.2.10/24 fe80::20c:29ff:fe5e:100a/64",
                        "ppp0 10.20.50.10",
                        "eth1 00:0c:29:5e:10:0b 10.1.0.1/16 fe80::20c:29ff:fe5e:100b/64");
    }

    private static final String RULES = """
            0:	from all lookup local
            100:	from 10.1.0.0/16 to 198.51.100.0/24 fwmark 0x1/0xff iif eth1 lookup 100
            110:	not from all fwmark 0xca6c lookup 51820
            120:	from all lookup main suppress_prefixlength 0
            130:	from all to 10.9.0.0/16 goto 32766
            140:	from all to 10.8.0.0/16 blackhole
            150:	from all oif eth2 [detached] lookup 200
            32766:	from all lookup main
            """;

    @Test
    void readsRules() {
        ContextFile file = Reading.wholly("ip rule", RULES);
        assertThat(file.entries().rules())
                .extracting(RuleEntry::priority)
                .containsExactly(0L, 100L, 110L, 120L, 130L, 140L, 150L, 32766L);
        RuleEntry marked = file.entries().rules().get(1);
        assertThat(marked.packets().source()).map(Object::toString).hasValue("10.1.0.0/16");
        assertThat(marked.packets().destination()).map(Object::toString).hasValue("198.51.100.0/24");
        assertThat(marked.packets().conditions()).containsExactly("fwmark 0x1/0xff", "iif eth1");
        assertThat(file.entries().rules().get(2).packets().inverted()).isTrue();
        assertThat(file.entries().rules().get(3).action().table()).hasValue("main");
        assertThat(file.entries().rules().get(3).action().suppressedLength()).isEqualTo(OptionalInt.of(0));
        assertThat(file.entries().rules().get(4).action().goesTo()).isEqualTo(OptionalLong.of(32766));
        assertThat(file.entries().rules().get(4).action().table()).isEmpty();
        assertThat(file.entries().rules())
                .extracting(rule -> rule.action().discards())
                .containsOnlyOnce(true);
        assertThat(file.entries().rules().get(5).action().discards()).isTrue();
        assertThat(file.entries().rules().get(6).packets().conditions()).containsExactly("oif eth2");
    }

    @Test
    void readsTheSameRulesFromJson() {
        ContextFile file = Reading.wholly("ip -j", """
                [{"priority":0,"src":"all","table":"local"},
                 {"priority":100,"src":"10.1.0.0","srclen":16,"dst":"198.51.100.0","dstlen":24,"fwmark":"0x1",
                  "fwmask":"0xff","iif":"eth1","table":"100"},
                 {"priority":110,"not":null,"src":"all","fwmark":"0xca6c","table":"51820"},
                 {"priority":120,"src":"all","table":"main","suppress_prefixlen":0},
                 {"priority":130,"src":"all","dst":"10.9.0.0","dstlen":16,"goto":32766},
                 {"priority":140,"src":"all","dst":"10.8.0.0","dstlen":16,"action":"blackhole"},
                 {"priority":150,"src":"all","oif":"eth2","oif_detached":null,"table":"200"},
                 {"priority":32766,"src":"all","table":"main"}]
                """);
        assertThat(file.entries().rules())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                .isEqualTo(Reading.of(RULES).entries().rules());
    }

    @Test
    void readsNeighborsAndArpTables() {
        ContextFile file = Reading.of("""
                192.0.2.1 dev eth0 lladdr 00:1b:21:aa:00:01 ref 1 used 12/34/56 probes 1 REACHABLE
                fe80::1 dev eth0 lladdr 00:1b:21:aa:00:01 router STALE
                192.0.2.7 dev eth0  FAILED
                # arp -n
                Address                  HWtype  HWaddress           Flags Mask            Iface
                192.0.2.254              ether   00:1b:21:bb:00:fe   C                     eth0
                192.0.2.8                        (incomplete)                              eth0
                # cat /proc/net/arp
                IP address       HW type     Flags       HW address            Mask     Device
                10.1.0.50        0x1         0x2         00:0c:29:5e:10:50     *        eth1
                10.1.0.51        0x1         0x0         00:00:00:00:00:00     *        eth1
                """);
        assertThat(InWords.neighbors(file))
                .containsExactly(
                        "192.0.2.1 00:1b:21:aa:00:01 eth0",
                        "fe80::1 00:1b:21:aa:00:01 eth0",
                        "192.0.2.7 - eth0",
                        "192.0.2.254 00:1b:21:bb:00:fe eth0",
                        "192.0.2.8 - eth0",
                        "10.1.0.50 00:0c:29:5e:10:50 eth1",
                        "10.1.0.51 - eth1");
        assertThat(file.entries().neighbors().get(1).state()).hasValue("STALE");
    }

    @Test
    void readsRoutesOfNetTools() {
        ContextFile file = Reading.of("""
                Destination     Gateway         Genmask         Flags   MSS Window  irtt Iface
                default         192.0.2.1       0.0.0.0         UG        0 0          0 eth0
                198.51.100.20   192.0.2.254     255.255.255.255 UGH       0 0          0 eth0
                10.99.0.0       -               255.255.0.0     !         - -          - -
                Destination                    Next Hop                   Flag Met Ref Use If
                2001:db8:20::/48               fe80::254                  UG   1024 1      0 eth0
                2001:db8:1::/64                [::]                       U    256 1      0 eth0
                fe80::20c:29ff:fe5e:100a/128   [::]                       Un   0   3      0 eth0
                [::]/0                         fe80::1                    UGDAe 100 2      0 eth0
                [::]/0                         [::]                       !n   -1  1      0 lo
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev eth0",
                        "198.51.100.20/32 via 192.0.2.254 dev eth0",
                        "10.99.0.0/16 discarded",
                        "2001:db8:20::/48 via fe80::254 dev eth0 metric 1024",
                        "2001:db8:1::/64 dev eth0 metric 256",
                        "::/0 via fe80::1 dev eth0 metric 100",
                        "::/0 discarded dev lo");
    }

    @Test
    void readsPoliciesOfTunnelInterfacesAndOfSeveralTransforms() {
        ContextFile file = Reading.wholly("ip xfrm policy", """
                src 10.1.0.0/16 dst 10.20.0.0/16 uid 0
                	dir out action allow index 2193 priority 383615 ptype main share any flag  (0x00000000)
                	lifetime config:
                	  limit: soft (INF)(bytes), hard (INF)(bytes)
                	tmpl src 192.0.2.10 dst 198.51.100.20
                		proto comp spi 0x00001234(4660) reqid 1(0x00000001) mode tunnel
                		level use share any
                	tmpl src 0.0.0.0 dst 0.0.0.0
                		proto esp spi 0xc598eb56(3315133270) reqid 1(0x00000001) mode transport
                		level required share any
                src 0.0.0.0/0 dst 0.0.0.0/0
                	dir out priority 399999 ptype main
                	tmpl src 192.0.2.10 dst 198.51.100.20
                		proto esp reqid 2 mode tunnel
                	if_id 0x2a
                src 0.0.0.0/0 dst 0.0.0.0/0
                	dir out priority 399999 ptype main
                	mark 0x2b/0xffffffff
                	tmpl src 192.0.2.10 dst 203.0.113.30
                		proto esp reqid 3 mode tunnel
                src 10.1.0.0/16 dst 10.1.0.0/16
                	dir out priority 1 ptype main
                src 10.1.0.0/16 dst 10.66.0.0/16
                	dir out action block priority 2 ptype main
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL 0xc598eb56",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.20 TUNNEL in if_id 0x2a",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>203.0.113.30 TUNNEL mark 0x2b/0xffffffff",
                        "OUT 10.1.0.0/16 10.1.0.0/16 ->- BYPASS",
                        "OUT 10.1.0.0/16 10.66.0.0/16 ->- DISCARD");
        assertThat(file.entries().policies())
                .extracting(PolicyEntry::isRouted)
                .containsExactly(false, true, true, false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2", "two-nics", "l2tp-ipsec"})
    void readsTheSameNetworksAndSpisOfTheLabFromTheKernelAndFromStrongSwan(String lab) {
        assertThat(Reading.lab(lab, "swanctl-list-sas.txt").entries().policies())
                .isNotEmpty()
                .extracting(
                        PolicyEntry::selector,
                        policy -> policy.template().mode(),
                        policy -> policy.template().spi())
                .hasSameElementsAs(Reading.lab(lab, "xfrm-policy.txt").entries().policies().stream()
                        .filter(policy -> policy.way() == PolicyEntry.Way.OUT)
                        .map(policy -> tuple(
                                policy.selector(),
                                policy.template().mode(),
                                policy.template().spi()))
                        .toList());
    }
}
