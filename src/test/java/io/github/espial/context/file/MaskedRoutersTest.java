package io.github.espial.context.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.RouteEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was made unreadable before a file was shared is named, and nothing is concluded from it. */
class MaskedRoutersTest {
    private static final String TABLE = """
            Active Routes:
            Network Destination        Netmask          Gateway       Interface  Metric
                      0.0.0.0          0.0.0.0     172.21.7.254      172.21.7.33     16
                192.168.140.0    255.255.255.0     %s      172.21.7.33     16
                   172.21.7.0    255.255.255.0          On-link       172.21.7.33    271
            """;

    @ParameterizedTest
    @ValueSource(strings = {"172.21.7.xxx", "172.21.X.X", "x.x.x.x", "172.21.7.**"})
    void leavesOpenWhereRoutesWithMaskedRoutersLead(String router) {
        ContextFile file = Reading.of(TABLE.formatted(router));
        assertThat(file.entries().routes())
                .extracting(route -> route.destination() + " " + kind(route.target()))
                .containsExactly("0.0.0.0/0 Gateway", "192.168.140.0/24 Masked", "172.21.7.0/24 OnLink");
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(4);
        assertThat(file.problems().get(0).text()).startsWith("an address is masked here: what it stands for");
    }

    /** Lines are left out on the way to the parser: the number of each has to stay that of the file. */
    @Test
    void leavesThemOpenInATableWithABlankLineAfterEach() {
        ContextFile file = Reading.of(TABLE.formatted("172.21.7.xxx").replace("\n", "\n\n"));
        assertThat(file.entries().routes())
                .extracting(route -> route.line() + " " + kind(route.target()))
                .containsExactly("5 Gateway", "7 Masked", "9 OnLink");
        assertThat(file.problems()).extracting(ContextProblem::line).containsExactly(7);
    }

    @Test
    void numbersNeighborsByTheFile() {
        ContextFile file = Reading.of("""
                $ arp -an

                ? (192.0.2.1) at 00:1b:21:aa:00:01 on em0 expires in 1190 seconds [ethernet]

                ? (192.0.2.254) at 00:1b:21:bb:00:fe on em0 expires in 1180 seconds [ethernet]

                """);
        assertThat(file.entries().neighbors())
                .extracting(neighbor -> neighbor.line() + " " + neighbor.address())
                .containsExactly("3 192.0.2.1", "5 192.0.2.254");
    }

    @Test
    void takesWordsForUnmaskedThatOnlyLookLikeIt() {
        ContextFile file = Reading.of("""
                root@srv:~# ip route
                default via 172.21.7.254 dev eth0 proto static metric 0x10
                10.1.0.0/16 dev xx.x.12 proto kernel scope link src 10.1.0.1
                """);
        assertThat(file.problems()).isEmpty();
        assertThat(file.entries().routes())
                .extracting(route -> kind(route.target()))
                .containsExactly("Gateway", "OnLink");
    }

    @Test
    void namesTheFirstLinesOfMany() {
        ContextFile file = Reading.of("route to x.x.x.x\n".repeat(20));
        assertThat(file.problems()).hasSize(1);
        assertThat(file.problems().get(0).text())
                .startsWith("an address is masked here, and in line 2, 3, 4, 5, 6, 7, 8 and 12 more: ");
    }

    private static String kind(RouteEntry.Target target) {
        return target.getClass().getSimpleName();
    }
}
