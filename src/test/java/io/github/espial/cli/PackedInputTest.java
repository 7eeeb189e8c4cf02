package io.github.espial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.espial.store.Compression;
import io.github.espial.store.Packed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Captures that come compressed, or in an archive. */
class PackedInputTest {
    @TempDir
    private Path folder = Path.of("");

    private Path zip(Map<String, byte[]> members) throws IOException {
        Path archive = folder.resolve("case.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return archive;
    }

    @ParameterizedTest
    @EnumSource(Compression.class)
    void tellsTheSameOfACompressedCapture(Compression compression) throws IOException {
        byte[] packed = Packed.of(compression, Files.readAllBytes(Run.MISROUTED));
        Run ofPlain = Run.of("analyze", "-f", "json", Run.MISROUTED);

        Run file = Run.of("analyze", "-f", "json", Files.write(folder.resolve("packed"), packed));
        Run stream = Run.reading(packed, "analyze", "-f", "json", "-");

        assertThat(findings(file.out())).isEqualTo(findings(ofPlain.out()));
        assertThat(findings(Estimates.leftOutOf(stream).out()))
                .isEqualTo(findings(Estimates.leftOutOf(ofPlain).out()));
        for (Run run : new Run[] {file, stream}) {
            assertThat(run.err()).isEmpty();
            assertThat(run.json().at("/captures/0/compression").asText()).isEqualTo(compression.text());
            assertThat(run.json().at("/captures/0/bytes").asLong()).isEqualTo(packed.length);
        }
    }

    private static String findings(String report) {
        return report.substring(report.indexOf("\"findings\""));
    }

    @Test
    void readsTheCapturesOfAnArchiveAndNamesTheRest() throws IOException {
        byte[] capture = Files.readAllBytes(Run.MISROUTED);
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("notes.txt", "Line 3 is down again".getBytes(StandardCharsets.US_ASCII));
        members.put("inside/eth0.pcap", capture);
        members.put("inside/eth1.pcap.zst", Packed.of(Compression.ZSTD, Files.readAllBytes(Run.FIXED)));
        Path archive = zip(members);

        Run run = Run.of("analyze", "-f", "json", archive);
        JsonNode plain = Run.of("analyze", "-f", "json", Run.MISROUTED).json();

        run.assertSaid(ExitStatus.FINDINGS, "passed over " + archive + "!notes.txt: not a capture");
        assertThat(run.json().get("captures")).hasSize(2);
        assertThat(run.json().at("/captures/0/file").asText()).isEqualTo(archive + "!inside/eth0.pcap");
        assertThat(run.json().at("/captures/0/bytes").asLong()).isEqualTo(capture.length);
        assertThat(run.json().at("/captures/0/sha256")).isEqualTo(plain.at("/captures/0/sha256"));
        assertThat(run.json().at("/captures/0/frames")).isEqualTo(plain.at("/captures/0/frames"));
        assertThat(run.json().at("/captures/1/compression").asText()).isEqualTo("zstd");
    }

    @Test
    void refusesAnArchiveWithoutCaptures() throws IOException {
        Path archive = zip(Map.of("notes.txt", "Line 3".getBytes(StandardCharsets.US_ASCII)));

        Run.of("analyze", archive).assertFailed(ExitStatus.UNREADABLE, archive + ": the ZIP archive holds no capture");

        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length - 10));
        Run.of("analyze", archive).assertFailed(ExitStatus.UNREADABLE, archive + ": the ZIP archive is cut off");
    }

    @Test
    void overwritesNoArchiveThatItReads() throws IOException {
        Path archive = zip(Map.of("a.pcap", Files.readAllBytes(Run.FIXED)));
        Path named = Files.move(archive, folder.resolve("case.json"));

        Run.of("analyze", named, "-o", named).assertFailed(ExitStatus.USAGE, "this is an input");
    }

    @Test
    void stopsAtTheLimitAndSaysWhichOptionRaisesIt() throws IOException {
        Path file = Files.write(folder.resolve("packed"), Packed.of(Compression.XZ, Files.readAllBytes(Run.MISROUTED)));

        Run cut = Run.of("analyze", "-f", "json", "--max-decompressed", "1K", file);
        Run whole = Run.of("analyze", "-f", "json", "--max-decompressed", "1M", file);

        assertThat(cut.json().at("/captures/0/problems/0/text").asText())
                .contains("exceeds the limit of 1024 octets (--max-decompressed SIZE sets another)");
        assertThat(cut.json().at("/captures/0/frames").asLong()).isPositive();
        assertThat(cut.json().at("/captures/0/problems")).hasSize(1);
        assertThat(whole.err()).isEmpty();
        Run.of("analyze", "--max-decompressed", "0", file)
                .assertFailed(ExitStatus.USAGE, "--max-decompressed 0: expected");
    }
}
