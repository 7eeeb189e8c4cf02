package io.github.espial.capture.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.bytes.ArrayOctets;
import io.github.espial.capture.CaptureFormat;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.capture.pcapng.PcapngFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Public traces, where they are at hand, against what their makers' tools found in them. */
class EtlSampleTest {
    private static final Path FOLDER = Path.of(System.getProperty("espial.formats", "../shared/formats"));
    private static final long NANOS_PER_MICROSECOND = 1000;

    @BeforeEach
    void needSamples() {
        assumeTrue(Files.isDirectory(FOLDER.resolve("etl")), "no traces in " + FOLDER);
    }

    @Test
    void readsEveryFrameOfNetshTrace() throws IOException {
        List<String> found = new ArrayList<>();
        ReadRecords trace = read("small-system-misc-ping.etl", new EtlFormat());
        for (ReadFrame frame : trace.frames()) {
            byte[] octets = HexFormat.of().parseHex(frame.octets());
            found.add(String.join(
                    "\t",
                    Long.toString(frame.number()),
                    Long.toString(frame.nanos()),
                    frame.direction().toString(),
                    Integer.toString(octets.length),
                    digest(octets)));
        }
        CaptureSummary summary = trace.summary();
        List<String> expected = new ArrayList<>();
        for (String[] row : expected("small-system-misc-ping.etl.tsv")) {
            boolean isSent = (Long.parseUnsignedLong(row[5].substring(2), 16) & EtlBuilder.SENT) != 0;
            Direction direction = isSent ? Direction.OUTBOUND : Direction.INBOUND;
            expected.add(String.join("\t", row[0], row[1], direction.toString(), row[6], row[7]));
        }
        assertThat(found).hasSize(43).isEqualTo(expected);
        assertThat(summary.file().orElseThrow().format()).isEqualTo(new FormatName("etl"));
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.interfaces())
                .extracting(CaptureInterface::name)
                .extracting(name -> name.orElse(""))
                .containsExactly("interface 14", "interface 2");
    }

    @Test
    void findsEveryAppearanceInPktMonsTrace() throws IOException {
        List<String> found = new ArrayList<>();
        for (Appearance appearance : appearances()) {
            found.add(appearance.group + "\t" + appearance.component + "\t" + appearance.octets.substring(0, 128));
        }
        List<String> expected = new ArrayList<>();
        for (String[] row : expected("PktMon.etl.tsv")) {
            expected.add(row[3] + "\t" + row[8] + "\t" + row[15].substring(0, 128));
        }
        assertThat(found).hasSize(114).isEqualTo(expected);
    }

    @Test
    void findsTheSameAppearancesAsPktMonConverted() throws IOException {
        List<String> expected = read("PktMon.cap", new PcapngFormat()).frames().stream()
                .map(frame -> frame.nanos() / NANOS_PER_MICROSECOND + " " + frame.octets())
                .toList();
        List<String> found = new ArrayList<>();
        for (Appearance appearance : appearances()) {
            found.add(appearance.nanos / NANOS_PER_MICROSECOND + " " + appearance.octets);
        }
        assertThat(found).hasSize(114).isEqualTo(expected);
    }

    @Test
    void deliversEachPacketOfPktMonOnceAsItWasNearestToTheWire() throws IOException {
        ReadRecords trace = read("PktMon.etl", new EtlFormat());
        CaptureSummary summary = trace.summary();
        List<String> found = trace.frames().stream()
                .map(frame -> frame.direction() + " " + frame.interfaceId())
                .toList();
        assertThat(found).hasSize(38);
        assertThat(found.subList(0, 4)).containsExactly("INBOUND 0", "OUTBOUND 1", "INBOUND 0", "OUTBOUND 1");
        assertThat(summary.problems()).isEmpty();
        assertThat(summary.interfaces()).hasSize(2);
        assertThat(summary.interfaces().get(0).name()).contains("component 59");
        assertThat(summary.interfaces().get(1).description().description())
                .contains("Mellanox ConnectX-4 Lx Virtual Ethernet Adapter #2 (mlx5.sys)");
        assertThat(summary.interfaces().get(1).description().mac()).isEqualTo(OptionalLong.of(0x0022487BB380L));
        assertThat(summary.interfaces().get(1).timestampDigits()).isEqualTo(7);
    }

    private record Appearance(long nanos, long group, long component, String octets) {}

    private static List<Appearance> appearances() throws IOException {
        byte[] file = Files.readAllBytes(FOLDER.resolve("etl/PktMon.etl"));
        TraceHeader header = TraceHeader.parse(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN), 0)
                .orElseThrow();
        PacketLog log = new PacketLog(ArrayOctets.ranges(file), header.clock(), new CaptureLedger());
        List<Appearance> found = new ArrayList<>();
        while (log.next()) {
            LoggedPacket packet = log.packet();
            byte[] octets = new byte[packet.length];
            packet.octets.get(packet.start, octets);
            found.add(new Appearance(
                    packet.nanos,
                    packet.group,
                    packet.place.first(),
                    HexFormat.of().formatHex(octets)));
        }
        return found;
    }

    private static ReadRecords read(String name, CaptureFormat format) throws IOException {
        return ReadRecords.of(format, Files.readAllBytes(FOLDER.resolve("etl").resolve(name)));
    }

    private static List<String[]> expected(String name) throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected").resolve(name)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    private static String digest(byte[] octets) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(octets))
                    .substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
