package io.github.espial.context.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;

/** By the manual pages wg(8) and wg-quick(8). */
class WireGuardOutputsTest {
    private static final String SHOW = """
            interface: wg0
              public key: xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
              private key: (hidden)
              listening port: 51820
              fwmark: 0xca6c

            peer: TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
              endpoint: 203.0.113.200:51820
              allowed ips: 10.100.0.1/32, 10.30.0.0/16
              latest handshake: 31 seconds ago
              transfer: 1.22 GiB received, 3.11 GiB sent

            peer: xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dh=
              allowed ips: (none)

            interface: wg1
              listening port: 51821

            peer: gN65BkIKy1eCE9pP1wdc8ROUtkHLF2PfAqYdyYBz6EA=
              endpoint: [2001:db8::5]:1234
              allowed ips: fd00:9::/32
            """;

    private static List<String> peers(ContextFile file) {
        return file.entries().sightings().wireGuardPeers().stream()
                .map(peer -> peer.device().orElse("?") + " "
                        + peer.endpoint().map(Object::toString).orElse("?") + " " + peer.allowed())
                .toList();
    }

    @Test
    void readsInterfacesAndTheirPeers() {
        ContextFile file = Reading.wholly("wg show", SHOW);
        assertThat(peers(file))
                .containsExactly(
                        "wg0 203.0.113.200 [10.100.0.1/32, 10.30.0.0/16]", "wg0 ? []", "wg1 2001:db8::5 [fd00:9::/32]");
        assertThat(file.entries().interfaces())
                .allSatisfy(
                        card -> assertThat(card.tunnel().orElseThrow().kind()).isEqualTo("wireguard"))
                .map(card -> card.name())
                .containsExactly("wg0", "wg1");
    }

    @Test
    void readsAllowedIpsOfAllInterfacesAndOfOne() {
        assertThat(peers(Reading.wholly("wg show allowed-ips", """
                        wg0\tTrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=\t10.100.0.1/32 10.30.0.0/16
                        wg1\tgN65BkIKy1eCE9pP1wdc8ROUtkHLF2PfAqYdyYBz6EA=\tfd00:9::/32
                        """)))
                .containsExactly("wg0 ? [10.100.0.1/32, 10.30.0.0/16]", "wg1 ? [fd00:9::/32]");
        assertThat(peers(Reading.wholly(
                        "wg show allowed-ips", "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=\t10.30.0.0/16\n")))
                .containsExactly("? ? [10.30.0.0/16]");
    }

    @Test
    void readsAConfigurationWithoutItsKeys() {
        ContextFile file = Reading.wholly("wg.conf", """
                [Interface]
                # office
                PrivateKey = yAnz5TF+lXXJte14tji3zlMNq+hd2rYUIgJBgB3fBmk=
                Address = 10.100.0.3/24, fd00:100::3/64
                ListenPort = 51820

                [Peer]
                PublicKey = xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=
                AllowedIPs = 10.100.0.1/32
                AllowedIPs = 10.30.0.0/16
                Endpoint = 203.0.113.200:51820
                [Peer]
                PublicKey = gN65BkIKy1eCE9pP1wdc8ROUtkHLF2PfAqYdyYBz6EA=
                Endpoint = vpn.example.org:51820
                AllowedIPs = 0.0.0.0/0
                """);
        assertThat(peers(file)).containsExactly("? 203.0.113.200 [10.100.0.1/32, 10.30.0.0/16]", "? ? [0.0.0.0/0]");
        assertThat(file.entries().sightings().ownAddresses())
                .map(Object::toString)
                .containsExactly("10.100.0.3", "fd00:100::3");
        assertThat(file.toString()).doesNotContain("yAnz5TF");
    }

    /** systemd-networkd and others have sections of such names too. */
    @Test
    void takesNoOtherConfigurationForItsOwn() {
        assertThat(Reading.of("[Interface]\nName=eth0\n").isRecognised()).isFalse();
        assertThat(Reading.of("interface: GigabitEthernet0/0\n    Crypto map tag: x\n")
                        .isRecognised())
                .isFalse();
    }
}
