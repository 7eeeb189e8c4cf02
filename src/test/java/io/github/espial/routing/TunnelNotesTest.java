package io.github.espial.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TunnelNotesTest {
    private static final String UP = """
            a: #3, ESTABLISHED, IKEv2, 284775c3b66933ea_i* f43c416009391d07_r
              local  '192.0.2.2' @ 192.0.2.2[500]
              remote '203.0.113.2' @ 203.0.113.2[500]
              established 25s ago, rekeying in 3570s
              a: #4, reqid 1, INSTALLED, TRANSPORT, ESP:AES_CBC-256/HMAC_SHA1_96
                in  c71577cb,   1932 bytes,    21 packets,     0s ago
                out cad4a83f,   2024 bytes,    22 packets,     0s ago
                local  192.0.2.2/32[gre]
                remote 203.0.113.2/32[gre]
            """;

    private static final String BARE = """
            b: #2, ESTABLISHED, IKEv2, d75034e2ff333694_i* 0f9fac76d6926722_r
              local  '192.0.2.2' @ 192.0.2.2[500]
              remote '198.51.100.2' @ 198.51.100.2[500]
              established 133s ago, rekeying in 3419s
            """;

    private static final String TRAP = """
            src 192.0.2.2/32 dst 198.51.100.2/32 proto gre
            \tdir out priority 366911 ptype main
            \ttmpl src 192.0.2.2 dst 198.51.100.2
            \t\tproto esp reqid 2 mode transport
            """;

    private static List<String> remarks(String... texts) {
        return Tables.machine(texts).tunnels().remarks().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> notes(String... texts) {
        return Tables.machine(texts).tunnels().notes().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void anIkeSaWithoutAnSaForPacketsIsNamed() {
        assertThat(remarks(UP + BARE)).singleElement().asString().contains("198.51.100.2", "GRE", "in the clear");
        assertThat(notes(UP)).singleElement().asString().contains("GRE is protected in transport mode");
    }

    @Test
    void nothingIsSaidWhereAPolicyHoldsThePackets() {
        assertThat(remarks(UP + BARE, TRAP)).isEmpty();
    }

    @Test
    void nothingIsSaidOfASecondIkeSaToAPeerThatHasAnSa() {
        assertThat(remarks(UP + BARE.replace("198.51.100.2", "203.0.113.2"))).isEmpty();
    }

    @Test
    void nothingIsSaidOfAPartThatWasPastedWithoutItsEnd() {
        String cut = BARE.substring(0, BARE.indexOf("  established"));
        assertThat(remarks(UP + cut)).isEmpty();
    }

    @Test
    void nothingIsSaidOfAnIkeSaThatIsBegunOnly() {
        assertThat(remarks(UP + BARE.replace("ESTABLISHED", "CONNECTING"))).isEmpty();
    }

    @Test
    void statusallShowsTheSame() {
        String bare = """
                Security Associations (2 up, 0 connecting):
                a[1]: ESTABLISHED 2 minutes ago, 192.0.2.2[192.0.2.2]...203.0.113.2[203.0.113.2]
                a{1}:  INSTALLED, TUNNEL, reqid 1, ESP SPIs: c5a1b2c3_i 7d3f01aa_o
                a{1}:   10.1.0.0/16 === 10.2.0.0/16
                b[2]: ESTABLISHED 3 minutes ago, 192.0.2.2[192.0.2.2]...198.51.100.2[198.51.100.2]
                b[2]: IKEv2 SPIs: 284775c3b66933ea_i* f43c416009391d07_r
                """;
        assertThat(remarks(bare)).singleElement().asString().contains("IKE with 198.51.100.2 stands without");
        String both = bare + """
                b{2}:  INSTALLED, TUNNEL, reqid 2, ESP SPIs: c5a1b2c4_i 7d3f01ab_o
                b{2}:   10.1.0.0/16 === 10.3.0.0/16
                """;
        assertThat(remarks(both)).isEmpty();
    }

    @Test
    void aDeviceIsNarrowOnlyIfItTakesLessThanTheLink() {
        String device = """
                7: vti01@NONE: <POINTOPOINT,NOARP,UP,LOWER_UP> mtu 1400 qdisc noqueue state UNKNOWN mode DEFAULT group default
                    link/ipip 192.0.2.10 peer 198.51.100.20 promiscuity 0
                    vti remote 198.51.100.20 local 192.0.2.10 ikey 0.0.0.5 okey 0.0.0.5
                src 10.1.0.0/16 dst 10.20.0.0/16
                \tdir out priority 383615 ptype main
                \tmark 0x5/0xffffffff
                \ttmpl src 192.0.2.10 dst 198.51.100.20
                \t\tproto esp reqid 1 mode tunnel
                """;
        assertThat(notes(device)).singleElement().asString().contains("vti01", "1400");
        assertThat(notes(device.replace("mtu 1400", "mtu 1500"))).isEmpty();
    }

    @Test
    void aMarkThatNothingSetsLeavesItOpen() {
        String policy = """
                default via 192.0.2.1 dev eth0
                src 10.1.0.0/16 dst 10.20.0.0/16
                \tdir out priority 383615 ptype main
                \tmark 0x5/0xffffffff
                \ttmpl src 192.0.2.10 dst 198.51.100.20
                \t\tproto esp reqid 1 mode tunnel
                """;
        assertThat(Tables.machine(policy).tunnels().networks())
                .singleElement()
                .satisfies(network -> assertThat(network.wanted()).contains("mark 0x5"));
        assertThat(Tables.machine(policy.replace("\tmark 0x5/0xffffffff\n", ""))
                        .tunnels()
                        .networks())
                .singleElement()
                .satisfies(network -> assertThat(network.wanted()).isEmpty());
        assertThat(Tables.machine(policy.replace("0x5/0xffffffff", "0/0"))
                        .tunnels()
                        .networks())
                .singleElement()
                .satisfies(network -> assertThat(network.wanted()).isEmpty());
    }
}
