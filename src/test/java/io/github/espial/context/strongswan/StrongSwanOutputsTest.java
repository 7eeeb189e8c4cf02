package io.github.espial.context.strongswan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

/** What strongSwan and libreswan print and are configured with. */
class StrongSwanOutputsTest {
    @Test
    void readsSasWithMarksAndInterfaces() {
        ContextFile file = Reading.wholly("swanctl --list-sas", """
                partner: #3, ESTABLISHED, IKEv2, 744850778095f36a_i* b9b6f550dffa69e7_r
                  local  'server' @ 192.0.2.10[4500]
                  remote 'gateway' @ 198.51.100.20[4500]
                  AES_CBC-256/HMAC_SHA2_256_128/PRF_HMAC_SHA2_256/MODP_2048
                  routed: #7, reqid 1, INSTALLED, TUNNEL-in-UDP, ESP:AES_GCM_16-256
                    installed 17s ago, rekeying in 3268s, expires in 3944s
                    in  c1dcaf86 (-|0x0000002a),      0 bytes,     0 packets
                    out c598eb56 (-|0x0000002a),   5243 bytes,    36 packets,     2s ago
                    local  0.0.0.0/0 ::/0
                    remote 0.0.0.0/0 ::/0
                  l2tp: #8, reqid 2, INSTALLED, TRANSPORT, ESP:AES_CBC-256/HMAC_SHA1_96
                    in  c27ff0af (0x00000001),      0 bytes,     0 packets
                    out c9ef9a95,   2022 bytes,    19 packets,     2s ago
                    local  dynamic[udp/l2f]
                    remote 198.51.100.20/32[udp/1701]
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.20 TUNNEL 0xc598eb56 in if_id 0x0000002a",
                        "OUT ::/0 ::/0 192.0.2.10>198.51.100.20 TUNNEL 0xc598eb56 in if_id 0x0000002a",
                        "OUT 192.0.2.10/32:1701 198.51.100.20/32:1701 protocol 17 192.0.2.10>198.51.100.20 TRANSPORT"
                                + " 0xc9ef9a95");
        assertThat(file.entries().policies().get(0).isRouted()).isTrue();
    }

    @Test
    void readsConnections() {
        ContextFile file = Reading.of("""
                $ swanctl --list-conns
                partner: IKEv2, no reauthentication, rekeying every 14400s, dpd delay 30s
                  local:  192.0.2.10
                  remote: 198.51.100.20
                  local pre-shared key authentication:
                    id: 192.0.2.10
                  remote pre-shared key authentication:
                    id: 198.51.100.20
                  c20: TUNNEL, rekeying every 3600s, dpd action is restart
                    local:  10.1.0.0/16 2001:db8:1::/48
                    remote: 10.20.0.0/16 10.30.0.0/16 2001:db8:20::/48
                  lan: PASS, no rekeying
                    local:  10.1.0.0/16
                    remote: 10.1.0.0/16
                any: IKEv1/2, reauthentication every 10800s, no rekeying
                  local:  %any
                  remote: %any
                  road: TUNNEL, rekeying every 3600s
                    local:  10.1.0.0/16
                    remote: 10.9.0.0/24
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 2001:db8:1::/48 2001:db8:20::/48 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.9.0.0/24 ->- TUNNEL");
    }

    @Test
    void readsIpsecStatusall() {
        ContextFile file = Reading.wholly("ipsec statusall", """
                Status of IKE charon daemon (strongSwan 5.9.5, Linux 6.1.0, x86_64):
                  uptime: 17 minutes, since Nov 23 09:14:28 2026
                  malloc: sbrk 2772992, mmap 0, used 1234567, free 1538425
                  loaded plugins: charon aes sha2 hmac stroke kernel-netlink socket-default
                Listening IP addresses:
                  192.0.2.10
                  10.1.0.1
                Connections:
                     partner:  192.0.2.10...198.51.100.20  IKEv2, dpddelay=30s
                     partner:   local:  [192.0.2.10] uses pre-shared key authentication
                     partner:   remote: [198.51.100.20] uses pre-shared key authentication
                     partner:   child:  10.1.0.0/16 === 10.20.0.0/16 10.30.0.0/16 TUNNEL, dpdaction=restart
                         lan:   child:  10.1.0.0/16 === 10.1.0.0/16 PASS
                Routed Connections:
                     partner{1}:  ROUTED, TUNNEL, reqid 1
                     partner{1}:   10.1.0.0/16 === 10.20.0.0/16 10.30.0.0/16
                Security Associations (1 up, 0 connecting):
                     partner[1]: ESTABLISHED 17 minutes ago, 192.0.2.10[192.0.2.10]...198.51.100.20[C=CH, CN=gw]
                     partner[1]: IKEv2 SPIs: 0123456789abcdef_i* fedcba9876543210_r, rekeying in 2 hours
                       other{2}:  INSTALLED, TUNNEL, reqid 1, ESP in UDP SPIs: c78cb6b1_i c5d0d1c3_o
                       other{2}:  AES_CBC_256/HMAC_SHA2_256_128, 0 bytes_i, 0 bytes_o, rekeying in 35 minutes
                       other{2}:   10.1.0.0/16 === 10.20.0.0/16
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL 0xc5d0d1c3");
    }

    @Test
    void readsIpsecStatusAmongPrompts() {
        ContextFile file = Reading.of("""
                root@srv:~# ipsec status
                Security Associations (1 up, 0 connecting):
                partner[2]: ESTABLISHED 2 minutes ago, 192.0.2.10[server]...198.51.100.20[gateway]
                partner{2}:  INSTALLED, TRANSPORT, reqid 2, ESP SPIs: ce7f4596_i c812cd30_o
                partner{2}:   192.0.2.10/32[udp/l2f] === 198.51.100.20/32[udp/l2f]
                root@srv:~# exit
                """);
        assertThat(InWords.policies(file))
                .containsExactly("OUT 192.0.2.10/32:1701 198.51.100.20/32:1701 protocol 17 192.0.2.10>198.51.100.20"
                        + " TRANSPORT 0xc812cd30");
        assertThat(file.unrecognised()).hasSize(2);
    }

    @Test
    void readsSwanctlConfWithoutItsSecrets() {
        ContextFile file = Reading.wholly("swanctl.conf", """
                connections {
                    partner {  # the line to the partner
                        remote_addrs = 198.51.100.20
                        children {
                            c20 {
                                local_ts = 10.1.0.0/16
                                remote_ts = 10.20.0.0/16, 10.30.0.0/16
                            }
                            routed { mode=tunnel
                                if_id_out = 42
                                local_ts = 0.0.0.0/0
                                remote_ts = 0.0.0.0/0 }
                            lan { mode = pass
                                local_ts = 10.1.0.0/16
                                remote_ts = 10.1.0.0/16 } }
                        local_addrs = 192.0.2.10
                        local { id = "C=CH, O={x}" }
                    }
                    l2 { local_addrs=192.0.2.10
                     remote_addrs=203.0.113.30
                     children { l2 { mode=transport
                      local_ts=dynamic[udp/1701]
                      remote_ts=dynamic[udp/1701]
                    } } }
                }
                secrets { ike-1 { secret="not shown" } }
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>198.51.100.20 TUNNEL in if_id 42",
                        "OUT 192.0.2.10/32:1701 203.0.113.30/32:1701 protocol 17 192.0.2.10>203.0.113.30 TRANSPORT");
        assertThat(file.toString()).doesNotContain("not shown");
    }

    @Test
    void readsIpsecConf() {
        ContextFile file = Reading.wholly("ipsec.conf", """
                config setup
                	charondebug="ike 2"

                conn %default
                	keyexchange=ikev2
                	left=192.0.2.10

                # all networks of the partner
                conn partner
                	also=ends
                	leftsubnet=10.1.0.0/16
                	rightsubnet=10.20.0.0/16,10.30.0.0/16 # two
                	auto=start

                conn ends
                	right=198.51.100.20
                	type=tunnel

                conn mirrored
                	left=203.0.113.30
                	right=%defaultroute
                	leftsubnets={10.40.0.0/16 10.50.0.0/16}
                	rightsubnet=10.1.0.0/16

                conn lan
                	leftsubnet=10.1.0.0/16
                	rightsubnet=10.1.0.0/16
                	type=passthrough
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 192.0.2.10/32 198.51.100.20/32 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.40.0.0/16 ->203.0.113.30 TUNNEL",
                        "OUT 10.1.0.0/16 10.50.0.0/16 ->203.0.113.30 TUNNEL");
    }

    /** As EdgeOS prints it: no numbers of policies, and no ports. */
    @Test
    void readsSasOfOldVersions() {
        ContextFile file = Reading.wholly("swanctl --list-sas", """
                peer-198.51.100.1-tunnel-1: #5, ESTABLISHED, IKEv1, 5f1ac2e3d4b5a697:0a1b2c3d4e5f6071
                  local  '192.0.2.1' @ 192.0.2.1
                  remote '198.51.100.1' @ 198.51.100.1
                  AES_CBC-128/HMAC_SHA1_96/PRF_HMAC_SHA1/MODP_2048
                  established 1024s ago, reauth in 27833s
                  peer-198.51.100.1-tunnel-1: #1, INSTALLED, TUNNEL, ESP:AES_CBC-128/HMAC_SHA1_96/MODP_2048
                    installed 1024 ago, rekeying in 2681s, expires in 3597s
                    in  c1cf3e42,      0 bytes,     0 packets
                    out ca5f04f1,   9240 bytes,   110 packets
                    local  192.168.1.0/24
                    remote 172.16.1.0/24
                """);
        assertThat(InWords.policies(file))
                .containsExactly("OUT 192.168.1.0/24 172.16.1.0/24 192.0.2.1>198.51.100.1 TUNNEL 0xca5f04f1");
        assertThat(InWords.counts(file))
                .containsExactly("peer-198.51.100.1-tunnel-1 192.0.2.1>198.51.100.1 0 bytes in, 9240 out");
        assertThat(file.entries().sightings().bareIkeSas()).isEmpty();
    }
}
