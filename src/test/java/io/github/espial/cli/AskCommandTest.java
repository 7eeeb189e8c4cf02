package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.Platform;
import io.github.espial.diagnose.ask.Questionnaire;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AskCommandTest {
    /** What would change a machine, or show what nobody may see. */
    private static final Pattern HARM = Pattern.compile(
            "\\b(?:add|delete|del|flush|set|clear|reset|reboot|restart|xfrm state(?! list nokeys)|setkey -D(?!P)|showkey|phase1|ipsec\\.secrets)\\b");

    static List<String> names() {
        return Questionnaire.names();
    }

    private static List<String> commands(String text) {
        return text.lines().filter(line -> !line.matches("[#!] .*")).toList();
    }

    @Test
    void listsThePlatforms() {
        Run run = Run.of("ask");
        assertThat(run.out().lines()).containsExactlyElementsOf(names());
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void asksForRoutesAndTunnelsAndHarmsNothing(String name) {
        Run run = Run.of("ask", name);
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out()).contains(" routes: ", " tunnels: ").endsWith("\n");
        assertThat(commands(run.out()))
                .isNotEmpty()
                .allSatisfy(command ->
                        assertThat(HARM.matcher(command).find()).as(command).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"FortiGate, fortios", "mikrotik, routeros", "pfsense, freebsd", "mwan3, openwrt", "ASA, cisco"})
    void knowsWhatPeopleCallThem(String called, String name) {
        assertThat(Run.of("ask", called).out()).isEqualTo(Run.of("ask", name).out());
    }

    @Test
    void namesThePlatformsWhereOneIsUnknown() {
        Run.of("ask", "linus").assertFailed(ExitStatus.USAGE, "no platform \"linus\"", "linux");
        Run.of("ask", "linux", "windows").assertFailed(ExitStatus.USAGE, "one platform");
    }

    @Test
    void hasQuestionsForEveryPlatformThatWordsAreReadOf() {
        assertThat(Platform.values())
                .filteredOn(platform -> platform != Platform.ANY)
                .allSatisfy(platform -> assertThat(Questionnaire.of(platform)).isPresent());
    }

    @Test
    void undeterminedNamesTheCommandsThatWouldDecide() throws Exception {
        Path words = Files.createTempFile("words", ".txt");
        Files.writeString(words, """
                default via 192.0.2.1 dev eth0
                192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.10
                """);
        assertThat(Run.of("analyze", words).out().replaceAll("\\s+", " "))
                .contains("which networks lie behind which peer: run ip xfrm policy; swanctl --list-sas;");
        Files.delete(words);
    }
}
