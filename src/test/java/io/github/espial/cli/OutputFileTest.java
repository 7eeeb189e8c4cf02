package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFileTest {
    private static final String BEFORE = "what was there before";

    @TempDir
    private Path folder;

    @Test
    void holdsWhatItsEndingSays() throws IOException {
        Path json = folder.resolve("report.json");
        Path text = folder.resolve("REPORT.TXT");
        Path pdf = folder.resolve("report.pdf");
        Path png = folder.resolve("report.with.dots.png");
        Run run = Run.of("analyze", Run.MISROUTED, "-o", json, "-o" + text, "--output", pdf, "--output=" + png);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).isEqualTo(Files.readString(text)).startsWith("MISROUTED");
        assertThat(Files.readString(json))
                .isEqualTo(Run.of("analyze", Run.MISROUTED, "-f", "json").out());
        assertThat(Files.readAllBytes(pdf)).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(names()).containsExactly("REPORT.TXT", "report.json", "report.pdf", "report.with.dots.png");
    }

    @Test
    void isAllThatIsWrittenWhenQuiet() {
        Run run = Run.of("analyze", Run.MISROUTED, "-q", "-o", folder.resolve("report.json"));
        assertThat(run).isEqualTo(new Run(ExitStatus.FINDINGS, "", ""));
        assertThat(folder.resolve("report.json")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "report.", "report.xml", "report.json.bak", "json", "report.htm", ""})
    void refusesAnEndingThatNamesNoFormat(String name) throws IOException {
        Run.of("analyze", Run.MISROUTED, "-o", name)
                .assertFailed(ExitStatus.USAGE, "--output " + name, ".json .pdf .png .txt");
        assertThat(names()).isEmpty();
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        Path file = folder.resolve("missing/report.json");
        Run.of("analyze", Run.MISROUTED, "-o", file)
                .assertFailed(ExitStatus.UNREADABLE, file + ": cannot be written: the folder ", " does not exist");
        assertThat(folder.resolve("missing")).doesNotExist();
    }

    @Test
    void refusesAFolder() throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.json"));
        Run.of("analyze", Run.MISROUTED, "-o", file)
                .assertFailed(ExitStatus.UNREADABLE, file + ": cannot be written: it is a folder");
        Path behindFile = Files.createFile(folder.resolve("file")).resolve("report.json");
        Run.of("analyze", Run.MISROUTED, "-o", behindFile)
                .assertFailed(ExitStatus.UNREADABLE, behindFile + ": cannot be written: ");
    }

    @Test
    void refusesToOverwriteAnInput() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        Path input = Files.write(folder.resolve("capture.json"), capture);
        Path roundabout = folder.resolve("../" + folder.getFileName() + "/capture.json");
        for (Path output : List.of(input, roundabout)) {
            Run.of("analyze", Run.FIXED, input, "-o", output).assertFailed(ExitStatus.USAGE, "this is an input");
        }
        assertThat(input).hasBinaryContent(capture);
        assertThat(names()).containsExactly("capture.json");
    }

    @Test
    void refusesToOverwriteAnythingThatWasTakenIn() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("case"));
        Files.copy(Run.MISROUTED, inputs.resolve("capture.pcap"));
        Path routes = Files.writeString(
                inputs.resolve("routes.txt"), "$ ip route show\ndefault via 192.0.2.1 dev eth0 proto static\n");
        Path keys = Files.writeString(folder.resolve("keys.txt"), Files.readString(routes));
        Path roundabout = folder.resolve("case/../case/routes.txt");
        for (Path output : List.of(routes, roundabout)) {
            Run.of("analyze", inputs, "-o", output).assertFailed(ExitStatus.USAGE, "this is an input");
        }
        Run withKeys = Run.of("analyze", inputs, "-k", keys, "-o", keys);
        assertThat(withKeys.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(withKeys.err()).contains("keys.txt: this is an input");
        assertThat(routes).hasContent("$ ip route show\ndefault via 192.0.2.1 dev eth0 proto static\n");
        Run.of("extract", inputs, "-o", routes).assertFailed(ExitStatus.USAGE, "this is an input");
        Run.of("compare", inputs, Run.FIXED, "-o", routes).assertFailed(ExitStatus.USAGE, "this is an input");
    }

    @Test
    void removesWhatAKilledRunHadBegunToWrite() throws IOException {
        Path left = Files.writeString(folder.resolve(".espial-left.part"), "half a report");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        Path begun = Files.writeString(folder.resolve(".espial-begun.part"), "of another run");
        Run.of("analyze", Run.MISROUTED, "-q", "-o", folder.resolve("report.json"));
        assertThat(left).doesNotExist();
        assertThat(begun).exists();
    }

    @Test
    void replacesAReportOfAnEarlierRunBesideTheInputs() throws IOException {
        Path inputs = Files.createDirectory(folder.resolve("case"));
        Files.copy(Run.MISROUTED, inputs.resolve("capture.pcap"));
        Path report = inputs.resolve("report.json");
        assertThat(Run.of("analyze", inputs, "-q", "-o", report).status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(Run.of("analyze", inputs, "-q", "-o", report).status()).isEqualTo(ExitStatus.FINDINGS);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesToOverwriteAnInputThroughALink() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        Path input = Files.write(folder.resolve("capture.pcap"), capture);
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic.json"), Path.of("capture.pcap"));
        Path hard = Files.createLink(folder.resolve("hard.json"), input);
        Path other = Files.createSymbolicLink(folder.resolve("other.pcap"), input);
        for (Path output : List.of(symbolic, hard)) {
            Run.of("analyze", input, "-o", output).assertFailed(ExitStatus.USAGE, "this is an input");
            Run.of("analyze", other, "-o", output).assertFailed(ExitStatus.USAGE, "this is an input");
        }
        assertThat(input).hasBinaryContent(capture);
        assertThat(Files.isSymbolicLink(symbolic)).isTrue();
    }

    @Test
    void replacesWhatWasThere() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), BEFORE.repeat(10_000));
        Run.of("analyze", Run.MISROUTED, "-q", "-o", file, "-o", file);
        assertThat(file)
                .hasContent(Run.of("analyze", Run.MISROUTED, "-f", "json").out());
        assertThat(names()).containsExactly("report.json");
    }

    @Test
    void keepsWhatWasThereWhenTheCaseCannotBeRead() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), BEFORE);
        Path unreadable = Files.writeString(folder.resolve("text.pcap"), "text");
        Run.of("analyze", Run.MISROUTED, unreadable, "-o", file, "-o", folder.resolve("other.txt"))
                .assertFailed(ExitStatus.UNREADABLE, "not a capture");
        assertThat(file).hasContent(BEFORE);
        assertThat(names()).containsExactly("report.json", "text.pcap");
    }

    @Test
    void keepsWhatWasThereWhenAnotherOutputIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), BEFORE);
        Run.of("analyze", Run.MISROUTED, "-o", file, "-o", folder.resolve("missing/report.txt"))
                .assertFailed(ExitStatus.UNREADABLE, "does not exist");
        Run.of("analyze", Run.MISROUTED, "-o", file, "-o", folder.resolve("report.bmp"))
                .assertFailed(ExitStatus.USAGE, "ending");
        assertThat(file).hasContent(BEFORE);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void replacesTheFileBehindALink() throws IOException {
        Path kept =
                Files.writeString(Files.createDirectory(folder.resolve("kept")).resolve("report.json"), BEFORE);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("kept/report.json"));
        Run.of("analyze", Run.MISROUTED, "-q", "-o", link);
        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(kept).content().startsWith("{");
        assertThat(names()).containsExactly("kept", "link.json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesALinkToNothing() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("missing.json"));
        Run.of("analyze", Run.MISROUTED, "-o", link).assertFailed(ExitStatus.UNREADABLE, link + ": ", "does not exist");
        assertThat(names()).containsExactly("link.json");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsWhoMayReadWhatItReplaces() throws IOException {
        Path file = Files.writeString(folder.resolve("report.json"), BEFORE);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Run.of("analyze", Run.MISROUTED, "-q", "-o", file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().startsWith("{");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void refusesWhatItHasNoPermissionFor() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.writeString(closed.resolve("report.json"), BEFORE);
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(closed)).as("root may write anywhere").isFalse();
            for (String name : List.of("report.json", "new.json")) {
                Run.of("analyze", Run.MISROUTED, "-o", closed.resolve(name))
                        .assertFailed(ExitStatus.UNREADABLE, name + ": cannot be written: no permission");
            }
            assertThat(file).hasContent(BEFORE);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Linux has a device that is always full; it must be written to, not replaced. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatTheDiskIsFull() throws IOException {
        Path device = Path.of("/dev/full");
        assumeThat(Files.isWritable(device)).isTrue();
        Path full = Files.createSymbolicLink(folder.resolve("full.json"), device);
        Path other = folder.resolve("other.txt");
        Run run = Run.of("analyze", Run.MISROUTED, "-q", "-o", full, "-o", other);
        run.assertFailed(ExitStatus.UNREADABLE, full + ": cannot be written: ");
        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(names()).containsExactly("full.json");
        Files.delete(full);
    }

    @Test
    void hasANameAsLongAsTheFileSystemAllows() {
        Path file = folder.resolve("n".repeat(250) + ".json");
        assertThat(Run.of("analyze", Run.FIXED, "-q", "-o", file)).isEqualTo(new Run(ExitStatus.CLEAN, "", ""));
        assertThat(file).isNotEmptyFile();
        Run.of("analyze", Run.FIXED, "-q", "-o", folder.resolve("n".repeat(300) + ".json"))
                .assertFailed(ExitStatus.UNREADABLE, "cannot be written: ");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
