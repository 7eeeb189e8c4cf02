package io.github.espial.capture.snoop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.Direction;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDescription;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.net.LinkTypes;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnoopReaderTest {
    private static final byte[] VECTOR = HexFormat.of()
            .parseHex(
                    "736e6f6f70000000" // "snoop"
                            + "0000000200000004" // version 2, Ethernet
                            + "000005ea" // original length 1514
                            + "00000005" // captured length 5
                            + "00000020" // record of 32 octets
                            + "00000007" // 7 frames lost so far
                            + "6553f100" // seconds 1700000000
                            + "0001e240" // microseconds 123456
                            + "deadbeef01000000"); // the frame, padding

    @Test
    void readsAVectorInFull() throws CaptureException {
        ReadRecords capture = read(VECTOR);

        assertThat(capture.summary().file().orElseThrow().format()).isEqualTo(new FormatName("snoop"));
        assertThat(capture.summary().problems()).isEmpty();
        assertThat(capture.summary().interfaces())
                .containsExactly(new CaptureInterface(0, 1, 0, 6, InterfaceDescription.NONE, 1, 1, OptionalLong.of(7)));
        assertThat(capture.frames())
                .containsExactly(new ReadFrame(
                        1, 0, 1, true, 1_700_000_000_123_456_000L, 1514, Direction.UNKNOWN, 16, "deadbeef01"));
    }

    @Test
    void takesTheLastCountOfLostFrames() throws CaptureException {
        ReadRecords capture = read(SnoopBuilder.dataLink(4)
                .record(1, 0, 60, 0, 3, Samples.frame(0, 60))
                .record(2, 0, 60, 0, 9, Samples.frame(1, 60))
                .toOctets());

        assertThat(capture.summary().dropped()).hasValue(9);
    }

    @ParameterizedTest
    @CsvSource({
        "0, ethernet",
        "2, ieee802-5",
        "4, ethernet",
        "8, fddi",
        "9, null",
        "14, null",
        "16, ip-over-fc",
        "18, sunatm",
        "2147483649, raw",
        "2147483653, ipnet"
    })
    void mapsDataLinkTypes(long dataLink, String linkType) throws CaptureException {
        ReadRecords capture = read(SnoopBuilder.dataLink(dataLink)
                .frame(1, 0, Samples.frame(0, 60))
                .toOctets());

        assertThat(LinkTypes.name(capture.frames().get(0).linkType())).isEqualTo(linkType);
        assertThat(capture.summary().problems()).isEmpty();
    }

    @Test
    void countsFramesOfADataLinkTypeWithoutANumber() throws CaptureException {
        ReadRecords capture =
                read(SnoopBuilder.dataLink(5).frame(1, 0, Samples.frame(0, 60)).toOctets());

        assertThat(capture.frames()).extracting(ReadFrame::linkType).containsExactly(LinkTypes.UNKNOWN);
        assertThat(capture.problemTexts())
                .containsExactly("frames of data link type 5 (HDLC) are counted, but not read");
    }

    @Test
    void knowsShomitiByItsVersionOrItsPadding() throws CaptureException {
        byte[] frame = Samples.frame(0, 60);
        byte[] padded = SnoopBuilder.dataLink(10).record(1, 0, 60, 16, 0, frame).toOctets();
        byte[] versioned = SnoopBuilder.version(4, 12).frame(1, 0, frame).toOctets();
        byte[] plain = SnoopBuilder.dataLink(10).frame(1, 0, frame).toOctets();

        assertThat(List.of(linkType(padded), linkType(versioned), linkType(plain)))
                .containsExactly(LinkTypes.ETHERNET, LinkTypes.ETHERNET, LinkTypes.UNKNOWN);
    }

    @Test
    void countsTheWholeFramesOfAFileCutAnywhere() throws CaptureException {
        SnoopBuilder builder = SnoopBuilder.dataLink(4);
        int[] ends = new int[5];
        for (int i = 0; i < ends.length; i++) {
            byte[] frame = Samples.frame(i, 3 * i);
            ends[i] = builder.size() + 24 + frame.length;
            builder.frame(i, i, frame);
        }
        byte[] file = builder.toOctets();
        for (int length = 0; length <= file.length; length++) {
            int cut = length;
            byte[] start = Arrays.copyOf(file, cut);
            if (cut < 16) {
                assertThatThrownBy(() -> read(start)).isInstanceOf(CaptureException.class);
                continue;
            }
            assertThat(read(start).frames()).as("cut to %d", cut).hasSize((int)
                    Arrays.stream(ends).filter(end -> end <= cut).count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4294967295, 4294967295, damaged: captured length 4294967295 in a record of 4294967295 octets",
        "60, 83, damaged: captured length 60 in a record of 83 octets",
        "60, 4294967295, damaged: captured length 60 in a record of 4294967295 octets"
    })
    void stopsAtLengthsThatCannotBe(long captured, long record, String text) throws CaptureException {
        SnoopBuilder builder = SnoopBuilder.dataLink(4).frame(1, 0, Samples.frame(0, 10));
        int damaged = builder.size();
        byte[] file = builder.record(60, captured, record, 0, 2, 0)
                .octets(new byte[100])
                .toOctets();

        ReadRecords capture = read(file);

        assertThat(capture.summary().frames()).isEqualTo(1);
        assertThat(capture.summary().problems()).containsExactly(new CaptureProblem(damaged, OptionalLong.of(2), text));
    }

    @Test
    void notesAnUnknownVersion() throws CaptureException {
        ReadRecords capture = read(
                SnoopBuilder.version(7, 4).frame(1, 0, Samples.frame(0, 60)).toOctets());

        assertThat(capture.frames()).hasSize(1);
        assertThat(capture.problemTexts()).containsExactly("snoop version 7, expected 2; read as if it were");
    }

    private static int linkType(byte[] file) throws CaptureException {
        return read(file).frames().get(0).linkType();
    }

    private static ReadRecords read(byte[] file) throws CaptureException {
        return ReadRecords.of(new SnoopFormat(), file);
    }
}
