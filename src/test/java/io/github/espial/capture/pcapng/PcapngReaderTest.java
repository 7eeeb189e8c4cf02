package io.github.espial.capture.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.OrderedOctets;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.capture.ResolvedName;
import io.github.espial.capture.StatedAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PcapngReaderTest {
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;
    private static final byte[] FRAME = Samples.frame(1, 61);
    private static final String HEX = Samples.hex(FRAME);

    static Stream<ByteOrder> orders() {
        return Stream.of(BIG, LITTLE);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsEnhancedPacketsOfSeveralInterfaces(ByteOrder order) throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(order)
                .interfaceOf(1, 96, options -> {})
                .interfaceOf(276, 0, options -> options.octets(9, new byte[] {9}))
                .enhanced(0, 1_700_000_000_123_456L, 61, 100, FRAME, options -> {})
                .frame(1, 1_700_000_000_123_456_789L, Samples.frame(7, 64))
                .toOctets());

        assertThat(capture.summary().file().orElseThrow().format()).isEqualTo(new FormatName("pcapng"));
        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.frames())
                .containsExactly(
                        new ReadFrame(1, 0, 1, true, 1_700_000_000_123_456_000L, 100, Direction.UNKNOWN, 76, HEX),
                        new ReadFrame(
                                2,
                                1,
                                276,
                                true,
                                1_700_000_000_123_456_789L,
                                64,
                                Direction.UNKNOWN,
                                172,
                                Samples.hex(Samples.frame(7, 64))));
        assertThat(capture.summary().interfaces())
                .containsExactly(
                        new CaptureInterface(0, 1, 96, 6, InterfaceDescription.NONE, 1, 1, OptionalLong.empty()),
                        new CaptureInterface(1, 276, 0, 9, InterfaceDescription.NONE, 1, 0, OptionalLong.empty()));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsWhatAnInterfaceSaysOfItself(ByteOrder order) throws CaptureException, UnknownHostException {
        byte[] ipv6 = InetAddress.getByName("2001:db8::1").getAddress();
        ReadRecords capture = read(new PcapngBuilder(order)
                .interfaceOf(
                        1,
                        0,
                        options -> options.text(1, "outside")
                                .text(2, "eth0")
                                .text(3, "Outside")
                                .octets(4, new byte[] {(byte) 192, 0, 2, 10, -1, -1, -1, 0})
                                .octets(
                                        5,
                                        new OrderedOctets(BIG)
                                                .octets(ipv6)
                                                .u8(64)
                                                .toOctets())
                                .octets(6, new byte[] {0, 0x0C, 0x29, 0x5E, 0x10, 0x0A})
                                .text(11, "\0esp or arp")
                                .text(12, "Linux 6.12")
                                .text(15, "virtio")
                                .end())
                .toOctets());

        assertThat(capture.summary().interfaces().get(0).description())
                .isEqualTo(new InterfaceDescription(
                        Optional.of("eth0"),
                        Optional.of("Outside"),
                        Optional.of("virtio"),
                        Optional.of("Linux 6.12"),
                        Optional.of("esp or arp"),
                        OptionalLong.of(0x000C295E100AL),
                        List.of(
                                new StatedAddress(InetAddress.getByName("192.0.2.10"), 24),
                                new StatedAddress(InetAddress.getByName("2001:db8::1"), 64))));
        assertThat(capture.summary().comments()).containsExactly(new CaptureComment(0, "outside"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsOptionsOfFrames(ByteOrder order) throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(order)
                .ethernet()
                .enhanced(0, 0, 61, 61, FRAME, options -> options.u32(2, 1).end())
                .enhanced(
                        0,
                        0,
                        61,
                        61,
                        FRAME,
                        options -> options.text(1, "look here").u32(2, 0x1E).u64(4, 5))
                .enhanced(0, 0, 61, 61, FRAME, options -> options.u32(2, 3).u64(4, 2))
                .obsolete(0, 4, 0, FRAME, options -> options.u32(2, 2))
                .obsolete(0, 0xFFFF, 0, FRAME, options -> {})
                .toOctets());

        assertThat(capture.frames())
                .extracting(ReadFrame::direction)
                .containsExactly(
                        Direction.INBOUND,
                        Direction.OUTBOUND,
                        Direction.UNKNOWN,
                        Direction.OUTBOUND,
                        Direction.UNKNOWN);
        assertThat(capture.summary().comments()).containsExactly(new CaptureComment(2, "look here"));
        assertThat(capture.summary().dropped()).hasValue(11);
        assertThat(capture.frames()).extracting(ReadFrame::octets).containsOnly(HEX);
    }

    @Test
    void continuesInterfaceIdsOverSectionsOfDifferentOrder() throws CaptureException {
        byte[] first =
                new PcapngBuilder(BIG).ethernet().ethernet().frame(1, 1, FRAME).toOctets();
        byte[] second = new PcapngBuilder(LITTLE).ethernet().frame(0, 2, FRAME).toOctets();

        ReadRecords capture =
                read(PcapngBuilder.empty(BIG).raw(first).raw(second).toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::interfaceId).containsExactly(1, 2);
        assertThat(capture.frames()).extracting(ReadFrame::nanos).containsExactly(1000L, 2000L);
        assertThat(capture.summary().interfaces())
                .extracting(CaptureInterface::id)
                .containsExactly(0, 1, 2);
        assertThat(capture.summary().interfaces())
                .extracting(CaptureInterface::frames)
                .containsExactly(0L, 1L, 1L);
        assertThat(capture.summary().problems()).isEmpty();
    }

    @Test
    void notesASectionThatIsNotAsLongAsItSays() throws CaptureException {
        byte[] file = PcapngBuilder.empty(BIG)
                .section(100, options -> {})
                .ethernet()
                .section(20, options -> {})
                .ethernet()
                .toOctets();

        assertThat(read(file).summary().problems())
                .containsExactly(new CaptureProblem(
                        48, OptionalLong.empty(), "the section ends after 20 octets, its header says 100"));
    }

    @ParameterizedTest
    @CsvSource({
        "3,    1700000000123, 0,          1700000000123000000",
        "-118, 1740800000512, 0,          1700000000500000000",
        "6,    500000,        1700000000, 1700000000500000000",
    })
    void readsResolutionAndOffsetOfTimes(byte resolution, long time, long offset, long nanos) throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(LITTLE)
                .interfaceOf(
                        1,
                        0,
                        options -> options.octets(9, new byte[] {resolution}).u64(14, offset))
                .frame(0, time, FRAME)
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::nanos).containsExactly(nanos);
    }

    @ParameterizedTest
    @CsvSource({"0, 61, 61", "0, 1514, 64", "40, 1514, 40", "100, 1514, 64", "100, 5, 5"})
    void boundsSimplePacketsThreeWays(long snapLength, long original, int captured) throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(LITTLE)
                .interfaceOf(1, snapLength, options -> {})
                .simple(original, FRAME)
                .toOctets());

        ReadFrame frame = capture.frames().get(0);
        assertThat(frame.octets()).hasSize(2 * captured);
        assertThat(frame.originalLength()).isEqualTo(original);
        assertThat(frame.hasTime()).isFalse();
        assertThat(frame.nanos()).isZero();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void readsNames(ByteOrder order) throws CaptureException, UnknownHostException {
        byte[] ipv6 = InetAddress.getByName("2001:db8::1").getAddress();
        ReadRecords capture = read(new PcapngBuilder(order)
                .block(4, body -> {
                    body.u16(1)
                            .u16(15)
                            .octets(new byte[] {10, 1, 2, 3})
                            .text("gw\0gateway\0")
                            .pad();
                    body.u16(3).u16(2).u16(0).pad();
                    body.u16(2).u16(18).octets(ipv6).text("v6").pad();
                    body.u32(0);
                    body.u16(1).u16(4).text("from").u32(0);
                })
                .toOctets());

        InetAddress ipv4 = InetAddress.getByName("10.1.2.3");
        assertThat(capture.summary().names())
                .containsExactly(
                        new ResolvedName(ipv4, "gw"),
                        new ResolvedName(ipv4, "gateway"),
                        new ResolvedName(InetAddress.getByName("2001:db8::1"), "v6"));
        assertThat(capture.summary().comments()).containsExactly(new CaptureComment(0, "from"));
        assertThat(capture.summary().problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("orders")
    void takesTheLastStatisticsOfEachInterface(ByteOrder order) throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(order)
                .ethernet()
                .ethernet()
                .ethernet()
                .enhanced(0, 0, 61, 61, FRAME, options -> options.u64(4, 5))
                .block(5, body -> statistics(body, 0, 1, 2))
                .block(5, body -> statistics(body, 0, 10, 20))
                .block(5, body -> statistics(body, 1, 0, -1))
                .toOctets());

        assertThat(capture.summary().interfaces())
                .extracting(CaptureInterface::dropped)
                .containsExactly(OptionalLong.of(30), OptionalLong.of(0), OptionalLong.empty());
        assertThat(capture.summary().dropped()).hasValue(30);
    }

    @Test
    void countsFramesThatMakeNoSenseButDeliversThemNot() throws CaptureException {
        PcapngBuilder builder = new PcapngBuilder(LITTLE).simple(61, FRAME).ethernet();
        int second = builder.size();
        builder.frame(7, 0, FRAME)
                .enhanced(0, 0, 65, 65, FRAME, options -> {})
                .enhanced(0xFFFF_FFFFL, 0, 0xFFFF_FFFFL, 0, FRAME, options -> {})
                .block(6, body -> body.u32(0))
                .block(3, body -> {})
                .frame(0, 0, FRAME);

        ReadRecords capture = read(builder.toOctets());

        assertThat(capture.summary().frames()).isEqualTo(7);
        assertThat(capture.frames()).extracting(ReadFrame::number).containsExactly(7L);
        assertThat(capture.problemTexts())
                .containsExactly(
                        "interface 0 does not exist; the section has described 0",
                        "interface 7 does not exist; the section has described 1",
                        "captured length 65, but the block has room for 64",
                        "captured length 4294967295, but the block has room for 64",
                        "a packet block of 16 octets, expected at least 32",
                        "a packet block of 12 octets, expected at least 16");
        assertThat(capture.summary().problems().get(1).offset()).isEqualTo(second);
        assertThat(capture.summary().problems().get(1).frame()).hasValue(2);
    }

    @Test
    void numbersCustomBlocksAsWiresharkDoes() throws CaptureException {
        ReadRecords capture = read(new PcapngBuilder(LITTLE)
                .ethernet()
                .block(0x0BAD, body -> body.u32(32473))
                .block(0x40000BAD, body -> body.u32(32473))
                .block(0x12345678, body -> body.u32(1))
                .frame(0, 0, FRAME)
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::number).containsExactly(3L);
        assertThat(capture.summary().frames()).isEqualTo(1);
        assertThat(capture.summary().problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 'damaged: block length 0, expected a multiple of 4 from 12 to 16777216'",
        "0, 13, 'damaged: block length 13, expected a multiple of 4 from 12 to 16777216'",
        "0, 4294967292, 'damaged: block length 4294967292, expected a multiple of 4 from 12 to 16777216'",
        "92, 97, 'damaged: block length 96 before the block, 97 after it'",
        "0, 1000, 'cut off: expected a block of 1000 octets, found 192'",
    })
    void passesOverLengthsThatCannotBe(int place, long value, String text) throws CaptureException {
        PcapngBuilder builder = new PcapngBuilder(BIG).ethernet().frame(0, 0, FRAME);
        int second = builder.size();
        byte[] file = builder.frame(0, 0, FRAME).frame(0, 0, FRAME).toOctets();
        byte[] length = new OrderedOctets(BIG).u32(value).toOctets();
        System.arraycopy(length, 0, file, second + (place == 0 ? 4 : place), length.length);

        ReadRecords capture = read(file);

        assertThat(capture.frames()).extracting(ReadFrame::fileOffset).containsExactly(second - 96L, second + 96L);
        assertThat(capture.summary().problems())
                .containsExactly(new CaptureProblem(second, OptionalLong.of(2), text + "; passed over 96 octets"));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void countsTheWholeFramesOfAFileCutAnywhere(ByteOrder order) throws CaptureException {
        PcapngBuilder builder = new PcapngBuilder(order);
        int header = builder.size();
        List<Integer> boundaries = new ArrayList<>(List.of(header));
        boundaries.add(builder.ethernet().size());
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ends.add(builder.frame(0, i, Samples.frame(i, 5 * i)).size());
            ends.add(builder.simple(9, Samples.frame(i, 9)).size());
            boundaries.add(
                    builder.section(-1, options -> options.text(1, "again")).size());
            boundaries.add(builder.ethernet().size());
        }
        boundaries.addAll(ends);
        byte[] file = builder.toOctets();
        for (int length = 0; length <= file.length; length++) {
            int cut = length;
            byte[] start = Arrays.copyOf(file, cut);
            if (cut < Integer.BYTES) {
                assertThatThrownBy(() -> read(start)).isInstanceOf(CaptureException.class);
                continue;
            }
            ReadRecords capture = read(start);
            assertThat(capture.summary().frames())
                    .isEqualTo(ends.stream().filter(end -> end <= cut).count());
            assertThat(capture.summary().problems()).hasSize(boundaries.contains(cut) ? 0 : 1);
        }
    }

    @Test
    void keepsABoundedNumberOfProblems() throws CaptureException {
        PcapngBuilder builder = new PcapngBuilder(LITTLE);
        for (int i = 0; i < 150; i++) {
            builder.frame(0, 0, FRAME);
        }
        ReadRecords capture = read(builder.raw(new byte[] {1, 2, 3}).toOctets());

        assertThat(capture.summary().frames()).isEqualTo(150);
        assertThat(capture.summary().problems()).hasSize(102);
        assertThat(capture.problemTexts().get(100)).isEqualTo("50 more problems up to here");
        assertThat(capture.problemTexts().get(101)).startsWith("cut off: expected a block of 12 octets, found 3");
    }

    @Test
    void readsNothingOfAnUnknownVersion() throws CaptureException {
        byte[] file = new PcapngBuilder(BIG).toOctets();
        file[13] = 2;

        assertThat(read(file).summary().problems())
                .containsExactly(new CaptureProblem(0, OptionalLong.of(1), "damaged: pcapng version 2, expected 1"));
    }

    private static void statistics(OrderedOctets body, int id, long interfaceDropped, long systemDropped) {
        body.u32(id).u64(0);
        body.u16(5).u16(8).u64(interfaceDropped);
        body.u16(7).u16(8).u64(systemDropped);
        body.u32(0);
    }

    private static ReadRecords read(byte[] file) throws CaptureException {
        return ReadRecords.of(new PcapngFormat(), file);
    }
}
