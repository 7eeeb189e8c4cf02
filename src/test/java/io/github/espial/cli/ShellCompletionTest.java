package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.cli.Option;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shells themselves say what they would complete. Those that are not on this machine are not asked. */
class ShellCompletionTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        Shares.main(new String[] {folder.toString(), "1.2.3"});
    }

    /** Of each command every option, by a call in which all but the last letters are typed. */
    @Test
    void bashCompletesEveryOption() throws Exception {
        StringBuilder calls = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (Command command : Commands.all()) {
            for (Option option : command.options().getOptions()) {
                String name = "--" + option.getLongOpt();
                calls.append("asked espial ")
                        .append(command.name())
                        .append(" x ")
                        .append(name, 0, name.length() - 1)
                        .append('\n');
                expected.add(name);
            }
        }
        List<String> lines = bash(calls.toString());
        assertThat(lines).hasSameSizeAs(expected);
        for (int line = 0; line < lines.size(); line++) {
            assertThat(lines.get(line).split(" ")).contains(expected.get(line));
        }
    }

    @Test
    void bashCompletesCommandsAndValues() throws Exception {
        assertThat(bash("asked espial an")).containsExactly("analyze");
        assertThat(bash("asked espial analyze --format ''")).containsExactly("text json");
        assertThat(bash("asked espial analyze -f j")).containsExactly("json");
        assertThat(bash("asked espial analyze --color n")).containsExactly("never");
        assertThat(bash("asked espial explain esp-wr")).containsExactly("esp-wrong-next-hop");
        assertThat(bash("asked espial ask win")).containsExactly("windows");
        assertThat(bash("asked espial analyze x --next-hop ''"))
                .as("what only its user knows")
                .allMatch(String::isEmpty);
    }

    @Test
    void bashCompletesFiles() throws Exception {
        Files.writeString(folder.resolve("case with blanks.pcap"), "");
        String name = folder.resolve("case").toString();
        assertThat(bash("asked espial analyze " + name))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(name);
        assertThat(bash("asked espial analyze --keys " + name))
                .first()
                .asString()
                .startsWith(name);
        assertThat(bash("asked espial batch -o " + folder.resolve("sha")))
                .containsExactly(folder.resolve("share").toString());
    }

    @ParameterizedTest
    @EnumSource(
            value = ShellCompletion.class,
            names = {"BASH", "ZSH", "FISH"})
    void shellsTakeTheirScripts(ShellCompletion shell) throws Exception {
        String program = shell.name().toLowerCase(Locale.ROOT);
        assumeTrue(isThere(program), program + " is not on this machine");
        assertThat(run(List.of(program, "-n", folder.resolve(shell.file()).toString())))
                .isEmpty();
    }

    @Test
    void fishCompletesValues() throws Exception {
        assumeTrue(isThere("fish"), "fish is not on this machine");
        String source = "source " + folder.resolve(ShellCompletion.FISH.file()) + "; ";
        assertThat(run(List.of("fish", "-c", source + "complete -C 'espial analyze --format j'")))
                .startsWith("json");
        assertThat(run(List.of("fish", "-c", source + "complete -C 'espial explain esp-wr'")))
                .startsWith("esp-wrong-next-hop");
    }

    /** Where no PowerShell is: each option stands in the table of its command. */
    @Test
    void powerShellKnowsEveryOption() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(ShellCompletion.POWERSHELL.file()));
        for (Command command : Commands.all()) {
            String line = lines.stream()
                    .filter(one -> one.strip().startsWith("'" + command.name() + "' = "))
                    .findFirst()
                    .orElseThrow();
            for (Option option : command.options().getOptions()) {
                assertThat(line).contains("'--" + option.getLongOpt() + "'");
            }
        }
    }

    @Test
    void theManualHoldsEveryCommand() throws Exception {
        Path manual = folder.resolve(ManualPage.FILE);
        assertThat(Files.readString(manual)).contains("espial 1.2.3");
        assumeTrue(isThere("man"), "man is not on this machine");
        String shown = run(List.of("man", "-l", manual.toString())).replace("\u2010", "-");
        for (Command command : Commands.all()) {
            assertThat(shown).contains("espial " + command.name());
            for (String line : command.help().strip().split("\n", -1)) {
                assertThat(shown.replaceAll("\\s+", " ")).contains(line.strip().replaceAll("\\s+", " "));
            }
        }
    }

    private List<String> bash(String calls) throws Exception {
        assumeTrue(isThere("bash"), "bash is not on this machine");
        String script = "source '" + folder.resolve(ShellCompletion.BASH.file()) + "'\n" + """
                asked() {
                    COMP_WORDS=("$@")
                    COMP_CWORD=$(($# - 1))
                    COMPREPLY=()
                    _espial
                    echo "${COMPREPLY[*]}"
                }
                """ + calls;
        return run(List.of("bash", "-c", script)).lines().toList();
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("MANWIDTH", "200");
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return out.lines().collect(Collectors.joining("\n"));
    }
}
