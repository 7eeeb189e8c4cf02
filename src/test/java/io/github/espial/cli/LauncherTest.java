package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher chooses compilers and archives by the work that it sees: a Java that says what it was called with tells. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";
    private static final int SMALL = 1000;
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    private Path launcher;

    @BeforeEach
    void installed() throws IOException {
        launcher = Files.createDirectories(folder.resolve("installed/bin")).resolve("espial");
        Files.copy(Path.of("src/main/dist/bin/espial"), launcher);
        Path java =
                Files.createDirectories(folder.resolve("installed/runtime/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("installed/runtime/release"), "JAVA_VERSION=\"25.0.3\"\n");
        Path lib = Files.createDirectories(folder.resolve("installed/lib"));
        Files.createFile(lib.resolve("espial-25.0.3.aot"));
        Files.createFile(lib.resolve("espial-text-25.0.3.aot"));
    }

    @Test
    void startsOnASmallCaptureWithTheFasterCompilerAndTheSmallArchive() throws Exception {
        List<String> words = javaCalledFor(file("a b.pcap", SMALL));
        assertThat(words).contains(ONE_COMPILER, archive("espial-text-25.0.3.aot"));
    }

    @Test
    void startsOnCapturesOfUpTo32MiBTogetherWithTheFasterCompiler() throws Exception {
        String half = file("a.pcap", 16 * MIB);
        assertThat(javaCalledFor(half, file("b.pcapng", 16 * MIB))).contains(ONE_COMPILER);
        assertThat(javaCalledFor(half, file("b.pcapng", 16 * MIB + 1)))
                .doesNotContain(ONE_COMPILER)
                .contains(archive("espial-text-25.0.3.aot"));
    }

    @Test
    void startsOnLargeCapturesAloneWithTheFasterCompiler() throws Exception {
        String large = file("a.pcap", 256 * MIB + 1L);
        assertThat(javaCalledFor(large)).contains(ONE_COMPILER, archive("espial-text-25.0.3.aot"));
        assertThat(javaCalledFor(large, file("b.pcap", SMALL))).doesNotContain(ONE_COMPILER);
        assertThat(javaCalledFor(large, file("c.pcap", 3840L * MIB))).doesNotContain(ONE_COMPILER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"charon.log", "a.pcap.gz"})
    void leavesTheCompilersToOtherFilesBeyond2MiB(String name) throws Exception {
        String capture = file("a.pcap", 16 * MIB);
        assertThat(javaCalledFor(capture, file(name, 2 * MIB))).contains(ONE_COMPILER);
        assertThat(javaCalledFor(capture, file(name, 2 * MIB + 1))).doesNotContain(ONE_COMPILER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "html", "csv"})
    void startsWithTheWholeArchiveWherePagesAreAskedFor(String ending) throws Exception {
        List<String> words = javaCalledFor(file("a.pcap", SMALL), "-o", "report." + ending);
        assertThat(words).contains(ONE_COMPILER, archive("espial-25.0.3.aot"));
    }

    @Test
    void startsWithTheWholeArchiveWhereATableStandsBesideTheCapture() throws Exception {
        List<String> words = javaCalledFor(file("a.pcap", SMALL), file("routes.txt", SMALL));
        assertThat(words).contains(ONE_COMPILER, archive("espial-25.0.3.aot"));
    }

    @Test
    void takesAFolderOfFewSmallFilesForShortWork() throws Exception {
        for (int i = 0; i < 64; i++) {
            file("case/-file " + i, SMALL);
        }
        assertThat(javaCalledFor(folder.resolve("case").toString()))
                .contains(ONE_COMPILER, archive("espial-25.0.3.aot"));
        file("case/one more", SMALL);
        assertThat(javaCalledFor(folder.resolve("case").toString())).doesNotContain(ONE_COMPILER);
    }

    @Test
    void takesAFolderWithASingleFileForShortWork() throws Exception {
        file("case/a\nb * c.pcap", SMALL);
        assertThat(javaCalledFor(folder.resolve("case").toString())).contains(archive("espial-25.0.3.aot"));
        file("other/a b.pcap", SMALL);
        assertThat(javaCalledFor(folder.resolve("other").toString())).contains(ONE_COMPILER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"deeper/a.pcap", "a.pcap.xz"})
    void leavesTheCompilersToAFolderThatMayHoldMore(String name) throws Exception {
        file("case/a.pcap", SMALL);
        file("case/" + name, SMALL);
        assertThat(javaCalledFor(folder.resolve("case").toString())).doesNotContain(ONE_COMPILER);
    }

    @Test
    void leavesTheCompilersToAFolderThatIsTooLargeTogether() throws Exception {
        file("case/a.log", MIB);
        file("case/b.log", MIB);
        String capture = file("case/c.pcap", 32 * MIB);
        assertThat(javaCalledFor(folder.resolve("case").toString())).contains(ONE_COMPILER);
        assertThat(javaCalledFor(folder.resolve("case").toString(), capture)).doesNotContain(ONE_COMPILER);
        file("case/d.log", 1);
        assertThat(javaCalledFor(folder.resolve("case").toString())).doesNotContain(ONE_COMPILER);
    }

    /** A length that cannot be told, since what is listed has no line of its own for each file. */
    @Test
    void leavesTheCompilersToAFolderWhoseListingMisleads() throws Exception {
        file("case/a\n- 1 0 0 many b.pcap", SMALL);
        assertThat(javaCalledFor(folder.resolve("case").toString())).doesNotContain(ONE_COMPILER);
    }

    @Test
    void leavesTheCompilersToAnEmptyFolder() throws Exception {
        Files.createDirectory(folder.resolve("case"));
        assertThat(javaCalledFor(folder.resolve("case").toString())).doesNotContain(ONE_COMPILER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void tellsTheVersionWithoutAnArchive(String word) throws Exception {
        assertThat(javaCalledWith(word)).noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xmx64m", "-XX:+UseG1GC"})
    void leavesMoreRoomForWhatIsYoungToABatchUnlessHeapOrCollectorAreGiven(String option) throws Exception {
        assertThat(javaCalledWith("batch", "tickets")).contains("-Xmn48m", "-XX:+UseSerialGC");
        assertThat(javaCalledWith(Map.of("ESPIAL_OPTS", option), "batch", "tickets"))
                .contains(option)
                .doesNotContain("-Xmn48m");
        assertThat(javaCalledWith("analyze", "batch")).doesNotContain("-Xmn48m");
    }

    @Test
    void handsAllWordsOverAsTheyAre() throws Exception {
        List<String> words = javaCalledFor("a  b", "*", "", "$HOME");
        assertThat(words.subList(words.size() - 5, words.size())).containsExactly("analyze", "a  b", "*", "", "$HOME");
    }

    private String archive(String name) throws IOException {
        return "-XX:AOTCache=" + folder.toRealPath().resolve("installed/lib").resolve(name);
    }

    private String file(String name, long length) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "rw")) {
            octets.setLength(length);
        }
        return file.toString();
    }

    /** The words that Java is called with, for {@code espial analyze} and {@code words}. */
    private List<String> javaCalledFor(String... words) throws IOException, InterruptedException {
        return javaCalledWith(
                Stream.concat(Stream.of("analyze"), Stream.of(words)).toArray(String[]::new));
    }

    private List<String> javaCalledWith(String... words) throws IOException, InterruptedException {
        return javaCalledWith(Map.of(), words);
    }

    private List<String> javaCalledWith(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("JAVA_OPTS", "ESPIAL_OPTS", "JAVA_HOME"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return List.of(output.substring(0, output.length() - 1).split("\n", -1));
    }
}
