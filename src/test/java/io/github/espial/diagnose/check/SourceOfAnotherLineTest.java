package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Predicted;
import io.github.espial.diagnose.Verdict;
import org.junit.jupiter.api.Test;

/** Two lines, and a tunnel whose end is on the second, while the default route is by the first. */
class SourceOfAnotherLineTest {
    private static final String TABLE = """
            default via 192.0.2.1 dev eth0 proto static
            10.5.0.0/16 dev eth2 proto kernel scope link src 10.5.0.1
            192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
            203.0.113.0/28 dev eth1 proto kernel scope link src 203.0.113.10
            """;

    private static final String RULES = """
            0:\tfrom all lookup local
            32766:\tfrom all lookup main
            32767:\tfrom all lookup default
            """;

    private static final String POLICY = """
            src 10.5.0.0/16 dst 10.99.0.0/16
            \tdir out priority 371327 ptype main
            \ttmpl src 203.0.113.10 dst 198.51.100.77
            \t\tproto esp reqid 1 mode tunnel
            """;

    private static Predicted predicted(String... files) {
        return Worded.report(files).judgment().predicted().orElseThrow();
    }

    @Test
    void routesThatAgreeOnTheWrongLineAreNotHealthy() {
        Predicted predicted = predicted(TABLE, RULES, POLICY);
        assertThat(predicted.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(predicted.sentence()).contains("by 192.0.2.1 on eth0", "eth1, 203.0.113.10", "the wrong line");
    }

    @Test
    void aRuleForTheSourceTakesItToItsOwnLine() {
        String rules = RULES.replace("32766:", "100:\tfrom 203.0.113.10 lookup 100\n32766:");
        Predicted predicted = predicted(TABLE + "default via 203.0.113.1 dev eth1 table 100\n", rules, POLICY);
        assertThat(predicted.sentence()).doesNotContain("the wrong line");
    }

    @Test
    void aTunnelFromTheLineOfTheDefaultRouteIsHealthy() {
        assertThat(predicted(TABLE, RULES, POLICY.replace("203.0.113.10", "192.0.2.10"))
                        .verdict())
                .isEqualTo(Verdict.HEALTHY);
    }

    /** An address of a loopback interface, or one that is given alone, is of no line. */
    @Test
    void anAddressOfNoCardIsOfNoLine() {
        assertThat(predicted(TABLE.replace("dev eth1", "dev dummy0"), RULES, POLICY)
                        .verdict())
                .isEqualTo(Verdict.HEALTHY);
        assertThat(predicted(TABLE.replace("203.0.113.0/28", "203.0.113.10"), RULES, POLICY)
                        .verdict())
                .isEqualTo(Verdict.HEALTHY);
    }

    /** Two cards of one network: the router is on the link of either. */
    @Test
    void aRouterOnTheSourcesOwnLinkIsOfItsLine() {
        String both = TABLE.replace("203.0.113.0/28", "192.0.2.0/25").replace("203.0.113.10", "192.0.2.11");
        assertThat(predicted(both, RULES, POLICY.replace("203.0.113.10", "192.0.2.11"))
                        .verdict())
                .isEqualTo(Verdict.HEALTHY);
    }
}
