package io.github.espial.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.wire.FrameBuilder;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Batches within one process, held against those by threads. */
class LocalModeTest {
    private static final Map<String, String> TWO_THREADS = Map.of("spark.master", "local[2]");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, String> inPieces(String octets) {
        Map<String, String> settings = new TreeMap<>(TWO_THREADS);
        settings.put(SparkEngine.PIECE, octets);
        return settings;
    }

    private Map<String, String> byThreads(Path tickets) throws IOException {
        Path out = folder.resolve("threads");
        assertThat(Batches.byThreads(tickets, out)).isZero();
        return Batches.results(out);
    }

    private Map<String, String> bySpark(Path tickets, Map<String, String> settings, String... more) throws IOException {
        Path out = folder.resolve("spark");
        assertThat(Batches.bySpark(tickets.toString(), out.toString(), settings, more))
                .isZero();
        return Batches.results(out);
    }

    private Path ticket(Path tickets, String name) throws IOException {
        Path ticket = tickets.resolve(name);
        Batches.copy(Batches.TICKETS.resolve(name), ticket);
        return ticket;
    }

    @Test
    void diagnosesAllTicketsAsThreadsDo() throws IOException {
        assertThat(bySpark(Batches.TICKETS, TWO_THREADS)).hasSizeGreaterThan(40).isEqualTo(byThreads(Batches.TICKETS));
    }

    @Test
    void diagnosesCapturesInPiecesAsThreadsDoWhole() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        for (String name : new String[] {"nat-t", "two-nics", "rekey-and-fix", "esp-null", "hairpin-ikev2"}) {
            ticket(tickets, name);
        }
        assertThat(bySpark(tickets, inPieces("8k"))).isEqualTo(byThreads(tickets));
    }

    @Test
    void scansPiecesAgainWithUdpPortsKnownThatCarryEsp() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        PcapBuilder capture = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 200; i++) {
            boolean tells = i == 150;
            capture.frame(
                    1_700_000_000 + i,
                    0,
                    (tells
                                    ? onOtherPorts().nonEspMarker().ikev2(35, 1, 2, 0x08, 1)
                                    : onOtherPorts().esp(0xc0c8_6871L, i))
                            .payload(40)
                            .octets());
        }
        Files.write(tickets.resolve("late.pcap"), capture.toOctets());

        Map<String, String> reports = bySpark(tickets, inPieces("2k"));

        assertThat(folder.resolve("spark/cases/late/report.json")).content().contains("0xc0c86871");
        assertThat(reports).isEqualTo(byThreads(tickets));
    }

    private static FrameBuilder onOtherPorts() {
        return FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .udp(40_000, 50_000);
    }

    @Test
    void readsOnlyWhatIsNewInASecondRun() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        ticket(tickets, "nat-t");
        Path changed = ticket(tickets, "two-peers");
        bySpark(tickets, TWO_THREADS);
        Path kept = folder.resolve("spark/cases/nat-t/report.json");
        Path renewed = folder.resolve("spark/cases/two-peers/report.json");
        Files.setLastModifiedTime(kept, LONG_AGO);
        Files.setLastModifiedTime(renewed, LONG_AGO);
        Files.copy(Batches.TICKETS.resolve("nat-t/capture.pcap"), changed.resolve("another.pcap"));

        Map<String, String> reports = bySpark(tickets, TWO_THREADS);

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(renewed)).isNotEqualTo(LONG_AGO);
        assertThat(reports).isEqualTo(byThreads(tickets));
    }

    @Test
    void goesOnWhereThreadsEnded() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        ticket(tickets, "nat-t");
        Batches.byThreads(tickets, folder.resolve("spark"));
        Path kept = folder.resolve("spark/cases/nat-t/report.json");
        Files.setLastModifiedTime(kept, LONG_AGO);

        bySpark(tickets, TWO_THREADS);

        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(LONG_AGO);
    }

    @Test
    void tellsOfACaseThatFailsAndGoesOn() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        ticket(tickets, "nat-t");
        Files.write(tickets.resolve("text.pcap"), "no capture".getBytes(StandardCharsets.US_ASCII));
        Files.createDirectory(tickets.resolve("empty"));
        byte[] cut = Files.readAllBytes(Batches.TICKETS.resolve("nat-t/capture.pcap"));
        cut[cut.length / 2] = (byte) 0xff;
        Files.write(tickets.resolve("damaged.pcap"), cut);

        Map<String, String> reports = bySpark(tickets, inPieces("8k"));

        assertThat(folder.resolve("spark/index.jsonl"))
                .content()
                .contains("text.pcap", "the folder is empty", "damaged");
        assertThat(reports).isEqualTo(byThreads(tickets));
    }

    @Test
    void opensPiecesAsThreadsOpenAllAndWritesNoKeyAnywhere() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        List<byte[]> keys = new ArrayList<>();
        for (String name : new String[] {"gateway-gcm", "nat-t", "esp-null", "ikev1-3des", "l2tp-ipsec"}) {
            Path state = ticket(tickets, name).resolve("xfrm-state.txt");
            Matcher key =
                    Pattern.compile("0x([0-9a-f]{32,})").matcher(Files.exists(state) ? Files.readString(state) : "");
            while (key.find()) {
                keys.add(HexFormat.of().parseHex(key.group(1)));
                keys.add(key.group(1).getBytes(StandardCharsets.US_ASCII));
            }
        }
        Path local = Files.createDirectory(folder.resolve("local"));
        Map<String, String> settings = inPieces("8k");
        settings.put("spark.local.dir", local.toString());
        settings.put("spark.shuffle.compress", "false");
        settings.put("spark.extraListeners", Watching.class.getName());
        Watching.begin(local, keys);

        Map<String, String> reports = bySpark(tickets, settings);

        assertThat(keys).hasSizeGreaterThan(8);
        assertThat(Watching.JOBS).contains("scan large captures of cases: 5", "open large captures of cases: 5");
        assertThat(Watching.FILES).anyMatch(name -> name.startsWith("shuffle_"));
        assertThat(Watching.TELLING).isEmpty();
        assertThat(folder.resolve("spark/cases/gateway-gcm/report.json"))
                .content()
                .contains("\"decrypted\"");
        assertThat(reports).isEqualTo(byThreads(tickets));
    }

    @Test
    void keepsKeysOutOfTheHistoryOfEvents() throws IOException {
        Path tickets = Files.createDirectory(folder.resolve("tickets"));
        Path ticket = ticket(tickets, "gateway-gcm");
        Path events = Files.createDirectory(folder.resolve("events"));
        Map<String, String> settings = inPieces("128k");
        settings.put("spark.eventLog.enabled", "true");
        settings.put("spark.eventLog.compress", "false");
        settings.put("spark.eventLog.dir", events.toUri().toString());
        Matcher key = Pattern.compile("0x([0-9a-f]{40,})").matcher(Files.readString(ticket.resolve("xfrm-state.txt")));

        bySpark(tickets, settings);

        assertThat(folder.resolve("spark/cases/gateway-gcm/report.json"))
                .content()
                .contains("\"decrypted\"");
        StringBuilder history = new StringBuilder();
        try (Stream<Path> files = Files.walk(events)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                history.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        assertThat(key.find()).isTrue();
        assertThat(history.toString()).contains("SparkListenerJobEnd").doesNotContain(key.group(1));
    }
}
