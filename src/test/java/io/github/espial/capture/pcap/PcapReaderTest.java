package io.github.espial.capture.pcap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.Samples;
import io.github.espial.bytes.StreamOctets;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.store.Compression;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PcapReaderTest {
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    /** A file of one frame that was cut to four octets, as a little-endian machine writes it. */
    private static final byte[] VECTOR = vector("""
            d4c3b2a1  magic: microseconds, little-endian
            02000400  version 2.4
            00000000 00000000
            60000000  snap length 96
            01000010  link type 1 with a frame check sequence stated in the upper bits
            00f15365  seconds 1700000000
            40e20100  microseconds 123456
            04000000  captured length
            ea050000  original length 1514
            deadbeef
            """);

    static Stream<ByteOrder> orders() {
        return Stream.of(BIG, LITTLE);
    }

    @Test
    void readsAVectorInFull() throws CaptureException {
        ReadRecords capture = read(VECTOR);

        assertThat(capture.summary().file().orElseThrow().format()).isEqualTo(new FormatName("pcap"));
        assertThat(capture.summary().file().orElseThrow().compression()).isEqualTo(Compression.NONE);
        assertThat(capture.summary().frames()).isEqualTo(1);
        assertThat(capture.summary().truncatedFrames()).isEqualTo(1);
        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.summary().interfaces())
                .containsExactly(
                        new CaptureInterface(0, 1, 96, 6, InterfaceDescription.NONE, 1, 1, OptionalLong.empty()));
        assertThat(capture.frames())
                .containsExactly(new ReadFrame(
                        1, 0, 1, true, 1_700_000_000_123_456_000L, 1514, Direction.UNKNOWN, 24, "deadbeef"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsMicrosecondsAndNanoseconds(ByteOrder order) throws CaptureException {
        byte[] frame = Samples.frame(1, 60);
        long latest = 0xFFFF_FFFFL;

        assertThat(read(PcapBuilder.microseconds(order)
                                .frame(latest, 999_999, frame)
                                .toOctets())
                        .frames())
                .extracting(ReadFrame::nanos)
                .containsExactly(4_294_967_295_999_999_000L);
        ReadRecords nanoseconds =
                read(PcapBuilder.nanoseconds(order).frame(1, 999_999_999, frame).toOctets());
        assertThat(nanoseconds.frames()).extracting(ReadFrame::nanos).containsExactly(1_999_999_999L);
        assertThat(nanoseconds.summary().interfaces().get(0).timestampDigits()).isEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void countsTheWholeFramesOfAFileCutAnywhere(ByteOrder order) throws CaptureException {
        PcapBuilder builder = PcapBuilder.microseconds(order);
        int[] ends = new int[5];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = builder.frame(i, i, Samples.frame(i, 3 * i)).size();
        }
        byte[] file = builder.toOctets();
        for (int length = 0; length <= file.length; length++) {
            int cut = length;
            byte[] start = Arrays.copyOf(file, cut);
            if (cut < PcapHeader.LENGTH) {
                assertThatThrownBy(() -> read(start)).isInstanceOf(CaptureException.class);
                continue;
            }
            long whole = Arrays.stream(ends).filter(end -> end <= cut).count();
            boolean isClean = cut == PcapHeader.LENGTH || Arrays.stream(ends).anyMatch(end -> end == cut);
            ReadRecords capture = read(start);
            assertThat(capture.summary().frames()).isEqualTo(whole);
            assertThat(capture.frames()).hasSize((int) whole);
            assertThat(capture.summary().problems()).hasSize(isClean ? 0 : 1);
        }
    }

    @Test
    void saysWhereAFrameIsCutOff() throws CaptureException {
        ReadRecords capture = read(Arrays.copyOf(VECTOR, VECTOR.length - 1));

        assertThat(capture.summary().problems())
                .containsExactly(
                        new CaptureProblem(24, OptionalLong.of(1), "cut off: expected a frame of 4 octets, found 3"));
    }

    @Test
    void stopsAtACapturedLengthThatCannotBe() throws CaptureException {
        PcapBuilder builder = PcapBuilder.microseconds(BIG).frame(1, 0, Samples.frame(0, 10));
        int damaged = builder.size();
        byte[] file = builder.record(2, 0, 262_145, 262_145, new byte[500]).toOctets();

        ReadRecords capture = read(file);

        assertThat(capture.summary().frames()).isEqualTo(1);
        assertThat(capture.summary().problems())
                .containsExactly(new CaptureProblem(
                        damaged, OptionalLong.of(2), "damaged: captured length 262145 exceeds 262144"));
    }

    @Test
    void allowsLongFramesWhereTheSnapLengthDoes() throws CaptureException {
        byte[] frame = Samples.frame(0, 1 << 20);

        ReadRecords capture = read(PcapBuilder.version2(LITTLE, 4, 1 << 20, 1)
                .frame(1, 0, frame)
                .frame(2, 0, frame)
                .toOctets());

        assertThat(capture.frames())
                .extracting(ReadFrame::octets)
                .containsExactly(Samples.hex(frame), Samples.hex(frame));
        assertThat(capture.summary().problems()).isEmpty();
    }

    @Test
    void toleratesOddRecordsAndSaysSoOnce() throws CaptureException {
        byte[] frame = Samples.frame(0, 10);
        ReadRecords capture = read(PcapBuilder.microseconds(BIG)
                .record(1, 1_500_000, 10, 9, frame)
                .record(2, 1_500_000, 10, 9, frame)
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::nanos).containsExactly(2_500_000_000L, 3_500_000_000L);
        assertThat(capture.summary().truncatedFrames()).isZero();
        assertThat(capture.problemTexts())
                .containsExactly(
                        "the fraction of a second is 1500000000 ns, expected less than 1000000000 (said once)",
                        "captured length 10 exceeds original length 9 (said once)");
    }

    @Test
    void swapsTheLengthsOfOldVersions() throws CaptureException {
        ReadRecords capture = read(PcapBuilder.version2(BIG, 2, 68, 1)
                .record(1, 0, 1514, 10, Samples.frame(0, 10))
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::originalLength).containsExactly(1514L);
        assertThat(capture.summary().problems()).isEmpty();
    }

    @Test
    void notesAnUnknownVersion() throws CaptureException {
        byte[] file = VECTOR.clone();
        file[4] = 7;

        assertThat(read(file).problemTexts()).containsExactly("pcap version 7.4, expected 2.4; read as if it were");
    }

    @Test
    void readsAPieceBetweenTwoRecords() throws IOException {
        PcapBuilder builder = PcapBuilder.microseconds(LITTLE);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            starts.add(builder.size());
            builder.frame(i, 0, Samples.frame(i, 7 * i));
        }
        byte[] file = builder.toOctets();
        PcapHeader header = PcapHeader.parse(ByteBuffer.wrap(file), 0);
        int start = starts.get(3);
        int end = starts.get(7);
        ByteArrayInputStream piece = new ByteArrayInputStream(file, start, file.length);
        OctetWindow window = new OctetWindow(new StreamOctets(piece), start, 64, 1 << 20);
        List<Long> offsets = new ArrayList<>();

        PcapReader.of(header, window, new CaptureLedger()).scan(end, frame -> offsets.add(frame.fileOffset()));

        assertThat(offsets)
                .containsExactly((long) start, (long) starts.get(4), (long) starts.get(5), (long) starts.get(6));
        assertThat(window.offset()).isEqualTo(end);
    }

    private static byte[] vector(String annotated) {
        StringBuilder hex = new StringBuilder();
        annotated
                .lines()
                .map(line -> line.replaceAll("  .*", "").replace(" ", ""))
                .forEach(hex::append);
        return HexFormat.of().parseHex(hex);
    }

    private static ReadRecords read(byte[] file) throws CaptureException {
        return ReadRecords.of(new PcapFormat(), file);
    }
}
