package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                allowsColor,
                100);
        Main.run(List.of("analyze", Run.MISROUTED.toString(), "--color", color), terminal);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text.contains("\u001b[")).isEqualTo(isColored);
        String all = Run.of("analyze", Run.MISROUTED).out();
        String answer = all.substring(0, all.indexOf("\n\n") + 1);
        assertThat(text.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(isTerminal ? answer : all);
    }

    @Test
    void showsTheAnswerLastBelowDetails() {
        String all = Run.of("analyze", Run.MISROUTED).out();
        String answer = all.substring(0, all.indexOf("\n\n") + 1);
        String shown = onTerminal("analyze", Run.MISROUTED, "--details");
        assertThat(shown).isEqualTo(all.substring(answer.length()) + "\n" + answer);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void answersInTwelveLines(Path capture) {
        assertThat(onTerminal(capture).lines()).hasSizeBetween(1, 12);
    }

    /** As wide as a terminal that nobody made wider; commands of a short name fit too. */
    @Test
    void fitsEightyColumns() {
        assertThat(onTerminalOf(80, "testdata/nat-t/capture.pcap").lines())
                .hasSizeLessThanOrEqualTo(12)
                .allMatch(line -> line.length() <= 80);
    }

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"), 2)) {
            return files.filter(file -> file.toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    private static String onTerminal(Object... arguments) {
        return onTerminalOf(100, arguments);
    }

    private static String onTerminalOf(int columns, Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> all =
                new ArrayList<>(Stream.of(arguments).map(Object::toString).toList());
        all.addAll(List.of("--color", "never"));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Main.run(all, new Terminal(InputStream.nullInputStream(), out, nowhere, true, true, true, columns));
        return out.toString(StandardCharsets.UTF_8);
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
