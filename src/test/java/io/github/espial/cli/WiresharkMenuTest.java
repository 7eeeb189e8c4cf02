package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.redact.Tshark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The menu in Wireshark hands over the open capture and goes to the frames that prove a finding")
class WiresharkMenuTest {
    private static final Path MENU = Path.of("src/main/dist/share/wireshark/espial.lua");
    private static final Path WINDOWS = Path.of("src/test/resources/io/github/espial/cli/menu.lua");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsLua() throws IOException, InterruptedException {
        assumeTrue(Tshark.isInstalled(), "tshark is not installed");
        assumeTrue(run(List.of("tshark", "--version")).contains("with Lua"), "this tshark has no Lua");
    }

    @ParameterizedTest
    @ValueSource(strings = {"misrouted-ikev2/capture.pcap", "two-nics/both.pcapng", "cooked/capture.pcap"})
    @DisplayName("What it hands over has the frames, times, lengths and interfaces of the capture")
    void handsOverTheCapture(String name) throws IOException, InterruptedException {
        Path capture = Path.of("testdata", name);

        choose(capture, program());

        assertThat(frames(folder.resolve("handed.pcapng"))).isNotEmpty().isEqualTo(frames(capture));
    }

    @Test
    @DisplayName("It tells the verdict, and filters for the frames of the first finding")
    void goesToTheEvidence() throws IOException, InterruptedException {
        JsonNode report = Run.of("analyze", Run.MISROUTED, "-f", "json").json();
        Set<String> expected = new TreeSet<>();
        report.get("findings")
                .get(0)
                .get("evidence")
                .forEach(
                        evidence -> evidence.path("frames").forEach(frame -> expected.add("frame.number == " + frame)));

        List<String> told = choose(Run.MISROUTED, program()).lines().toList();

        assertThat(told)
                .contains(
                        "misrouted: " + report.get("conclusion").textValue(),
                        "1. error: "
                                + report.get("findings").get(0).get("title").textValue(),
                        "applied");
        assertThat(told)
                .filteredOn(line -> line.startsWith("filter: "))
                .singleElement()
                .satisfies(line -> assertThat(new TreeSet<>(Arrays.asList(
                                line.substring("filter: ".length()).split(" \\|\\| ", -1))))
                        .isEqualTo(expected));
    }

    @Test
    @DisplayName("Where the program is not, it says so and where that is set")
    void saysThatTheProgramIsMissing() throws IOException, InterruptedException {
        String told = choose(Run.MISROUTED, folder.resolve("none"));

        assertThat(told).contains("failure: Espial gave no report", "not found", "Preferences");
    }

    /** This program, which keeps a copy of what it is given. */
    private Path program() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = String.join(
                "\n",
                "#!/bin/sh",
                "cp \"$2\" '" + folder.resolve("handed.pcapng") + "'",
                "exec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' io.github.espial.cli.Main \"$@\"",
                "");
        Path program = Files.writeString(folder.resolve("it's espial"), script);
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private String choose(Path capture, Path program) throws IOException, InterruptedException {
        return run(List.of(
                "tshark",
                "-q",
                "-r",
                capture.toString(),
                "-o",
                "espial.program:" + program,
                "-X",
                "lua_script:" + WINDOWS));
    }

    private List<String> frames(Path capture) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString(), "-T", "fields"));
        for (String field : List.of("time_epoch", "len", "cap_len", "encap_type", "interface_name")) {
            command.addAll(List.of("-e", "frame." + field));
        }
        command.addAll(List.of("-e", "eth.src", "-e", "eth.dst", "-e", "esp.spi", "-e", "ip.checksum"));
        // What Wireshark calls an interface of pcapng without a name; those of pcap have none.
        return run(command).replace("\tunknown\t", "\t\t").lines().toList();
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "told", ".txt");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("MENU", MENU.toString());
        assertThat(process.start().waitFor()).isZero();
        return Files.readString(out);
    }
}
