package io.github.espial.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.Espial;
import io.github.espial.capture.KeptFrames;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Verdict;
import io.github.espial.read.ReadCapture;
import io.github.espial.store.CaptureSource;
import io.github.espial.wire.FrameBuilder;
import io.github.espial.wire.OctetText;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what was not looked into nobody says that it is no IPsec, nor that it goes right. */
class NotLookedIntoTest {
    private static final Path WITHOUT_IPSEC = Path.of("testdata/no-ipsec/capture.pcap");
    private static final Path HEALTHY = Path.of("testdata/fixed-ikev2/capture.pcap");
    private static final Path MISROUTED = Path.of("testdata/misrouted-ikev2/capture.pcap");
    private static final long NANOS = 1_000_000_000;

    private static final String SERVER_MAC = "00:0c:29:5e:10:0a";
    private static final String GATEWAY_MAC = "00:1b:21:aa:00:01";
    private static final String STRANGER_MAC = "00:50:56:00:00:01";

    @TempDir
    private Path folder;

    private CaseReport analyze(PcapBuilder capture) throws Exception {
        Path file = folder.resolve("capture.pcap");
        Files.write(file, capture.toOctets());
        return Espial.usual().withThreads(1).analyze(file);
    }

    private static PcapBuilder changed(Path capture, UnaryOperator<byte[]> change) throws Exception {
        PcapBuilder changed = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        ReadCapture.kept(CaptureSource.file(capture)).replayChanged(change, 0, frame -> {
            byte[] octets = new byte[frame.capturedLength()];
            frame.octets().get(frame.start(), octets);
            changed.record(frame.nanos() / NANOS, frame.nanos() % NANOS, octets.length, frame.originalLength(), octets);
        });
        return changed;
    }

    /** As a snap length leaves it. */
    private static PcapBuilder cut(Path capture, int snapLength) throws Exception {
        PcapBuilder cut = PcapBuilder.nanoseconds(ByteOrder.LITTLE_ENDIAN);
        KeptFrames frames = ReadCapture.kept(CaptureSource.file(capture));
        frames.replay(0, frames.summary().frames(), frame -> {
            byte[] octets = new byte[Math.min(snapLength, frame.capturedLength())];
            frame.octets().get(frame.start(), octets);
            cut.record(frame.nanos() / NANOS, frame.nanos() % NANOS, octets.length, frame.originalLength(), octets);
        });
        return cut;
    }

    private static PcapBuilder with(Path capture, byte[] frame) throws Exception {
        return changed(capture, UnaryOperator.identity()).frame(1_795_000_000L, 0, frame);
    }

    private static byte[] macsec(String source, String destination) {
        return FrameBuilder.ethernet(source, destination)
                .tag(0x88e5, 0x2c00)
                .payload(60)
                .octets();
    }

    private static byte[] sealed(byte[] frame) {
        byte[] sealed = Arrays.copyOf(frame, frame.length + 8);
        sealed[12] = (byte) 0x88;
        sealed[13] = (byte) 0xe5;
        return sealed;
    }

    @Test
    void aCaptureOfMacsecIsUndetermined() throws Exception {
        PcapBuilder capture = changed(MISROUTED, NotLookedIntoTest::sealed);
        CaseReport report = analyze(capture);
        long frames = report.inputs().captures().get(0).summary().frames();

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.judgment().sentence())
                .contains(frames + " of " + frames + " frames are MACsec, not looked into");
        assertThat(report.judgment().missing()).anyMatch(what -> what.contains("MACsec"));
    }

    @Test
    void oneFrameOfMacsecForbidsToSayThatThereIsNoIpsec() throws Exception {
        CaseReport report = analyze(with(WITHOUT_IPSEC, macsec(STRANGER_MAC, GATEWAY_MAC)));

        assertThat(report.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(report.judgment().sentence()).contains("1 of ").contains("frames is MACsec, not looked into");
    }

    @Test
    void aFrameThatCanHoldNoneDoesNot() throws Exception {
        byte[] discovery = OctetText.octets(
                "0180c200000e 000c295e100a 88cc 0207040001020304050403020001060200780000" + "00".repeat(30));

        assertThat(analyze(with(WITHOUT_IPSEC, discovery)).verdict()).isEqualTo(Verdict.NO_IPSEC);
    }

    @ParameterizedTest
    @CsvSource({
        SERVER_MAC + "," + STRANGER_MAC + ", UNDETERMINED",
        STRANGER_MAC + "," + SERVER_MAC + ", UNDETERMINED",
        STRANGER_MAC + "," + GATEWAY_MAC + ", HEALTHY"
    })
    void onlyWhatMayBeTheServersForbidsHealth(String source, String destination, Verdict expected) throws Exception {
        assertThat(Espial.usual().analyze(HEALTHY).verdict()).isEqualTo(Verdict.HEALTHY);

        assertThat(analyze(with(HEALTHY, macsec(source, destination))).verdict())
                .isEqualTo(expected);
    }

    @Test
    void whatWasNotLookedIntoTakesNothingBackOfAProvenFault() throws Exception {
        CaseReport report = analyze(with(MISROUTED, macsec(SERVER_MAC, STRANGER_MAC)));

        assertThat(report.verdict()).isEqualTo(Verdict.MISROUTED);
        assertThat(report.inputs().captures().get(0).obstacles()).containsExactly("not looked into: 1 frame is MACsec");
    }

    @ParameterizedTest
    @ValueSource(strings = {"testdata/misrouted-ikev2/capture.pcap", "testdata/nat-t/capture.pcap"})
    void howeverShortFramesAreCutNobodySaysThatThereIsNoIpsec(Path capture) throws Exception {
        for (int snapLength : List.of(10, 14, 20, 30, 33, 34, 35, 37, 38, 41, 42, 43, 46, 50, 60, 69, 70, 96)) {
            assertThat(analyze(cut(capture, snapLength)).verdict())
                    .as("snap length %d", snapLength)
                    .isNotEqualTo(Verdict.NO_IPSEC);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 96})
    void aCaptureWithoutIpsecIsOneWhenItsFramesAreCutBehindTheirPorts(int snapLength) throws Exception {
        assertThat(analyze(cut(WITHOUT_IPSEC, snapLength)).verdict()).isEqualTo(Verdict.NO_IPSEC);
    }

    @Test
    void malformedFramesAreToldByWhere() throws Exception {
        byte[] broken = OctetText.octets("001b21aa0001 000c295e100a 0800 5500001c0001000040320000c000020ac6336414");
        CaseReport report = analyze(with(MISROUTED, broken).frame(1_795_000_001L, 0, broken));

        assertThat(report.inputs().captures().get(0).malformedFrames()).isEqualTo(2);
        long first = report.inputs().captures().get(0).summary().frames() - 1;
        assertThat(report.inputs().captures().get(0).obstacles())
                .containsExactly(
                        "malformed: 2 frames, the first is frame " + first + ": ipv4 at octet 14, expected version 4");
    }
}
