package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WatchCommandTest {
    private static final Path MENDED = Path.of("testdata/rekey-and-fix/capture.pcap");
    private static final Path ROUTES = Path.of("testdata/misrouted-ikev2/ip-route.txt");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private static Run watch(Path capture, Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("watch", "-"));
        arguments.addAll(List.of(options));
        return Run.reading(Files.readAllBytes(capture), arguments.toArray());
    }

    @Test
    void printsALineForEverythingThatComesAbout() throws IOException {
        Run run = watch(Run.MISROUTED);

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out().lines())
                .allMatch(line -> line.matches("\\d\\d:\\d\\d:\\d\\d .*"))
                .anyMatch(line -> line.endsWith(" ESP for 198.51.100.20 goes to 192.0.2.1"))
                .anyMatch(line -> line.contains(" misrouted: ESP for 198.51.100.20 leaves for the default gateway"));
    }

    @Test
    void printsLinesOfJson() throws IOException {
        Run run = watch(Run.MISROUTED, "-f", "json");

        List<JsonNode> lines = new ArrayList<>();
        for (String line : run.out().lines().toList()) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.get("schema").asText()).isEqualTo("espial/watch/1");
            assertThat(line.get("verdict").asText()).isEqualTo("misrouted");
        });
        JsonNode end = lines.get(lines.size() - 1);
        assertThat(end.get("event").asText()).isEqualTo("ended");
        assertThat(end.get("frames"))
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json").json().at("/captures/0/frames"));
        assertThat(end.at("/peers/0/nextHops/0/address").asText()).isEqualTo("192.0.2.1");
        assertThat(end.at("/peers/0/nextHops/0/routing").asText()).isEqualTo("wrong");
    }

    /** It does not grow any more: the watching ends once what is there is judged. */
    @Test
    void followsAFile() {
        Run run = Run.of("watch", Run.MISROUTED, "--until", "finding");

        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).contains(" misrouted: ");
    }

    @Test
    void leavesACaptureAndReportsBehind() throws IOException {
        Path record = folder.resolve("case.pcapng");
        Path report = folder.resolve("report.json");

        Run run = watch(Run.MISROUTED, "-q", "-w", record, "-o", report, "-o", folder.resolve("report.html"));

        assertThat(run).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
        JsonNode watched = JSON.readTree(report.toFile());
        Run analyzed = Run.of("analyze", record, "-f", "json");
        JsonNode recorded = analyzed.json();
        assertThat(Estimates.findings(Files.readString(report))).isEqualTo(Estimates.findings(analyzed.out()));
        assertThat(recorded.at("/captures/0/frames")).isEqualTo(watched.at("/captures/0/frames"));
    }

    @Test
    void takesWordsOfTheMachine() throws IOException {
        Path report = folder.resolve("report.json");

        watch(Run.MISROUTED, ROUTES, "-o", report);

        Run analyzed = Run.of("analyze", Run.MISROUTED, ROUTES, "-f", "json");
        assertThat(Estimates.findings(Files.readString(report))).isEqualTo(Estimates.findings(analyzed.out()));
    }

    /** What was mended is no error any more where that is asked for. */
    @Test
    void countsWhatGoesOnOnlyWhereAsked() throws IOException {
        assertThat(watch(MENDED).status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(watch(MENDED, "--fail-on", "ongoing").status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(watch(Run.MISROUTED, "--fail-on", "ongoing").status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(watch(Run.FIXED).status()).isEqualTo(ExitStatus.CLEAN);
    }

    @Test
    void saysInOneLineWhatItNeeds() throws IOException {
        Run.of("watch").assertFailed(ExitStatus.USAGE, "nothing to watch: give -i INTERFACE, - for");
        Run.of("watch", "-", "-i", "eth0").assertFailed(ExitStatus.USAGE, "one capture at a time");
        Run.of("watch", "-", Run.MISROUTED).assertFailed(ExitStatus.USAGE, "one capture at a time");
        Run.of("watch", "-", "--for", "60").assertFailed(ExitStatus.USAGE, "--for 60: expected a time such as 60s");
        Run.of("watch", "-", "--until", "helthy").assertFailed(ExitStatus.USAGE, "did you mean healthy");
        Run.of("watch", "-", "--ring", "3x1M").assertFailed(ExitStatus.USAGE, "give -w FILE.pcapng too");
        Run.of("watch", "-", "-w", "x.pcapng", "--ring", "3").assertFailed(ExitStatus.USAGE, "such as 10x100M");
        Run.of("watch", "-", "-o", folder.resolve("x.doc"))
                .assertFailed(ExitStatus.USAGE, "its ending tells the format");
        Run.of("watch", "-", "--metrics", "0.0.0.0:9469").assertFailed(ExitStatus.USAGE, "expected a loopback address");
        Run.of("watch", "-", "--metrics", "127.0.0.1:99999").assertFailed(ExitStatus.USAGE, "such as 127.0.0.1:9469");
        Run.reading(new byte[0], "watch", "-").assertFailed(ExitStatus.UNREADABLE, "standard input: ", "empty");
        Run.reading(new byte[100], "watch", "-").assertFailed(ExitStatus.UNREADABLE, "standard input: not a capture");
        Path input = Files.copy(ROUTES, folder.resolve("routes.pcapng"));
        Run.of("watch", "-", input, "-w", input).assertFailed(ExitStatus.USAGE, "this is an input");
        Run.of("watch", "-", "-w", folder.resolve("none/x.pcapng"))
                .assertFailed(ExitStatus.UNREADABLE, "does not exist");
    }

    /** A pipe that stays open: the process is told to end, and leaves whole files and the status of what it saw. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void endsInOrderWhenItIsTerminated() throws Exception {
        Path record = folder.resolve("case.pcapng");
        Path report = folder.resolve("report.json");
        List<String> command = JavaProcess.command(
                Main.class.getName(), "watch", "-", "-w", record.toString(), "-o", report.toString());
        Process process = new ProcessBuilder(command).start();
        try (OutputStream in = process.getOutputStream();
                BufferedReader out = process.inputReader()) {
            in.write(Files.readAllBytes(Run.MISROUTED));
            in.flush();
            String line = out.readLine();
            while (line != null && !line.contains(" misrouted: ")) {
                line = out.readLine();
            }
            assertThat(line).isNotNull();

            process.destroy();

            assertThat(process.waitFor()).isEqualTo(ExitStatus.FINDINGS.code());
        }
        assertThat(JSON.readTree(report.toFile()).get("verdict").asText()).isEqualTo("misrouted");
        assertThat(Run.of("analyze", record, "-f", "json").json().get("verdict").asText())
                .isEqualTo("misrouted");
    }
}
