package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest(name = "{0}, a terminal: {1}, colors allowed: {2}")
    @CsvSource({
        "auto, true, true, true",
        "auto, true, false, false",
        "auto, false, true, false",
        "always, false, false, true",
        "never, true, true, false"
    })
    void getsColorsWhereSomebodySeesThem(String color, boolean isTerminal, boolean allowsColor, boolean isColored) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                out,
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                isTerminal,
                isTerminal,
                allowsColor);
        Main.run(List.of("analyze", Run.MISROUTED.toString(), "--color", color), terminal);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.contains("\u001b[")).isEqualTo(isColored);
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(Run.of("analyze", Run.MISROUTED).out());
    }

    @Test
    void getsNoColorsInJson() {
        Run run = Run.of("analyze", Run.MISROUTED, "-f", "json", "--color", "always");
        assertThat(run.out()).startsWith("{").doesNotContain("\u001b");
    }

    @Test
    void getsNoProgressWhileNobodyHasToWait() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Run run = Run.writing(out, true, InputStream.nullInputStream(), "analyze", Run.FIXED, "--color", "never");
        assertThat(run.err()).isEmpty();
    }
}
