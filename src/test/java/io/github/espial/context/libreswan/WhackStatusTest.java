package io.github.espial.context.libreswan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.PolicyEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

class WhackStatusTest {
    @Test
    void readsTheStatusOfLibreswan() {
        ContextFile file = Reading.wholly("ipsec whack --status", """
                000 using kernel interface: xfrm
                000 \s
                000 Connection list:
                000 \s
                000 "partner/1x1": 10.1.0.0/16===192.0.2.10[@us]---192.0.2.1...198.51.100.20<198.51.100.20>===10.20.0.0/16; erouted; eroute owner: #4
                000 "partner/1x1":     oriented; my_ip=unset; their_ip=unset; my_updown=ipsec _updown;
                000 "partner/1x1":   ike_life: 28800s; ipsec_life: 3600s; replay_window: 32;
                000 "partner/1x1":   policy: IKEv2+PSK+ENCRYPT+TUNNEL+PFS+UP;
                000 "l2tp"[2]: 192.0.2.10<192.0.2.10>:17/1701...203.0.113.30:17/1701; erouted; eroute owner: #6
                000 "l2tp"[2] 203.0.113.30:   policy: PSK+ENCRYPT+PFS;
                000 "vti": 0.0.0.0/0===192.0.2.10...203.0.113.40===0.0.0.0/0; unrouted; eroute owner: #0
                000 "vti":   policy: IKEv2+PSK+ENCRYPT+TUNNEL;
                000 "vti":   nflog-group: unset; mark: 5/0xffffffff; vti-iface:vti01; vti-routing:no;
                000 "lan": 10.1.0.0/16===192.0.2.10...%any===10.1.0.0/16; prospective erouted; eroute owner: #0
                000 "lan":   policy: AUTH_NEVER+PASS;
                000 \s
                000 Total IPsec connections: loaded 4, active 2
                000 #3: "partner/1x1":500 STATE_PARENT_I3 (PARENT SA established); EVENT_SA_REPLACE in 727s;
                000 #4: "partner/1x1" esp.a0dfaa1a@198.51.100.20 esp.b1b1b1b1@192.0.2.10 tun.0@198.51.100.20 tun.0@192.0.2.10 Traffic: ESPin=0B ESPout=84B
                000 #6: "l2tp"[2] 203.0.113.30 esp.c2c2c2c2@203.0.113.30 esp.d3d3d3d3@192.0.2.10 ref=0 refhim=0 Traffic: ESPin=0B
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL 0xa0dfaa1a",
                        "OUT 192.0.2.10/32:1701 203.0.113.30/32:1701 protocol 17 192.0.2.10>203.0.113.30 TRANSPORT"
                                + " 0xc2c2c2c2",
                        "OUT 0.0.0.0/0 0.0.0.0/0 192.0.2.10>203.0.113.40 TUNNEL in vti01 mark 5");
        assertThat(file.entries().policies()).extracting(PolicyEntry::line).containsExactly(5, 9, 11);
    }
}
