package io.github.espial.diagnose.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.espial.diagnose.Check;
import io.github.espial.diagnose.check.Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    private static final Path CAPTURE = Path.of("testdata/misrouted-ikev2/capture.pcap");

    static List<String> ids() {
        return Checks.all().stream().map(Check::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhatAFindingMeansInWholeSentencesWithoutMarks(String id) {
        assertThat(Explanation.of(id).part(Heading.MEANING).passages())
                .isNotEmpty()
                .allSatisfy(passage -> assertThat(passage)
                        .isInstanceOfSatisfying(
                                Passage.Paragraph.class,
                                paragraph -> assertThat(paragraph.text())
                                        .hasSizeGreaterThan(40)
                                        .doesNotContain("#", "`", "\n")
                                        .endsWith(".")));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhereACommandIsToBeTyped(String id) {
        assertThat(of(id, Passage.Commands.class).flatMap(commands -> commands.commands().stream()))
                .allSatisfy(command -> {
                    assertThat(command.where())
                            .matches("(Windows|Linux|FreeBSD|OPNsense|pfSense|IOS|anywhere)\\b.{0,12}");
                    assertThat(command.text()).isNotBlank().doesNotContain("  ");
                });
    }

    @ParameterizedTest
    @MethodSource("ids")
    void showsAFindingByADisplayFilter(String id) {
        assertThat(filters(id)).isNotEmpty();
    }

    @Test
    void hasNoPageOfAnUnknownFinding() {
        assertThatThrownBy(() -> Explanation.of("esp-lost")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesFiltersThatTsharkTakes() throws IOException, InterruptedException {
        assumeThat(isTsharkInstalled()).as("tshark is installed").isTrue();
        List<String> filters =
                ids().stream().flatMap(id -> filters(id).stream()).distinct().toList();
        // One run for all, as it starts slowly; only where that fails, which of them it is.
        String all = filters.stream().map(filter -> "(" + filter + ")").collect(Collectors.joining(" || "));
        List<String> refused = new ArrayList<>();
        if (!takes(all)) {
            for (String filter : filters) {
                if (!takes(filter)) {
                    refused.add(filter);
                }
            }
        }
        assertThat(refused).isEmpty();
        assertThat(takes("esp.no_such_field == 1")).isFalse();
    }

    private static List<String> filters(String id) {
        return of(id, Passage.Filters.class)
                .flatMap(filters -> filters.filters().stream())
                .toList();
    }

    private static <T extends Passage> Stream<T> of(String id, Class<T> kind) {
        return Explanation.of(id).parts().stream()
                .flatMap(part -> part.passages().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    private static boolean isTsharkInstalled() throws InterruptedException {
        try {
            return run("tshark", "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean takes(String filter) throws IOException, InterruptedException {
        return run("tshark", "-n", "-c", "1", "-r", CAPTURE.toString(), "-Y", filter) == 0;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
