package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text that looks like a table and is none: taking it for one would be worse than leaving it alone. */
class NearMissesTest {
    static Stream<String> texts() {
        return Stream.of("""
                Nov 23 09:14:28 srv sshd[4242]: Accepted publickey for root from 192.0.2.10 port 50000 ssh2
                Nov 23 09:14:29 srv kernel: eth0: Link is Up - 1Gbps/Full - flow control rx/tx
                Nov 23 09:14:30 srv dhclient[7]: bound to 192.0.2.10 -- renewal in 1500 seconds.
                192.0.2.50 - - [23/Nov/2026:09:14:28 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8"
                2026-11-23T09:14:28Z 192.0.2.1 dev gateway restarted
                """, """
                Received: from mail.example (mail.example [198.51.100.7])
                	by mx.example (Postfix) with ESMTPS id 4D5B21A7 for <support@example>
                	Mon, 23 Nov 2026 09:14:28 +0000 (UTC)
                From: customer@example
                Subject: default route via 192.0.2.1 is wrong
                Received: by 192.0.2.1 via proxy; Mon, 23 Nov 2026
                default gateway is 192.0.2.1
                default via the router
                10.20.0.0/16 via the partner
                192.0.2.1 dev server is down
                The route 10.20.0.0/16 via 192.0.2.254 is missing.
                """, """
                # Set-up of the tunnel

                Add the route with `ip route add 10.20.0.0/16 via 192.0.2.254` or, on Windows,
                `route add 10.20.0.0 mask 255.255.0.0 192.0.2.254`.

                | network | router | remark |
                |---|---|---|
                | 10.20.0.0/16 | 192.0.2.254 | the partner |
                | default | 192.0.2.1 | the Internet |
                S: 10.20.0.0/16, via 192.0.2.254
                C - connected, S - static
                """, """
                09:14:28.123456 IP 192.0.2.10 > 198.51.100.20: ESP(spi=0xc598eb56,seq=0x1), length 104
                09:14:28.123999 00:0c:29:5e:10:0a > 00:1b:21:aa:00:01, ethertype IPv4 (0x0800), length 138: 192.0.2.10 > 198.51.100.20: ESP
                09:14:28.124000 ARP, Request who-has 192.0.2.1 tell 192.0.2.10, length 28
                09:14:28.124500 ARP, Reply 192.0.2.1 is-at 00:1b:21:aa:00:01, length 46
                1 0.000000 192.0.2.10 → 198.51.100.20 ESP 138 ESP (SPI=0xc598eb56)
                0000  00 1b 21 aa 00 01 00 0c  29 5e 10 0a 08 00 45 00   ..!.....)^....E.
                """, """
                "No.","Time","Source","Destination","Protocol","Length","Info"
                "1","0.000000","192.0.2.10","198.51.100.20","ESP","138","ESP (SPI=0xc598eb56)"
                IP,MAC,Manufacturer,Interface,Interface name,Hostname
                192.0.2.1,00:1b:21:aa:00:01,Intel Corporate,igb0,WAN,
                10.1.0.0/16;10.20.0.0/16;out;ESP
                ipv4,default,192.0.2.1,UGS,7,1500,vtnet0
                """, """
                traceroute to 198.51.100.20 (198.51.100.20), 30 hops max, 60 byte packets
                 1  192.0.2.1 (192.0.2.1)  0.412 ms  0.398 ms  0.391 ms
                 2  203.0.113.1 (203.0.113.1)  4.412 ms * 4.391 ms
                PING 10.20.1.5 (10.20.1.5) 56(84) bytes of data.
                64 bytes from 10.20.1.5: icmp_seq=1 ttl=62 time=1.23 ms
                1  192.0.2.1  0.412 ms
                """, """
                interface: eth0
                Destination Gateway Flags are columns of a table.
                Name Gateway RTT Loss Status
                connections: 12
                conn: the name of a connection
                Connections:

                Status of IKE is good.
                Security Associations are up.
                src 10.1.0.0/16 dst 10.20.0.0/16
                eth0 UP
                Interface IP-Address
                route to: 10.20.1.5
                """, """
                <?xml version="1.0"?>
                <catalog>
                  <route>
                    <network>10.20.0.0/16</network>
                  </route>
                  <phase1>
                    <title>design</title>
                  </phase1>
                </catalog>
                <!DOCTYPE html>
                <html><head><title>Some page</title></head></html>
                """, """
                {"dst":"10.20.0.0/16","gateway":"192.0.2.254"}
                ["default", "192.0.2.1"]
                [1, 2, 3]
                [ERROR] gateway 192.0.2.1 not reachable
                """, """
                tcp        0      0 192.0.2.10:22           198.51.100.7:50000      ESTABLISHED
                udp        0      0 0.0.0.0:500             0.0.0.0:*
                Proto Recv-Q Send-Q Local Address           Foreign Address         State
                ESP 192.0.2.10 198.51.100.20 Outbound
                nameserver 192.0.2.53
                192.0.2.10 srv.example srv
                """);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesNothingFromOtherText(String text) {
        ContextFile file = Reading.of(text);
        assertThat(file.outputs()).isEmpty();
        assertThat(file.entries().routes()).isEmpty();
        assertThat(file.entries().neighbors()).isEmpty();
        assertThat(file.entries().interfaces()).isEmpty();
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.entries().rules()).isEmpty();
    }
}
