package io.github.espial.fuzz;

import io.github.espial.capture.etl.EtlBuilder;
import io.github.espial.capture.netmon.NetMonBuilder;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.capture.snoop.SnoopBuilder;
import io.github.espial.store.Compression;
import io.github.espial.store.Packed;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.RandomFrames;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Small captures of each format to begin with: the smaller, the more a fuzzer tries in its time. */
final class Seeds {
    private static final Path TESTDATA = Path.of("testdata");
    private static final Path SAMPLES = Path.of("src/test/resources/io/github/espial/context/file");

    private static final Path PRINTED = Path.of("src/test/resources/io/github/espial/capture/tcpdump");

    private static final String[] PRINTED_LINES = {
        "listening on vti-vpn, link-type RAW (Raw IP), capture size 262144 bytes\n11:51:48.427747 IP 192.0.2.50 >"
                + " 203.0.113.245: ESP(spi=0xc66b7237,seq=0x12a), length 136\n",
        "1767225601.000001 00:1b:21:aa:00:01 > 00:1b:21:bb:00:01, ethertype 802.1Q (0x8100), length 154: vlan 120, p 0,"
                + " ethertype IPv4 (0x0800), 192.0.2.10.4500 > 198.51.100.20.4500: UDP-encap: ESP(spi=0xc0c86871,seq=0x7),"
                + " length 116\n",
        "2026-01-05 10:11:12.123456 eth0  Out IP6 2001:db8::1.500 > 2001:db8::2.500: isakmp: parent_sa ikev2_init[I]\n",
        "10:11:12.123456 00:1b:21:aa:00:01 > ff:ff:ff:ff:ff:ff, ethertype ARP (0x0806), length 42: Request who-has 192.0.2.1"
                + " tell 192.0.2.10, length 28\n",
        "10:11:12.123456 IP (tos 0x0, ttl 64, id 1, offset 0, flags [DF], proto UDP (17), length 68)\n"
                + "    192.0.2.10.500 > 198.51.100.20.500: isakmp 1.0 msgid 00000000 cookie 0011223344556677->8899aabbccddeeff:"
                + " phase 1 I ident\n",
        "    1   0.000000   192.0.2.10 \u2192 198.51.100.20 ESP 166 ESP (SPI=0xc0c86871)\n",
    };

    /** Octets taken of the captures of testdata: the negotiation, some ARP and some ESP. */
    private static final int BEGINNING = 4096;

    private static final int FRAMES = 6;
    /** Of one text: what a log tells later is of the kind that it told before. */
    private static final int MOST_PIECES = 4;

    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN);

    private Seeds() {}

    static Stream<byte[]> pcap() {
        return Stream.concat(
                ORDERS.stream()
                        .flatMap(order -> Stream.of(
                                filled(PcapBuilder.microseconds(order)),
                                filled(PcapBuilder.nanoseconds(order)),
                                filled(PcapBuilder.version2(order, 2, 0xffff_ffffL, 0x0400_0001L)),
                                PcapBuilder.microseconds(order).toOctets())),
                beginnings(".pcap"));
    }

    static Stream<byte[]> pcapng() {
        return Stream.concat(ORDERS.stream().map(Seeds::everyBlock), beginnings(".pcapng"));
    }

    static Stream<byte[]> compressed() {
        byte[] pcap = filled(PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN));
        byte[] pcapng = everyBlock(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(gzip(Arrays.copyOf(pcap, 100)));
        members.writeBytes(gzip(Arrays.copyOfRange(pcap, 100, pcap.length)));
        Stream<byte[]> gzipped =
                Stream.of(gzip(pcap), gzip(pcapng), gzip(gzip(pcap)), gzip(new byte[0]), members.toByteArray());
        return Stream.concat(gzipped, packed());
    }

    static Stream<byte[]> netmon() {
        return Stream.of(1, 2)
                .flatMap(major -> Stream.of(0, 1, 3).map(minor -> {
                    NetMonBuilder file = NetMonBuilder.version(major, minor);
                    RandomFrames frames = new RandomFrames(minor);
                    for (int i = 0; i < FRAMES; i++) {
                        file.frame(1000L * i, frames.next());
                    }
                    return file.toOctets();
                }));
    }

    static Stream<byte[]> snoop() {
        SnoopBuilder file = SnoopBuilder.dataLink(4);
        RandomFrames frames = new RandomFrames(1);
        for (int i = 0; i < FRAMES; i++) {
            byte[] frame = frames.next();
            file.record(1_790_000_000L + i, i, frame.length, 3, i, frame);
        }
        return Stream.of(file.toOctets());
    }

    static Stream<byte[]> etl() {
        return Stream.of(EtlBuilder.everyEvent(1024));
    }

    /** Lines of tcpdump and tshark: the beginnings of the samples, and one line of each form. */
    static Stream<byte[]> printed() {
        Stream<byte[]> beginnings =
                files(PRINTED, ".*\\.txt").stream().map(file -> Arrays.copyOf(octets(file), BEGINNING / 2));
        return Stream.concat(beginnings, Stream.of(PRINTED_LINES).map(line -> line.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Words of machines, in pieces that begin with a line: the samples of the tests, and what stands beside the captures of
     * testdata.
     */
    static Stream<byte[]> context() {
        return Stream.of(SAMPLES, TESTDATA)
                .flatMap(folder -> files(folder, ".*\\.(txt|json|log)").stream())
                .flatMap(file -> pieces(octets(file)));
    }

    /** Lines of {@code text} from its beginning on, as many as a try takes; then those after them. */
    private static Stream<byte[]> pieces(byte[] text) {
        List<byte[]> pieces = new ArrayList<>();
        for (int from = 0; from < text.length && pieces.size() < MOST_PIECES; ) {
            int to = Math.min(text.length, from + Work.MOST_OF_A_TEXT);
            int end = to;
            while (to < text.length && end > from && text[end - 1] != '\n') {
                end--;
            }
            end = end == from ? to : end;
            pieces.add(Arrays.copyOfRange(text, from, end));
            from = end;
        }
        return pieces.stream();
    }

    /** A pcap file in every way that captures are compressed. */
    private static Stream<byte[]> packed() {
        byte[] pcap = filled(PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN));
        return Stream.of(Compression.values()).map(compression -> {
            try {
                return Packed.of(compression, pcap);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Every capture of testdata, whole. */
    static List<Path> testdata() {
        return files(TESTDATA, ".*\\.pcap(ng)?");
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] octets(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] octets) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static Stream<byte[]> beginnings(String ending) {
        return testdata().stream()
                .filter(file -> file.toString().endsWith(ending))
                .map(file -> {
                    byte[] octets = octets(file);
                    return Arrays.copyOf(octets, Math.min(octets.length, BEGINNING));
                });
    }

    private static byte[] filled(PcapBuilder file) {
        RandomFrames frames = new RandomFrames(1);
        for (int i = 0; i < FRAMES; i++) {
            file.frame(1_790_000_000L + i, i, frames.next());
        }
        return file.toOctets();
    }

    private static byte[] everyBlock(ByteOrder order) {
        byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(0xc0c86871L, 1)
                .payload(11)
                .octets();
        PcapngBuilder file = new PcapngBuilder(order);
        for (int section = 0; section < 2; section++) {
            file.interfaceOf(
                            1,
                            64,
                            options -> options.text(2, "eth0")
                                    .octets(9, new byte[] {9})
                                    .octets(14, new byte[] {0, 0, 0, 0, 0, 0, 0, 1})
                                    .end())
                    .interfaceOf(
                            113,
                            0,
                            options ->
                                    options.octets(9, new byte[] {(byte) 0x8a}).end())
                    .frame(0, 1, frame)
                    .enhanced(
                            1,
                            2,
                            9,
                            20,
                            Arrays.copyOf(frame, 9),
                            options -> options.text(1, "hm").u32(2, 1).end())
                    .obsolete(0, 1, 3, frame, options -> options.u32(2, 2))
                    .simple(frame.length, frame)
                    .block(4, new byte[] {0, 0, 0, 0})
                    .dropped(0, 7)
                    .block(0xBAD, new byte[] {0, 0, 0x7e, (byte) 0xd9, 1})
                    .section(-1, options -> options.text(1, "next").end());
        }
        return file.toOctets();
    }
}
