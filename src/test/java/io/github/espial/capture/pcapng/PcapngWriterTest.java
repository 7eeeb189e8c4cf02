package io.github.espial.capture.pcapng;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.bytes.ArrayOctets;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureComment;
import io.github.espial.capture.CaptureInterface;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.CaptureOctets;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.ReadRecords;
import io.github.espial.capture.RecordReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcapngWriterTest {
    private static final long TIME = 1_700_000_000_123_456L;

    @Test
    void keepsFramesTimesLengthsAndDirections() throws IOException {
        byte[] file = new PcapngBuilder(ByteOrder.LITTLE_ENDIAN)
                .interfaceOf(1, 96, options -> options.text(2, "eth0").text(3, "outside"))
                .interfaceOf(113, 0, options -> options.octets(9, new byte[] {9}))
                .enhanced(0, TIME, 61, 100, Samples.frame(1, 61), options -> options.u32(2, 1))
                .enhanced(1, TIME * 1000 + 789, 60, 60, Samples.frame(2, 60), options -> options.u32(2, 2))
                .enhanced(0, TIME + 1, 3, 3, Samples.frame(3, 3), options -> {})
                .toOctets();
        ReadRecords before = ReadRecords.of(new PcapngFormat(), file);
        ReadRecords after = ReadRecords.of(new PcapngFormat(), copy(file, before, number -> number));
        assertThat(after.summary().problems()).isEmpty();
        assertThat(after.frames())
                .extracting(PcapngWriterTest::told)
                .isEqualTo(before.frames().stream().map(PcapngWriterTest::told).toList());
        assertThat(after.summary().interfaces())
                .extracting(
                        CaptureInterface::linkType,
                        CaptureInterface::snapLength,
                        CaptureInterface::timestampDigits,
                        CaptureInterface::name)
                .isEqualTo(before.summary().interfaces().stream()
                        .map(one -> tuple(one.linkType(), one.snapLength(), one.timestampDigits(), one.name()))
                        .toList());
    }

    @Test
    void commentsOnTheSectionAndOnFrames() throws IOException {
        byte[] file = new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                .ethernet()
                .frame(0, TIME, Samples.frame(1, 60))
                .frame(0, TIME, Samples.frame(2, 61))
                .toOctets();
        ReadRecords before = ReadRecords.of(new PcapngFormat(), file);
        ReadRecords after = ReadRecords.of(new PcapngFormat(), copy(file, before, comment -> comment));
        assertThat(after.summary().comments())
                .containsExactly(
                        new CaptureComment(0, "on all"), new CaptureComment(1, "on 1"), new CaptureComment(2, "on 2"));
    }

    /** An option's length has 16 bits; half a character would be none. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "€", "😀"})
    void cutsCommentsThatAreTooLong(String character) throws IOException {
        byte[] file = new PcapngBuilder(ByteOrder.BIG_ENDIAN)
                .ethernet()
                .frame(0, TIME, Samples.frame(1, 60))
                .toOctets();
        ReadRecords before = ReadRecords.of(new PcapngFormat(), file);
        String comment = character.repeat(70_000);
        ReadRecords after = ReadRecords.of(new PcapngFormat(), copy(file, before, said -> comment));
        assertThat(after.summary().problems()).isEmpty();
        assertThat(after.summary().comments())
                .allSatisfy(said -> assertThat(comment).startsWith(said.text()));
        assertThat(after.frames()).hasSize(1);
    }

    private static byte[] copy(byte[] file, ReadRecords read, UnaryOperator<String> comment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<CaptureInterface> interfaces = read.summary().interfaces();
        PcapngWriter writer = new PcapngWriter(out, "test", List.of(comment.apply("on all")));
        for (CaptureInterface one : interfaces) {
            writer.add(one);
        }
        OctetWindow window =
                new OctetWindow(ArrayOctets.of(file), 0, OctetWindow.DEFAULT_CAPACITY, 2 * RecordReader.MOST_OCTETS);
        CaptureOctets octets = new CaptureOctets("test", window, ArrayOctets.ranges(file));
        new PcapngFormat().open(octets, new CaptureLedger()).scan(Long.MAX_VALUE, frame -> {
            try {
                writer.add(frame, frame.interfaceId(), List.of(comment.apply("on " + frame.number())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }

    /** All but where it stands in the file. */
    private static List<Object> told(ReadFrame frame) {
        return List.of(
                frame.interfaceId(),
                frame.linkType(),
                frame.nanos(),
                frame.originalLength(),
                frame.direction(),
                frame.octets());
    }
}
