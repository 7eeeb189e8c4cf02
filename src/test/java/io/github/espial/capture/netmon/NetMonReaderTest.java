package io.github.espial.capture.netmon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.net.LinkTypes;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetMonReaderTest {
    /** 2005-07-17T00:00:46.019Z. */
    private static final long START = 1_121_558_446_019_000_000L;

    /** FILETIME of the same, and a tenth of a microsecond. */
    private static final long FILE_TIME = 116_444_736_000_000_000L + START / 100 + 1;

    private static final byte[] FRAME = Samples.frame(1, 60);

    private static ReadRecords read(byte[] file) throws CaptureException {
        return ReadRecords.of(new NetMonFormat(), file);
    }

    @Test
    void readsAVectorInFull() throws IOException {
        byte[] file = HexFormat.of()
                .parseHex(
                        "474d425500020100" // "GMBU", version 2.0, Ethernet
                                + "d507070000001100" // 2005, July, Sunday, 17th
                                + "000000002e001300" // 00:00:46.019
                                + "9400000004000000" // table of one entry at 148
                                + "00".repeat(96)
                                + "d003000000000000" // 976 microseconds
                                + "ea050000" // original length 1514
                                + "04000000" // captured length 4
                                + "deadbeef"
                                + "80000000"); // frame at 128

        ReadRecords capture = read(file);

        assertThat(capture.summary().file().orElseThrow().format()).isEqualTo(new FormatName("netmon-2"));
        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.frames())
                .containsExactly(
                        new ReadFrame(1, 0, 1, true, START + 976_000, 1514, Direction.UNKNOWN, 128, "deadbeef"));
    }

    @Test
    void readsMillisecondsOfTheFirstVersion() throws IOException {
        ReadRecords capture = read(NetMonBuilder.version(1, 1)
                .record(0xFFFF_FFFFL, 0xFFFF, FRAME, 1, 0)
                .toOctets());

        assertThat(capture.summary().file().orElseThrow().format()).isEqualTo(new FormatName("netmon-1"));
        assertThat(capture.frames()).extracting(ReadFrame::nanos).containsExactly(START + 4_294_967_295_000_000L);
        assertThat(capture.frames()).extracting(ReadFrame::originalLength).containsExactly(65_535L);
        assertThat(capture.summary().interfaces().get(0).timestampDigits()).isEqualTo(3);
    }

    @Test
    void letsFramesPassBeforeTheStart() throws IOException {
        // A tenth of 2^64, less one: ten times that is -10 units of 100 nanoseconds, as 64 bits with a sign.
        long microsBefore = Long.divideUnsigned(-10, 10);

        assertThat(read(NetMonBuilder.version(2, 0).frame(microsBefore, FRAME).toOctets())
                        .frames())
                .extracting(ReadFrame::nanos)
                .allSatisfy(nanos -> assertThat(nanos).isBetween(START - 2000, START));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void readsWhatFollowsAFrame(int minor) throws IOException {
        ReadRecords capture = read(NetMonBuilder.version(2, minor)
                .record(1, 60, FRAME, minor == 0 ? 1 : 9, FILE_TIME)
                .record(2, 60, FRAME, 1, FILE_TIME)
                .toOctets());

        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.frames()).extracting(ReadFrame::linkType).containsExactly(minor == 0 ? 1 : LinkTypes.RAW, 1);
        assertThat(capture.frames())
                .extracting(ReadFrame::nanos)
                .containsExactly(minor == 3 ? START + 100 : START + 1000, minor == 3 ? START + 100 : START + 2000);
        assertThat(capture.frames()).extracting(ReadFrame::octets).containsOnly(Samples.hex(FRAME));
    }

    @ParameterizedTest
    @CsvSource({
        "0, ethernet",
        "1, ethernet",
        "2, ieee802-5",
        "3, fddi",
        "7, raw",
        "8, raw",
        "9, raw",
        "57345, ethernet",
        "57457, linux-sll",
        "57472, ieee802-11"
    })
    void mapsMediaTypes(int medium, String linkType) throws IOException {
        ReadRecords capture =
                read(NetMonBuilder.version(2, 1).record(1, 60, FRAME, medium, 0).toOctets());

        assertThat(LinkTypes.name(capture.frames().get(0).linkType())).isEqualTo(linkType);
        assertThat(capture.frames().get(0).octets()).isEqualTo(Samples.hex(FRAME));
    }

    @Test
    void takesItsOwnHeaderFromWifiFrames() throws IOException {
        byte[] wifi = new byte[32 + 5];
        wifi[0] = 2;
        wifi[1] = 32;
        wifi[36] = 77;

        ReadRecords capture = read(NetMonBuilder.version(2, 1)
                .record(1, 1037, wifi, 6, 0)
                .record(2, 2, new byte[2], 6, 0)
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::octets).containsExactly("000000004d", "");
        assertThat(capture.frames()).extracting(ReadFrame::originalLength).containsExactly(1005L, 0L);
        assertThat(capture.frames()).extracting(ReadFrame::linkType).containsOnly(LinkTypes.IEEE802_11);
    }

    @Test
    void deliversNoNotesAndNumbersThemAsWiresharkDoes() throws IOException {
        ReadRecords capture = read(NetMonBuilder.version(2, 3)
                .record(0, 60, FRAME, 0xFFFB, FILE_TIME)
                .record(0, 60, FRAME, 0xFFFD, FILE_TIME)
                .record(0, 60, FRAME, 1, FILE_TIME)
                .record(0, 60, FRAME, 0xFFE0, FILE_TIME)
                .record(0, 60, FRAME, 0xFFFC, FILE_TIME)
                .record(0, 60, FRAME, 0xFFFE, FILE_TIME)
                .record(0, 60, FRAME, 0xFFFF, FILE_TIME)
                .record(0, 60, FRAME, 1, FILE_TIME)
                .toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::number).containsExactly(2L, 5L);
        assertThat(capture.summary().frames()).isEqualTo(2);
    }

    @Test
    void countsFramesOfMediaItDoesNotKnowAndSaysSoOnce() throws IOException {
        ReadRecords capture = read(NetMonBuilder.version(2, 1)
                .record(0, 60, FRAME, 5, 0)
                .record(0, 60, FRAME, 1, 0)
                .record(0, 60, FRAME, 0xE083, 0)
                .toOctets());

        assertThat(capture.frames())
                .extracting(ReadFrame::linkType)
                .containsExactly(LinkTypes.UNKNOWN, LinkTypes.ETHERNET, LinkTypes.UNKNOWN);
        assertThat(capture.problemTexts())
                .containsExactly("frames of media type 5 are counted, but not read (said once)");
    }

    @Test
    void goesByTheTableWhateverLiesBetweenAndInWhichOrder() throws IOException {
        NetMonBuilder builder = NetMonBuilder.version(2, 0)
                .hole(3)
                .frame(1, FRAME)
                .hole(200_000)
                .frame(2, FRAME);
        builder.hole(1_500_000).frame(3, FRAME);
        byte[] backwards = builder.toOctets(builder.offset(2), builder.offset(0), builder.offset(1));

        assertThat(read(builder.toOctets()).frames())
                .extracting(frame -> frame.nanos() - START)
                .containsExactly(1000L, 2000L, 3000L);
        assertThat(read(backwards).frames())
                .extracting(frame -> frame.nanos() - START)
                .containsExactly(3000L, 1000L, 2000L);
        assertThat(read(backwards).problemTexts()).isEmpty();
    }

    @Test
    void goesOnAfterAFrameThatCannotBe() throws IOException {
        NetMonBuilder builder = NetMonBuilder.version(2, 0).frame(1, FRAME).frame(2, FRAME);
        byte[] file = builder.toOctets(builder.offset(0), 0xFFFF_FFF0L, 0, builder.offset(1));

        ReadRecords capture = read(file);

        assertThat(capture.frames()).extracting(ReadFrame::number).containsExactly(1L, 4L);
        assertThat(capture.problemTexts())
                .containsExactly(
                        "cut off: expected a frame header of 16 octets",
                        "damaged: captured length 1114112 exceeds 262144");
    }

    @Test
    void readsFramesAsTheyLieWhereTheTableIsCutOff() throws IOException {
        NetMonBuilder builder = NetMonBuilder.version(2, 2);
        int[] ends = new int[4];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = builder.frame(i, Samples.frame(i, 10 * i)).size();
        }
        byte[] file = builder.toOctets();
        for (int length = 0; length < file.length; length++) {
            int cut = length;
            byte[] start = Arrays.copyOf(file, cut);
            if (cut < 32) {
                assertThatThrownBy(() -> read(start)).isInstanceOf(CaptureException.class);
                continue;
            }
            ReadRecords capture = read(start);
            assertThat(capture.frames()).as("cut to %d", cut).hasSize((int)
                    Arrays.stream(ends).filter(end -> end <= cut).count());
            assertThat(capture.problemTexts().get(0)).startsWith("the frame table is not in the file");
        }
    }

    @Test
    void givesFramesNoTimeWhereTheStartIsNone() throws IOException {
        byte[] file = NetMonBuilder.startingAt(2, 0, 1, 2005, 13, 0, 17, 0, 0, 46, 19)
                .frame(1, FRAME)
                .toOctets();

        ReadRecords capture = read(file);

        assertThat(capture.frames()).extracting(ReadFrame::hasTime).containsExactly(false);
        assertThat(capture.problemTexts()).containsExactly("the start of the capture is no time: the frames have none");
    }

    @Test
    void refusesOtherVersions() {
        assertThatThrownBy(() -> read(NetMonBuilder.version(3, 1).toOctets()))
                .hasMessageEndingWith("Network Monitor version 3.1, expected 1 or 2");
    }
}
