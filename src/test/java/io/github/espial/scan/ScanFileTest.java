package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.capture.Frame;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcapng.PcapngBuilder;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.net.LinkTypes;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.DecompressionLimit;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScanFileTest {
    private static final Path CAPTURE = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final TimeWindow WINDOW = new TimeWindow(0, Long.MAX_VALUE);
    private static final int SPI_AT = 14 + 20;

    /** More than the table of SAs holds. */
    private static final int MANY_SAS = 140_000;

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameFile() {
        file = folder.resolve("capture.scan");
    }

    private static CaptureScan scan(CaptureSource source) throws Exception {
        CaseScan scan = CaseScan.of(List.of(source), Reading.USUAL);
        return new CaptureScan(0, scan.observations(), scan.captures().get(0));
    }

    private static CaptureScan sample() throws Exception {
        return scan(CaptureSource.file(CAPTURE));
    }

    /** An SA for each frame. */
    private static Observations manySas(int place) {
        byte[] octets = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(1, 1)
                .payload(8)
                .octets();
        Observer observer = new Observer(place, new UdpPairs());
        for (int spi = 0; spi < MANY_SAS; spi++) {
            ByteBuffer.wrap(octets).putInt(SPI_AT, 256 + spi);
            Frame frame = KeptFrames.frame(LinkTypes.ETHERNET, octets);
            observer.frame(frame);
        }
        return observer.observations(MANY_SAS);
    }

    @Test
    void beginsWithWhatItIsAndItsVersion() throws Exception {
        ScanFile.write(file, ScanOctets.KEY, sample());

        assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                .startsWith("4553505343414e" + "04")
                .contains(HexFormat.of().formatHex("content".getBytes(StandardCharsets.US_ASCII)));
        assertThat(files()).containsExactly(file);
    }

    @Test
    void holdsAllThatACaptureSaysOfItself() throws Exception {
        byte[] frame = FrameBuilder.ethernet("00:0c:29:5e:10:0a", "00:1b:21:aa:00:01")
                .ipv4("192.0.2.10", "198.51.100.20")
                .esp(0xc0c86871L, 1)
                .payload(40)
                .octets();
        byte[] capture = new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                .interfaceOf(
                        LinkTypes.ETHERNET,
                        64,
                        options -> options.text(1, "first card")
                                .text(2, "eth0")
                                .octets(4, new byte[] {(byte) 192, 0, 2, 10, (byte) 255, (byte) 255, (byte) 255, 0})
                                .octets(6, new byte[] {0, 12, 41, 94, 16, 10})
                                .octets(9, new byte[] {9})
                                .end())
                .enhanced(
                        0,
                        5,
                        64,
                        frame.length,
                        Arrays.copyOf(frame, 64),
                        options -> options.text(1, "hm").end())
                .block(4, new byte[] {0, 1, 0, 8, (byte) 192, 0, 2, 1, 'r', 't', '1', 0, 0, 0, 0, 0})
                .dropped(0, 7)
                .frame(9, 6, frame)
                .toOctets();
        CaptureScan scan = scan(new CaptureSource.OfStream(new ByteArrayInputStream(capture), "capture"));
        assertThat(scan.summary().problems()).isNotEmpty();
        assertThat(scan.summary().names()).isNotEmpty();
        assertThat(scan.summary().comments()).isNotEmpty();
        assertThat(scan.summary().dropped()).hasValue(7);

        CaptureScan read = ScanOctets.read(ScanOctets.of(scan), 0, "capture");

        assertThat(read.summary()).isEqualTo(scan.summary());
        assertThat(FactsInFull.of(read.observations())).isEqualTo(FactsInFull.of(scan.observations()));
    }

    @Test
    void holdsACaptureThatWasReadFromNoFile() throws Exception {
        CaptureScan sample = sample();
        CaptureSummary of = sample.summary();
        CaptureSummary running = new CaptureSummary(
                "eth0", Optional.empty(), of.frames(), of.interfaces(), of.names(), of.comments(), of.problems());

        CaptureScan read =
                ScanOctets.read(ScanOctets.of(new CaptureScan(0, sample.observations(), running)), 0, "eth0");

        assertThat(read.summary()).isEqualTo(running);
        assertThat(read.summary().sha256()).isEmpty();
    }

    @Test
    void callsTheCaptureAsItIsCalledNow() throws Exception {
        ScanFile.write(file, ScanOctets.KEY, sample());

        assertThat(ScanFile.read(file, ScanOctets.KEY, 0, "renamed.pcap"))
                .hasValueSatisfying(scan -> assertThat(scan.summary().name()).isEqualTo("renamed.pcap"));
    }

    @ParameterizedTest
    @MethodSource
    void isForOneKey(ScanKey other) throws Exception {
        ScanFile.write(file, ScanOctets.KEY, sample());

        assertThat(ScanFile.read(file, other, 0, "capture")).isEmpty();
    }

    static Stream<ScanKey> isForOneKey() {
        UdpPairs known = new UdpPairs();
        known.add(0, 1, 2, 0, 3, 4);
        ScanKey key = ScanOctets.KEY;
        return Stream.of(
                new ScanKey("other", key.tool(), key.window(), key.known(), key.limit()),
                new ScanKey(key.content(), "other", key.window(), key.known(), key.limit()),
                new ScanKey(key.content(), key.tool(), WINDOW, key.known(), key.limit()),
                new ScanKey(key.content(), key.tool(), key.window(), known, key.limit()),
                new ScanKey(key.content(), key.tool(), key.window(), key.known(), DecompressionLimit.of(9)));
    }

    @Test
    void refusesEveryShorterLength() throws Exception {
        byte[] whole = ScanOctets.of(sample());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ScanOctets.read(cut, 0, "capture"))
                    .isInstanceOf(IOException.class)
                    .hasMessageMatching("no scan of a capture|damaged or cut off: its checksum is another");
        }
    }

    @Test
    void refusesWhatIsNoScanInOneLineThatNamesTheFile() throws Exception {
        Files.writeString(file, "a letter of some length\n");
        assertThatThrownBy(() -> ScanFile.read(file, ScanOctets.KEY, 0, "capture"))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": no scan of a capture");

        Files.write(file, ScanOctets.ofVersion(ScanFile.VERSION + 1, ScanOctets.of(sample())));
        assertThatThrownBy(() -> ScanFile.read(file, ScanOctets.KEY, 0, "capture"))
                .hasMessage(file + ": a scan of version " + (ScanFile.VERSION + 1) + ", expected " + ScanFile.VERSION
                        + ": another Espial made it");

        Files.write(file, new byte[ScanFile.MOST_OCTETS + 1]);
        assertThatThrownBy(() -> ScanFile.read(file, ScanOctets.KEY, 0, "capture"))
                .hasMessageStartingWith(file + ": 67108865 octets, expected 67108864 at most");
    }

    /** Which of too many SAs are kept goes by their keys, and these begin with the capture's place. */
    @Test
    void holdsASampleForItsPlaceOnly() throws Exception {
        Observations all = manySas(3);
        assertThat(all.sampled()).isNotEmpty();

        assertThat(FactsInFull.of(ScanOctets.moved(all, 3, 3))).isEqualTo(FactsInFull.of(all));
        assertThatThrownBy(() -> ScanOctets.moved(all, 3, 4))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it left something out")
                .hasMessageContaining("holds only where this is capture 4 of a case, and here it is capture 5")
                .hasMessageNotContaining("damaged");
    }

    @Test
    void holdsNoFactsOfTwoCaptures() throws Exception {
        Observations both = new Observations();
        both.merge(new Observer(0, new UdpPairs()).observations(1));
        both.merge(new Observer(1, new UdpPairs()).observations(1));
        CaptureScan scan = new CaptureScan(0, both, sample().summary());

        assertThatThrownBy(() -> ScanOctets.of(scan)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isScannedAgainWhereItCannotBeRead() throws Exception {
        CaptureSource source = CaptureSource.file(CAPTURE);
        KeptScans scans = new ScanFolder(folder, "test", any -> Optional.of("content"));
        assertThat(scans.find(source, 0, TimeWindow.EVERYTHING, new UdpPairs())).isEmpty();
        scans.keep(source, TimeWindow.EVERYTHING, new UdpPairs(), sample());
        assertThat(scans.find(source, 0, TimeWindow.EVERYTHING, new UdpPairs())).isPresent();
        assertThat(scans.find(source, 0, WINDOW, new UdpPairs())).isEmpty();

        for (Path kept : files()) {
            Files.write(kept, new byte[100]);
        }

        assertThat(scans.find(source, 0, TimeWindow.EVERYTHING, new UdpPairs())).isEmpty();
        scans.keep(source, TimeWindow.EVERYTHING, new UdpPairs(), sample());
        assertThat(scans.find(source, 0, TimeWindow.EVERYTHING, new UdpPairs())).isPresent();
        assertThat(files()).hasSize(1);
    }

    /** A file that changed between the moment its content was told and the scan. */
    @Test
    void isNotKeptForOtherOctets() throws Exception {
        CaptureScan sample = sample();
        String digest = sample.summary().sha256().orElseThrow();
        CaptureSource source = CaptureSource.file(CAPTURE);

        new ScanFolder(folder, "test", any -> Optional.of("0".repeat(64)))
                .keep(source, TimeWindow.EVERYTHING, new UdpPairs(), sample);
        assertThat(files()).isEmpty();
        new ScanFolder(folder, "test", any -> Optional.empty())
                .keep(source, TimeWindow.EVERYTHING, new UdpPairs(), sample);
        assertThat(files()).isEmpty();
        new ScanFolder(folder, "test", any -> Optional.of(digest))
                .keep(source, TimeWindow.EVERYTHING, new UdpPairs(), sample);
        assertThat(files()).hasSize(1);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
