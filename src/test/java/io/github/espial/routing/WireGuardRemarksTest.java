package io.github.espial.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** WireGuard on a machine that has IPsec to another peer. */
class WireGuardRemarksTest {
    private static final String TABLE = """
            default via 192.0.2.1 dev ens3 proto dhcp src 192.0.2.33 metric 100
            10.42.2.0/24 dev cni0 proto kernel scope link src 10.42.2.1
            10.100.0.0/24 dev wg0 proto kernel scope link src 10.100.0.3
            192.0.2.0/24 dev ens3 proto kernel scope link src 192.0.2.33 metric 100
            """;

    private static final String POLICY = """
            src 10.42.0.0/16 dst 10.30.0.0/16
            \tdir out priority 379519 ptype main
            \ttmpl src 192.0.2.33 dst 198.51.100.50
            \t\tproto esp spi 0xcabc0001 reqid 4 mode tunnel
            """;

    private static final String WIREGUARD = """
            interface: wg0
              listening port: 51820
              fwmark: 0xca6c

            peer: TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
              endpoint: 203.0.113.200:51820
              allowed ips: 10.100.0.1/32, 10.30.0.0/16
            """;

    private static List<String> remarks(String... texts) {
        return Tables.machine(texts).tunnels().remarks().values().stream()
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void namesANetworkOfIpsecThatIsRoutedIntoIt() {
        assertThat(remarks(TABLE + "10.30.0.0/16 dev wg0 scope link\n", POLICY, WIREGUARD))
                .singleElement()
                .asString()
                .contains(
                        "10.30.0.0/16, behind 198.51.100.50, is routed into wg0, WireGuard to 203.0.113.200",
                        "only what meets the policy of IPsec first is protected");
    }

    @Test
    void namesEspThatIsRoutedIntoIt() {
        assertThat(remarks(TABLE + "198.51.100.0/24 dev wg0 scope link\n", POLICY, WIREGUARD))
                .singleElement()
                .asString()
                .contains("ESP for 198.51.100.50 is routed into wg0", "none of whose peers", "dropped");
    }

    /** As wg-quick does for all traffic: by a rule for what bears no mark of its own. */
    @Test
    void namesEspThatGoesIntoItByTheRuleOfWgQuick() {
        String rules = """
                0:\tfrom all lookup local
                32764:\tfrom all lookup main suppress_prefixlength 0
                32765:\tnot from all fwmark 0xca6c lookup 51820
                32766:\tfrom all lookup main
                """;
        String all = WIREGUARD.replace("10.30.0.0/16", "0.0.0.0/0");
        assertThat(remarks(TABLE + "default dev wg0 table 51820 scope link\n", rules, POLICY, all))
                .anySatisfy(remark -> assertThat(remark)
                        .contains("ESP for 198.51.100.50 is routed into wg0, WireGuard to 203.0.113.200"));
    }

    @Test
    void saysNothingWhereItTakesOtherNetworks() {
        assertThat(remarks(TABLE + "10.31.0.0/16 dev wg0 scope link\n", POLICY, WIREGUARD))
                .isEmpty();
        assertThat(remarks(TABLE, POLICY, WIREGUARD)).isEmpty();
    }

    @Test
    void saysNothingWithoutWireGuard() {
        assertThat(remarks(TABLE + "10.30.0.0/16 dev wg0 scope link\n", POLICY)).isEmpty();
    }

    /** A configuration names no interface; the routes do. */
    @Test
    void bindsAConfigurationByTheRoutes() {
        String conf = """
                [Interface]
                PrivateKey = (removed)
                [Peer]
                AllowedIPs = 10.30.0.0/16
                Endpoint = 203.0.113.200:51820
                """;
        assertThat(remarks(TABLE + "10.30.0.0/16 dev wg0 scope link\n", POLICY, conf))
                .singleElement()
                .asString()
                .contains("into wg0, WireGuard to 203.0.113.200");
    }
}
