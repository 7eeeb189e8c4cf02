package io.github.espial.diagnose.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.espial.diagnose.Check;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
    private static final Path CAPTURE = Path.of("testdata/misrouted-ikev2/capture.pcap");

    /** How an indented line begins that is to be typed on a machine, not into Wireshark. */
    private static final Pattern COMMAND =
            Pattern.compile("(Windows|Linux|FreeBSD|OPNsense|pfSense|capinfos |editcap |tshark | ).*");

    static List<String> ids() {
        return Checks.all().stream().map(Check::id).toList();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void saysWhatAFindingMeansWithoutMarkup(String id) {
        assertThat(Explanation.meaning(id))
                .isNotEmpty()
                .allMatch(paragraph -> paragraph.length() > 40)
                .noneMatch(paragraph -> paragraph.contains("#") || paragraph.contains("\n"))
                .last()
                .asString()
                .endsWith(".");
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

    /** The display filters on a page: what is indented under its heading and no command. */
    private static List<String> filters(String id) {
        String page = Explanation.of(id);
        int start = page.indexOf("## How to confirm it");
        return page.substring(start, page.indexOf("\n## ", start))
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(line -> line.substring(4))
                .filter(line -> !COMMAND.matcher(line).matches())
                .toList();
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
