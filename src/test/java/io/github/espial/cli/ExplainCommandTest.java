package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
    static List<String> ids() {
        return Checks.all().stream().map(Check::id).toList();
    }

    @Test
    void listsEveryFindingOnALine() {
        Run run = Run.of("explain");
        assertThat(run.out().lines().map(line -> line.split(" +", 2)[0])).containsExactlyElementsOf(ids());
        assertThat(run.out().lines()).allMatch(line -> line.matches("[a-z0-9-]+ +\\S.*[^.]"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void printsThePageOfAFinding(String id) {
        Run run = Run.of("explain", id);
        assertThat(run.out())
                .startsWith(id + ": ")
                .containsSubsequence(
                        "\nWhat it means\n",
                        "\nWhy it happens\n",
                        "\nHow to confirm it\n",
                        "\nHow to fix it\n",
                        "\nWhen it is wrong\n",
                        "\nSources\n")
                .endsWith("\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void namesAllFindingsWhereOneIsUnknown() {
        Run.of("explain", "esp-lost")
                .assertFailed(ExitStatus.USAGE, "no finding \"esp-lost\"", "esp-wrong-next-hop", "no-link-addresses");
        Run.of("explain", "../check/Checks").assertFailed(ExitStatus.USAGE, "no finding");
        Run.of("explain", "").assertFailed(ExitStatus.USAGE, "no finding \"\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            esp-wrong-nexthop,   esp-wrong-next-hop
            esp-wrong_next_hop,  esp-wrong-next-hop
            ESP-One-Way,         esp-one-way
            esp-lost,            esp-loss
            nat-traversl,        nat-traversal
            ike-no-answers,      ike-no-answer
            """)
    void suggestsTheClosestFinding(String typed, String meant) {
        Run.of("explain", typed)
                .assertFailed(ExitStatus.USAGE, "no finding \"" + typed + "\": did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "esp", "verdict", "a-name-of-nothing-at-all", "wwwwwwwwwwwwwwwwww"})
    void suggestsNothingWhereNoneIsClose(String typed) {
        Run run = Run.of("explain", typed);
        run.assertFailed(ExitStatus.USAGE, "no finding \"" + typed + "\". There are ");
        assertThat(run.err()).doesNotContain("did you mean");
    }

    @Test
    void hasTheAddressesOfTheCase() {
        Run run = Run.of("explain", "esp-wrong-next-hop", "testdata/two-nics/both.pcapng");
        assertThat(run.out())
                .contains(
                        "(esp || ah || udpencap) && ip.dst == 198.51.100.20 && eth.dst == 00:1b:21:aa:00:01",
                        "ip route add 198.51.100.20/32 via 100.64.20.254",
                        "route -p add INNER-NETWORK mask INNER-MASK 100.64.20.254",
                        "ip route get INNER-HOST")
                .doesNotContain("192.0.2.254", "10.20.0.0", "10.20.1.5");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    /** By the routing table of the case, whose networks are known. */
    @Test
    void hasTheNetworksOfTheCase() {
        assertThat(Run.of("explain", "esp-wrong-next-hop", "testdata/misrouted-ikev2")
                        .out())
                .contains("route -p add 10.20.0.0 mask 255.255.0.0 192.0.2.254");
    }

    @Test
    void saysWhoseAddressesItHasWhereTheCaseHasNoSuchFinding() {
        Run run = Run.of("explain", "path-mtu", Run.MISROUTED);
        assertThat(run.out()).isEqualTo(Run.of("explain", "path-mtu").out());
        assertThat(run.err()).contains("no finding path-mtu", "those of the laboratory");
    }

    /** Whatever the page and the case: no address of the laboratory is left that the case does not have. */
    @ParameterizedTest
    @ValueSource(
            strings = {"esp-wrong-next-hop", "esp-one-way", "ike-without-esp", "gateway-redirected", "gateway-rejected"
            })
    void leavesNoAddressOfTheLaboratory(String id) {
        Run run = Run.of("explain", id, "testdata/two-nics/eth2.pcap");
        Run own = Run.of("explain", id, "testdata/two-nics/both.pcapng");
        for (Run each : List.of(run, own)) {
            if (!each.err().contains("laboratory")) {
                assertThat(each.out()).doesNotContain("192.0.2.254", "10.20.");
            }
        }
    }

    @Test
    void takesOneFindingAndNoOption() {
        Run.of("explain", "esp-one-way", "nat-traversal")
                .assertFailed(ExitStatus.UNREADABLE, "nat-traversal: no such file");
        Run.of("explain", "--all").assertFailed(ExitStatus.USAGE, "unknown option --all");
    }
}
