package io.github.espial.batch.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.cases.CaseFiles;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseIntakeTest {
    private static final Path ONE = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final Path OTHER = Path.of("testdata/fixed-ikev2/capture.pcap");

    @TempDir
    private Path folder = Path.of("");

    private void put(String name, Path capture) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(capture, file);
    }

    private ReceivedCase read(CasePlace place) throws IOException {
        return CaseIntake.read(place, DecompressionLimit.USUAL, 1 << 30, folder.resolve("work"));
    }

    private CasePlace only() throws IOException {
        Discovery found = Discovery.of(folder, folder.resolve("none"));
        assertThat(found.cases()).hasSize(1);
        return found.cases().get(0);
    }

    private static List<String> names(ReceivedCase received) {
        return received.files().captures().stream().map(CaptureSource::name).toList();
    }

    @Test
    void readsTheSameOctetsOnce() throws IOException {
        put("7 Oslo/a.pcap", ONE);
        put("7 Oslo/b.pcap", OTHER);
        put("7 Oslo/c.pcap", ONE);
        ReceivedCase received = read(only());
        assertThat(names(received)).containsExactly("7 Oslo/a.pcap", "7 Oslo/b.pcap");
        assertThat(received.files().others())
                .extracting(CaseFiles.Other::reason)
                .containsExactly("7 Oslo/c.pcap: the same octets as 7 Oslo/a.pcap, so it is read once");
    }

    @Test
    void readsTurnsInTheOrderOfTime() throws IOException {
        put("7/eth0_00001_20260101120300.pcap", ONE);
        put("7/eth0_00002_20260101120100.pcap", OTHER);
        put("7/eth0_20260101120200_00009.pcap", Path.of("testdata/two-peers/capture.pcap"));
        put("7/eth1.pcap", Path.of("testdata/no-ipsec/capture.pcap"));
        assertThat(names(read(only())))
                .containsExactly(
                        "7/eth0_00002_20260101120100.pcap",
                        "7/eth0_20260101120200_00009.pcap",
                        "7/eth0_00001_20260101120300.pcap",
                        "7/eth1.pcap");
    }

    @Test
    void bareTurnsAreOneCase() throws IOException {
        put("eth0_00002_20260101120200.pcap", ONE);
        put("eth0_00001_20260101120100.pcap", OTHER);
        CasePlace place = only();
        assertThat(place.id()).isEqualTo("eth0");
        assertThat(names(read(place)))
                .containsExactly("eth0_00001_20260101120100.pcap", "eth0_00002_20260101120200.pcap");
    }

    @Test
    void findsTheTicketInAnArchive() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("7.zip")))) {
            zip.putNextEntry(new ZipEntry("Oslo/ticket.yaml"));
            zip.write("customer: Example\nkeys: [none.txt]\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("Oslo/a.pcap"));
            zip.write(Files.readAllBytes(ONE));
        }
        ReceivedCase received = read(only());
        assertThat(received.ticket().customer()).contains("Example");
        assertThat(received.files().others())
                .extracting(CaseFiles.Other::reason)
                .containsExactly("ticket.yaml: keys: none.txt: the case has no such file with keys");
        assertThat(folder.resolve("work")).doesNotExist();
    }

    @Test
    void casesOfOneNameHaveTheirOwnIds() throws IOException {
        put("7/a.pcap", ONE);
        put("7.pcap", ONE);
        put("7.cap", ONE);
        put("7.PCAP.gz", ONE);
        Files.writeString(folder.resolve("7.txt"), "no case");
        Files.writeString(folder.resolve(".hidden"), "no case");
        Discovery found = Discovery.of(folder, folder.resolve("none"));
        assertThat(found.cases())
                .extracting(CasePlace::id)
                .startsWith("7")
                .doesNotHaveDuplicates()
                .hasSize(4);
        assertThat(found.passedOver()).containsExactly("7.txt: neither a capture nor an archive");
    }
}
