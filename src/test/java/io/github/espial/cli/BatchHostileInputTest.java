package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.espial.store.Compression;
import io.github.espial.store.Packed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tickets as strangers may make them: one line of each, everything else done, and nothing written elsewhere. */
class BatchHostileInputTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BOMB = 8 << 20;

    @TempDir
    private Path folder = Path.of("");

    private Path tickets = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        tickets = Files.createDirectories(folder.resolve("inside/share/tickets"));
        out = folder.resolve("reports");
    }

    private Run batch(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("batch", tickets, "-o", out));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray());
    }

    private Map<String, String> verdicts() throws IOException {
        Map<String, String> verdicts = new TreeMap<>();
        for (String line : Files.readAllLines(out.resolve("index.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            verdicts.put(row.get("case").asText(), row.get("verdict").asText());
        }
        return verdicts;
    }

    private void zip(String name, String member, byte[] octets) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(tickets.resolve(name)))) {
            zip.putNextEntry(new ZipEntry(member));
            zip.write(octets);
        }
    }

    private void tar(String name, String member, byte[] octets) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(tickets.resolve(name)))) {
            TarArchiveEntry link = new TarArchiveEntry("link.pcap", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc/passwd");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
            TarArchiveEntry entry = new TarArchiveEntry(member, true);
            entry.setSize(octets.length);
            tar.putArchiveEntry(entry);
            tar.write(octets);
            tar.closeArchiveEntry();
        }
    }

    private void sevenZip(String name, String member, byte[] octets) throws IOException {
        try (SevenZOutputFile packed =
                new SevenZOutputFile(tickets.resolve(name).toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName(member);
            packed.putArchiveEntry(entry);
            packed.write(octets);
            packed.closeArchiveEntry();
        }
    }

    private List<Path> outsideOfReports() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.startsWith(out)).sorted().toList();
        }
    }

    @Test
    void membersOfArchivesAreWrittenNowhereElse() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        zip("one.zip", "../../../escaped.pcap", capture);
        tar("two.tar", "/../../../escaped.pcap", capture);
        sevenZip("three.7z", "..\\..\\../../escaped.pcap", capture);
        List<Path> before = outsideOfReports();

        Run run = batch();

        assertThat(run.err()).isEmpty();
        assertThat(verdicts())
                .containsOnly(
                        Map.entry("one", "misrouted"), Map.entry("two", "misrouted"), Map.entry("three", "misrouted"));
        assertThat(outsideOfReports()).isEqualTo(before);
        assertThat(out.resolve(".work")).doesNotExist();
    }

    @Test
    void bombsEndAtTheLimit() throws IOException {
        byte[] zeros = new byte[BOMB];
        tar("one.tar", "zeros", zeros);
        sevenZip("two.7z", "zeros.pcap", zeros);
        Files.write(tickets.resolve("three.tar.gz"), Packed.of(Compression.GZIP, zeros));
        Files.copy(Run.MISROUTED, tickets.resolve("four.pcap"));

        Run run = batch("--max-size", "1M", "--max-decompressed", "1M");

        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.contains("one.tar: unpacked, the archive exceeds the limit of 1048576 octets"))
                .anyMatch(line -> line.contains("two.7z: unpacked, the archive exceeds the limit of 1048576 octets"))
                .anyMatch(line -> line.contains("three.tar.gz: "));
        assertThat(verdicts()).containsEntry("four", "misrouted");
    }

    @Test
    void aCaseThatIsTooLargeIsNotRead() throws IOException {
        Files.createDirectories(tickets.resolve("one"));
        Files.copy(Run.MISROUTED, tickets.resolve("one/a.pcap"));
        Files.copy(Run.FIXED, tickets.resolve("one/b.pcap"));
        batch("--max-size", "100K").assertSaid(ExitStatus.UNREADABLE, "one: ", "--max-size");
        assertThat(out.resolve("index.jsonl")).content().contains("\"failure\":\"size\"");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        Path ticket = Files.createDirectories(tickets.resolve("one"));
        Files.copy(Run.FIXED, ticket.resolve("a.pcap"));
        try {
            Files.createSymbolicLink(ticket.resolve("loop"), tickets);
            Files.createSymbolicLink(
                    tickets.resolve("outside"), Path.of("testdata").toAbsolutePath());
        } catch (UnsupportedOperationException | IOException e) {
            assumeTrue(false, "no links here: " + e);
        }
        batch().assertSaid(ExitStatus.CLEAN, "passed over outside: a link");
        assertThat(verdicts()).containsOnly(Map.entry("one", "healthy"));
        assertThat(out.resolve("index.jsonl")).content().contains("one/loop: a link");
    }

    @Test
    void folderThatMayNotBeReadIsOneLine() throws IOException {
        Path ticket = Files.createDirectories(tickets.resolve("one"));
        Files.copy(Run.FIXED, Files.createDirectories(tickets.resolve("two")).resolve("a.pcap"));
        assumeTrue(Files.getFileStore(ticket).supportsFileAttributeView("posix"), "no permissions here");
        Files.setPosixFilePermissions(ticket, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(ticket), "whoever runs this test may read everything");
            batch().assertSaid(ExitStatus.UNREADABLE, "one: the folder cannot be read");
            assertThat(verdicts()).containsEntry("two", "healthy");
        } finally {
            Files.setPosixFilePermissions(ticket, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void anyNameBecomesAPortableId() throws Exception {
        assumeTrue(Files.exists(Path.of("/bin/sh")), "no shell to make such names with");
        Path capture = Run.FIXED.toAbsolutePath();
        String script = """
                mk() { mkdir -- "$1" && cp -- '%s' "$1/a.pcap"; }
                cd -- '%s' || exit
                mk "$(printf 'line\\nfeed')"; mk CON; mk com1.txt; mk ' blank. '; mk '=cmd|calc'; mk '<script>'
                mk "$(printf 'b\\377d')"; mk "$(printf 'b\\376d')"; mk Twin; mk twin; mk "$(printf '\\033[31mred')"
                """.formatted(capture, tickets);
        Process shell = new ProcessBuilder("/bin/sh", "-c", script).inheritIO().start();
        assumeTrue(shell.waitFor() == 0, "the file system takes no such names");

        Run run = batch("--reports", "json");

        assertThat(run.err()).isEmpty();
        assertThat(verdicts().keySet())
                .hasSize(11)
                .allSatisfy(id -> assertThat(id)
                        .matches("[\\p{L}\\p{N} _.-]+")
                        .doesNotMatch("(?i)(con|com1)(\\..*)?")
                        .doesNotMatch("[ .].*|.*[ .]"));
        assertThat(verdicts().values()).containsOnly("healthy");
        try (Stream<Path> reports = Files.list(out.resolve("cases"))) {
            assertThat(reports)
                    .hasSize(11)
                    .allSatisfy(
                            report -> assertThat(report.resolve("report.json")).isNotEmptyFile());
        }
        assertThat(run.out()).doesNotContain("\u001b");
        assertThat(run.out().lines()).hasSize(13);
        assertThat(batch("--reports", "json").out()).contains("11 unchanged");
    }

    @Test
    void fullOutputsAreSaid() throws IOException {
        // The only device that is always full.
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no such device");
        Files.copy(Run.FIXED, tickets.resolve("one.pcap"));
        try (OutputStream device = Files.newOutputStream(full)) {
            Run run = Run.writing(device, false, InputStream.nullInputStream(), "batch", tickets, "-o", out);
            assertThat(run.err()).contains("standard output: cannot be written");
            assertThat(run.status()).isEqualTo(ExitStatus.UNREADABLE);
        }
        assertThat(verdicts()).containsEntry("one", "healthy");
    }
}
