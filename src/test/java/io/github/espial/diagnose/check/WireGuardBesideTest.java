package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Verdict;
import org.junit.jupiter.api.Test;

/** What the headline says of a network of IPsec on a machine that has WireGuard, too. */
class WireGuardBesideTest {
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

            peer: TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=
              endpoint: 203.0.113.200:51820
              allowed ips: 10.100.0.1/32, 10.30.0.0/16
            """;

    private static Predicted predicted(String... texts) {
        return Worded.report(texts).judgment().predicted().orElseThrow();
    }

    @Test
    void saysThatTheNetworkIsRoutedIntoWireGuard() {
        Predicted said = predicted(TABLE + "10.30.0.0/16 dev wg0 scope link\n", POLICY, WIREGUARD);
        assertThat(said.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(said.sentence())
                .startsWith("10.30.0.0/16, behind 198.51.100.50, is routed into wg0, WireGuard to 203.0.113.200")
                .endsWith("only what meets the policy of IPsec first is protected");
    }

    /** The same of a part that has a route of its own. */
    @Test
    void namesThePartThatIsRoutedIntoWireGuard() {
        Predicted said = predicted(TABLE + "10.30.7.0/24 dev wg0 scope link\n", POLICY, WIREGUARD);
        assertThat(said.sentence()).startsWith("10.30.7.0/24, behind 198.51.100.50, is routed into wg0");
    }

    /** A near miss: another interface, of which nothing says that it is WireGuard's. */
    @Test
    void saysThatItDependsWhereTheInterfaceIsAnother() {
        Predicted said = predicted(TABLE + "10.30.0.0/16 dev tun0 scope link\n", POLICY, WIREGUARD);
        assertThat(said.sentence()).startsWith("it depends on when the route is looked up: for 10.30.0.0/16");
    }

    @Test
    void saysNothingOfWireGuardWhereTheNetworkIsNotRoutedIntoIt() {
        assertThat(predicted(TABLE, POLICY, WIREGUARD).verdict()).isEqualTo(Verdict.HEALTHY);
    }
}
