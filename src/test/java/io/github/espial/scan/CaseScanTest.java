package io.github.espial.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.observe.FrameReference;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseScanTest {
    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String SERVER = "192.0.2.10";
    private static final String PEER = "198.51.100.20";
    private static final long SPI = 0xc0c8_6871L;
    private static final long SECOND = 1_000_000_000;
    private static final long START = 1_700_000_000;

    /** ESP on ports of its own, of which only a later frame tells what they carry. */
    private static final byte[] ESP_BEFORE_IKE = capture(esp(1), esp(2), markedIke(), esp(3));

    /** More ESP on the same ports, and nothing else. */
    private static final byte[] ESP_ONLY = capture(esp(4), esp(5));

    @TempDir
    private Path folder = Path.of("");

    private static FrameBuilder onOtherPorts() {
        return FrameBuilder.ethernet(SERVER_MAC, GATEWAY_MAC).ipv4(SERVER, PEER).udp(40_000, 50_000);
    }

    private static FrameBuilder esp(long sequenceNumber) {
        return onOtherPorts().esp(SPI, sequenceNumber).payload(40);
    }

    private static FrameBuilder markedIke() {
        return onOtherPorts().nonEspMarker().ikev2(35, 1, 2, 0x08, 1).payload(40);
    }

    /** A capture of frames one a second. */
    private static byte[] capture(FrameBuilder... frames) {
        PcapBuilder file = PcapBuilder.microseconds(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < frames.length; i++) {
            file.frame(START + i, 0, frames[i].octets());
        }
        return file.toOctets();
    }

    private CaptureSource file(String name, byte[] octets) throws IOException {
        return CaptureSource.file(Files.write(folder.resolve(name), octets));
    }

    private static CaseScan scan(int threads, TimeWindow window, CaptureSource... sources) throws Exception {
        return CaseScan.of(List.of(sources), Reading.USUAL.in(window).by(threads));
    }

    private static long espFrames(CaseScan scan) {
        return scan.observations().sas().stream()
                .mapToLong(sa -> sa.span().frames())
                .sum();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void countsEspOnOtherPortsFromTheFirstFrameOfAnyFile(int threads) throws Exception {
        CaseScan scan = scan(
                threads, TimeWindow.EVERYTHING, file("earlier.pcap", ESP_ONLY), file("later.pcap", ESP_BEFORE_IKE));

        assertThat(espFrames(scan)).isEqualTo(5);
        assertThat(scan.observations().plainTalks()).isEmpty();
        assertThat(scan.observations().sas().get(0).span().firstFrame()).isEqualTo(new FrameReference(0, 1));
        assertThat(scan.observations().sas().get(1).span().firstFrame()).isEqualTo(new FrameReference(1, 1));
        assertThat(scan.captures()).extracting(summary -> summary.frames()).containsExactly(2L, 4L);
    }

    @Test
    void countsEspOnOtherPortsOfAStreamFromWhereItIsKnown() throws Exception {
        CaseScan scan = scan(
                1,
                TimeWindow.EVERYTHING,
                new CaptureSource.OfStream(new ByteArrayInputStream(ESP_BEFORE_IKE), "standard input"));

        assertThat(espFrames(scan)).isEqualTo(1);
        assertThat(scan.observations().plainTalks()).hasSize(1);
    }

    @Test
    @Timeout(60)
    void readsANamedPipeOnce() throws Exception {
        Path pipe = folder.resolve("pipe");
        assumeTrue(makePipe(pipe));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            Future<Path> written = writer.submit(() -> Files.write(pipe, ESP_BEFORE_IKE, StandardOpenOption.WRITE));

            CaseScan scan = scan(1, TimeWindow.EVERYTHING, CaptureSource.file(pipe));

            assertThat(written.get()).isEqualTo(pipe);
            assertThat(espFrames(scan)).isEqualTo(1);
        } finally {
            writer.shutdownNow();
        }
    }

    /** Makes a named pipe, where there is such a thing. */
    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void looksOnlyAtTheWindow() throws Exception {
        TimeWindow window = new TimeWindow((START + 1) * SECOND, (START + 2) * SECOND);

        CaseScan scan = scan(1, window, file("capture.pcap", ESP_BEFORE_IKE));

        assertThat(espFrames(scan)).isEqualTo(1);
        assertThat(scan.observations().ikeExchanges()).hasSize(1);
        assertThat(scan.observations().points())
                .singleElement()
                .satisfies(point -> assertThat(point.frames()).isEqualTo(2));
        assertThat(scan.captures().get(0).frames()).isEqualTo(4);
    }

    @Test
    void hearsWhoHasWhichAddressBeforeTheWindowAndNotAfterIt() throws Exception {
        FrameBuilder earlier =
                FrameBuilder.ethernet(GATEWAY_MAC, SERVER_MAC).arpReply(GATEWAY_MAC, "192.0.2.1", SERVER_MAC, SERVER);
        FrameBuilder later =
                FrameBuilder.ethernet(GATEWAY_MAC, SERVER_MAC).arpReply(GATEWAY_MAC, "192.0.2.7", SERVER_MAC, SERVER);
        TimeWindow window = new TimeWindow((START + 2) * SECOND, (START + 2) * SECOND);

        CaseScan scan = scan(1, window, file("capture.pcap", capture(earlier, esp(1), markedIke(), later)));

        assertThat(scan.observations().claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.address()).hasToString("192.0.2.1"));
        assertThat(scan.observations().points())
                .singleElement()
                .satisfies(point -> assertThat(point.frames()).isEqualTo(1));
    }
}
