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
    void takesOneFindingAndNoOption() {
        Run.of("explain", "esp-one-way", "nat-traversal").assertFailed(ExitStatus.USAGE, "one finding, not 2");
        Run.of("explain", "--all").assertFailed(ExitStatus.USAGE, "unknown option --all");
    }
}
