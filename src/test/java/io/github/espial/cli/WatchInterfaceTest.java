package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.live.device.Replay;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Captures of the lab pass a pair of interfaces in a network namespace, where the program watches one of them. */
@EnabledOnOs(OS.LINUX)
class WatchInterfaceTest {
    private static final String NAMESPACE = "espial-" + ProcessHandle.current().pid();
    /** Whatever goes wrong, a test does not wait for ever. */
    private static final String LONGEST = "90s";

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeNamespace() throws Exception {
        assumeTrue(
                run("ip", "netns", "add", NAMESPACE), "skipped: needs iproute2 and the privilege to make namespaces");
        assumeTrue(
                run(JavaProcess.command(Main.class.getName(), "watch", "--list").toArray(String[]::new)),
                "skipped: needs libpcap");
        addPair();
    }

    @AfterEach
    void removeNamespace() throws Exception {
        run("ip", "netns", "del", NAMESPACE);
    }

    private static void addPair() throws Exception {
        assertThat(inside("ip", "link", "add", "v0", "type", "veth", "peer", "name", "v1"))
                .isTrue();
        for (String one : List.of("v0", "v1")) {
            // Else the system says something of its own.
            inside("sysctl", "-qw", "net.ipv6.conf." + one + ".disable_ipv6=1");
            assertThat(inside("ip", "link", "set", one, "up")).isTrue();
        }
    }

    private static boolean run(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // No such program.
            return false;
        }
    }

    private static String[] inNamespace(List<String> command) {
        List<String> all = new ArrayList<>(List.of("ip", "netns", "exec", NAMESPACE));
        all.addAll(command);
        return all.toArray(String[]::new);
    }

    private static boolean inside(String... command) throws InterruptedException {
        return run(inNamespace(List.of(command)));
    }

    private static void replay(Path capture, String... bounds) throws InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("v1", capture.toString()));
        arguments.addAll(List.of(bounds));
        assertThat(inside(JavaProcess.command(Replay.class.getName(), arguments.toArray(String[]::new))
                        .toArray(String[]::new)))
                .isTrue();
    }

    /** The program with both of its streams in one. */
    private static Process watch(Object... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("watch", "-i", "v0", "--for", LONGEST));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        return new ProcessBuilder(
                        inNamespace(JavaProcess.command(Main.class.getName(), arguments.toArray(String[]::new))))
                .redirectErrorStream(true)
                .start();
    }

    /** Reads lines until one has {@code part}. */
    private static void await(BufferedReader lines, String part) throws IOException {
        List<String> read = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            read.add(line);
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("no line with \"" + part + "\" in " + read);
    }

    @ParameterizedTest
    @CsvSource({"misrouted-ikev2, misrouted, 1", "fixed-ikev2, healthy, 0"})
    void judgesWhatPasses(String name, String verdict, int status) throws Exception {
        Path record = folder.resolve("case.pcapng");
        Path report = folder.resolve("report.json");
        Process process = watch("-w", record, "-o", report);
        try (BufferedReader lines = process.inputReader()) {
            await(lines, "watching v0");
            replay(Path.of("testdata", name, "capture.pcap"));
            await(lines, " " + verdict + ": ");
            process.destroy();

            assertThat(process.waitFor()).isEqualTo(status);
        } finally {
            process.destroyForcibly();
        }
        JsonNode watched = JSON.readTree(report.toFile());
        JsonNode recorded = Run.of("analyze", record, "-f", "json").json();
        assertThat(watched.get("verdict").asText()).isEqualTo(verdict);
        assertThat(watched.get("findings")).isEqualTo(recorded.get("findings"));
        assertThat(watched.at("/captures/0/frames")).isEqualTo(recorded.at("/captures/0/frames"));
        assertThat(watched.at("/captures/0/interfaces/0/name").asText()).isEqualTo("v0");
    }

    @Test
    void tellsOfARouteThatComesWhileItWatches() throws Exception {
        Path capture = Path.of("testdata/rekey-and-fix/capture.pcap");
        String move = Instant.parse("2026-11-23T09:01:15Z").getEpochSecond() + "000000000";
        Process process = watch();
        try (BufferedReader lines = process.inputReader()) {
            await(lines, "watching v0");
            replay(capture, "0", move);
            await(lines, "ESP for 198.51.100.20 goes to 192.0.2.1");
            replay(capture, move, Long.toString(Long.MAX_VALUE));
            await(lines, "ESP for 198.51.100.20 moved from 192.0.2.1 to 192.0.2.254");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void goesOnWhenAnInterfaceIsBack() throws Exception {
        Process process = watch("--until", "finding");
        try (BufferedReader lines = process.inputReader()) {
            await(lines, "watching v0");
            inside("ip", "link", "del", "v0");
            await(lines, "watching goes on when it is back");
            addPair();
            await(lines, "v0: is back");
            replay(Run.MISROUTED);
            await(lines, " misrouted: ");

            assertThat(process.waitFor()).isEqualTo(ExitStatus.FINDINGS.code());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void hasAnotherProgramCapture() throws Exception {
        assumeTrue(run("dumpcap", "--version"), "skipped: needs dumpcap");
        Process process = watch("--capture-with", "dumpcap", "--until", "finding");
        try (BufferedReader lines = process.inputReader()) {
            // Nobody says when dumpcap itself has begun.
            await(lines, "watching v0");
            while (process.isAlive()) {
                replay(Run.MISROUTED);
            }

            assertThat(process.waitFor()).isEqualTo(ExitStatus.FINDINGS.code());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysInOneLineWhyItCannot() throws Exception {
        Run.of("watch", "-i", "espial-none")
                .assertFailed(ExitStatus.UNREADABLE, "espial-none: there is no such interface (espial watch --list");
        Run.of("watch", "-i", "lo", "--filter", "no such words")
                .assertFailed(ExitStatus.UNREADABLE, "lo: --filter: ", "syntax error");
        List<String> command = JavaProcess.command(Main.class.getName(), "watch", "-i", "lo");
        command.add(1, "-Dorg.pcap4j.core.pcapLibName=nothing");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).startsWith("espial: libpcap is missing: install it");
            assertThat(lines.readLine()).isNull();
        }
        assertThat(process.waitFor()).isEqualTo(ExitStatus.UNREADABLE.code());
    }
}
