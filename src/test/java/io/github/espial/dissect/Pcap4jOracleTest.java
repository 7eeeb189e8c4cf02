package io.github.espial.dissect;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.CaptureException;
import io.github.espial.capture.KeptFrames;
import io.github.espial.net.LinkTypes;
import io.github.espial.read.CaptureReader;
import io.github.espial.store.CaptureSource;
import io.github.espial.store.ReadProgress;
import io.github.espial.wire.RandomFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as the dissector reads them against pcap4j, which shares no code with it. */
class Pcap4jOracleTest {
    private static final Path TESTDATA = Path.of("testdata");
    private static final int GENERATED = 6_000;

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(TESTDATA)) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void readsEveryCapturedFrameAsPcap4jDoes(Path capture) throws CaptureException {
        Pcap4jComparison comparison = new Pcap4jComparison();

        long frames = CaptureReader.read(
                        CaptureSource.file(capture),
                        frame -> {
                            byte[] octets = new byte[frame.capturedLength()];
                            frame.octets().get(frame.start(), octets);
                            comparison.compare(frame, octets);
                        },
                        ReadProgress.NONE)
                .frames();

        // All but what pcap4j has no class for (LLDP and the like): the lab sends IP and ARP.
        assertThat(comparison.networkLayers()).isGreaterThan(frames * 9 / 10);
        assertThat(comparison.linkLayers()).isEqualTo(frames);
    }

    @Test
    void comparesIpsecOfTheLab() throws IOException {
        Pcap4jComparison comparison = new Pcap4jComparison();
        for (Path capture : captures()) {
            CaptureReader.read(
                    CaptureSource.file(capture),
                    frame -> {
                        byte[] octets = new byte[frame.capturedLength()];
                        frame.octets().get(frame.start(), octets);
                        comparison.compare(frame, octets);
                    },
                    ReadProgress.NONE);
        }

        assertThat(comparison.ipsec()).isGreaterThan(5_000);
        assertThat(comparison.transports()).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsGeneratedFramesAsPcap4jDoes(long seed) {
        RandomFrames random = new RandomFrames(seed);
        Pcap4jComparison comparison = new Pcap4jComparison();
        for (int i = 0; i < GENERATED; i++) {
            compare(comparison, random.next(), seed, i);
        }

        assertThat(comparison.linkLayers()).isEqualTo(GENERATED);
        assertThat(comparison.networkLayers()).isGreaterThan(GENERATED * 3 / 4);
        assertThat(comparison.transports()).isGreaterThan(GENERATED / 6);
        assertThat(comparison.ipsec()).isGreaterThan(GENERATED / 5);
        assertThat(comparison.icmp()).isGreaterThan(GENERATED / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void readsCutFramesAsPcap4jDoes(long seed) {
        RandomFrames random = new RandomFrames(seed);
        Pcap4jComparison comparison = new Pcap4jComparison();
        for (int i = 0; i < GENERATED; i++) {
            compare(comparison, random.cut(random.next()), seed, i);
        }

        assertThat(comparison.linkLayers()).isGreaterThan(GENERATED / 2);
        assertThat(comparison.networkLayers()).isGreaterThan(GENERATED / 4);
        assertThat(comparison.ipsec()).isGreaterThan(GENERATED / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void readsDamagedFramesAsPcap4jDoes(long seed) {
        RandomFrames random = new RandomFrames(seed);
        Pcap4jComparison comparison = new Pcap4jComparison();
        for (int i = 0; i < GENERATED; i++) {
            compare(comparison, random.damage(random.next()), seed, i);
        }

        // On a few pcap4j fails altogether.
        assertThat(comparison.linkLayers()).isGreaterThan(GENERATED * 99 / 100);
        assertThat(comparison.networkLayers()).isGreaterThan(GENERATED / 2);
        assertThat(comparison.transports()).isGreaterThan(GENERATED / 8);
    }

    private static void compare(Pcap4jComparison comparison, byte[] octets, long seed, int frame) {
        try {
            comparison.compare(KeptFrames.frame(LinkTypes.ETHERNET, octets), octets);
        } catch (AssertionError e) {
            throw new AssertionError("frame " + frame + " of seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
