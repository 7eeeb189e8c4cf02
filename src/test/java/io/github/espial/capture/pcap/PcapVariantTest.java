package io.github.espial.capture.pcap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.OrderedOctets;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.Direction;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.net.LinkTypes;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that share a magic number, and differ in what stands before a frame. */
class PcapVariantTest {
    private static final long USUAL = 0xA1B2C3D4L;
    private static final long MODIFIED = 0xA1B2CD34L;
    private static final List<ByteOrder> ORDERS = List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);

    /** A frame that begins with a MAC of Intel's, which is no interface index in either octet order. */
    private static byte[] frame(int last) {
        byte[] frame = Samples.frame(0, 60);
        byte[] mac = {0x00, 0x1b, 0x21, (byte) 0xaa, 0x00, (byte) last};
        System.arraycopy(mac, 0, frame, 0, mac.length);
        return frame;
    }

    /** What the patches of 1999 put before a frame: interface 2, IPv4, packet type, padding, and {@code more}. */
    private static byte[] behind(ByteOrder order, int packetType, int more) {
        return new OrderedOctets(order)
                .u32(2)
                .u16(0x0800)
                .u8(packetType)
                .u8(0xff)
                .octets(new byte[more])
                .toOctets();
    }

    private static void holdsThreeFrames(ReadRecords capture) {
        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.frames())
                .extracting(ReadFrame::octets)
                .containsExactly(Samples.hex(frame(1)), Samples.hex(frame(2)), Samples.hex(frame(3)));
        assertThat(capture.frames())
                .extracting(ReadFrame::nanos)
                .containsExactly(1_000_005_000L, 2_000_005_000L, 3_000_005_000L);
    }

    @ParameterizedTest
    @CsvSource({"A1B2CD34, 0", "A1B2C3D4, 0", "A1B2CD34, 4"})
    void readsRecordsAsPatchedLinuxWroteThem(String magic, int more) throws CaptureException {
        for (ByteOrder order : ORDERS) {
            PcapBuilder builder = PcapBuilder.magic(order, Long.parseLong(magic, 16), 4, 1)
                    .record(1, 5, behind(order, 4, more), frame(1))
                    .record(2, 5, behind(order, 0, more), frame(2))
                    .record(3, 5, behind(order, 3, more), frame(3));

            ReadRecords capture = read(builder.toOctets());

            holdsThreeFrames(capture);
            assertThat(capture.frames())
                    .extracting(ReadFrame::direction)
                    .containsExactly(Direction.OUTBOUND, Direction.INBOUND, Direction.UNKNOWN);
        }
    }

    @Test
    void readsRecordsAsNokiaWroteThem() throws CaptureException {
        for (ByteOrder order : ORDERS) {
            byte[] behind = new OrderedOctets(order).u32(0x9FBF_B601L).toOctets();

            holdsThreeFrames(read(PcapBuilder.magic(order, USUAL, 4, 1)
                    .record(1, 5, behind, frame(1))
                    .record(2, 5, behind, frame(2))
                    .record(3, 5, behind, frame(3))
                    .toOctets()));
        }
    }

    @ParameterizedTest
    @CsvSource({"1C0001AC, 5000", "1C0001AB, 5"})
    void passesOverTheFieldThatIxiaAdds(String magic, long fraction) throws CaptureException {
        for (ByteOrder order : ORDERS) {
            holdsThreeFrames(read(PcapBuilder.magic(order, Long.parseLong(magic, 16), 4, 1)
                    .field(3 * 76)
                    .frame(1, fraction, frame(1))
                    .frame(2, fraction, frame(2))
                    .frame(3, fraction, frame(3))
                    .toOctets()));
        }
    }

    @ParameterizedTest
    @CsvSource({"6, ethernet", "9, ieee802-5", "15, fddi", "24, null"})
    void takesAixAtItsWord(int interfaceType, String linkType) throws CaptureException {
        ReadRecords capture = read(PcapBuilder.magic(ByteOrder.BIG_ENDIAN, USUAL, 2, interfaceType)
                .frame(1, 5000, frame(1))
                .frame(2, 5000, frame(2))
                .frame(3, 5000, frame(3))
                .toOctets());

        holdsThreeFrames(capture);
        assertThat(LinkTypes.name(capture.frames().get(0).linkType())).isEqualTo(linkType);
    }

    @Test
    void leavesOtherFilesOfOldVersionsAlone() throws CaptureException {
        ReadRecords capture = read(PcapBuilder.magic(ByteOrder.BIG_ENDIAN, USUAL, 2, 1)
                .frame(1, 5, frame(1))
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::nanos).containsExactly(1_000_005_000L);
    }

    @Test
    void readsTheLengthsOfDgUxInTheirOrder() throws CaptureException {
        byte[] file = PcapBuilder.magic(ByteOrder.BIG_ENDIAN, USUAL, 0, 1)
                .record(1, 5, 1514, 60, frame(1))
                .toOctets();
        file[4] = 0x02;
        file[5] = 0x1f;

        ReadRecords capture = read(file);

        assertThat(capture.frames()).extracting(ReadFrame::originalLength).containsExactly(1514L);
        assertThat(capture.problemTexts()).containsExactly("pcap version 543.0, expected 2.4; read as if it were");
    }

    @ParameterizedTest
    @ValueSource(longs = {USUAL, MODIFIED})
    void keepsTheWholeFramesOfAFileCutAnywhere(long magic) throws CaptureException {
        PcapBuilder builder = PcapBuilder.magic(ByteOrder.LITTLE_ENDIAN, magic, 4, 1);
        int[] ends = new int[4];
        for (int i = 0; i < ends.length; i++) {
            byte[] behind = magic == USUAL ? new byte[0] : behind(ByteOrder.LITTLE_ENDIAN, 0, 0);
            ends[i] = builder.record(i, 5, behind, frame(i)).size();
        }
        byte[] file = builder.toOctets();
        for (int length = 24; length <= file.length; length++) {
            int cut = length;
            assertThat(read(Arrays.copyOf(file, cut)).frames())
                    .as("cut to %d", cut)
                    .hasSize((int) Arrays.stream(ends).filter(end -> end <= cut).count());
        }
    }

    @Test
    void takesOddRecordsForNoVariant() throws CaptureException {
        byte[] frame = frame(1);
        ReadRecords capture = read(PcapBuilder.version2(ByteOrder.LITTLE_ENDIAN, 4, 40, 1)
                .record(1, 1_500_000, 60, 50, frame)
                .record(2, 1_500_000, 60, 50, frame)
                .record(3, 1_500_000, 60, 50, frame)
                .toOctets());

        assertThat(capture.frames()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(longs = {0x1000_0001L, 0x2400_0001L, 0xFFFF_0001L})
    void readsTheLinkTypeBelowItsFlags(long word) throws CaptureException {
        ReadRecords capture = read(PcapBuilder.magic(ByteOrder.LITTLE_ENDIAN, USUAL, 4, word)
                .frame(1, 5, frame(1))
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::linkType).containsExactly(1);
        assertThat(capture.summary().problems()).isEmpty();
    }

    private static ReadRecords read(byte[] file) throws CaptureException {
        return ReadRecords.of(new PcapFormat(), file);
    }
}
