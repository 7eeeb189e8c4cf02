package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.espial.bytes.Samples;
import io.github.espial.capture.CaptureException;
import io.github.espial.capture.CaptureProblem;
import io.github.espial.capture.ReadFrame;
import io.github.espial.capture.pcap.PcapBuilder;
import io.github.espial.capture.pcapng.PcapngBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Garbage in a file costs the frames that it touches, and no others. */
class ResynchronisationTest {
    private static final int FRAMES = 20;
    private static final int FRAME = 100;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 15, 16, 17, 100, 1000, 100_000})
    void goesOnAfterGarbageBetweenRecords(int length) throws CaptureException {
        byte[] garbage = new byte[length];
        new Random(length).nextBytes(garbage);
        garbage[0] = (byte) 0xFF;
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            for (Sample sample : List.of(pcap(order), pcapng(order))) {
                for (int before : List.of(1, FRAMES / 2, FRAMES - 1)) {
                    int at = sample.starts.get(before);
                    byte[] file = Damage.replaced(sample.file, at, 0, garbage);

                    ReadCapture capture = ReadCapture.of(file);

                    assertThat(capture.frames())
                            .extracting(ReadFrame::octets)
                            .as("%d octets before frame %d", length, before + 1)
                            .containsAll(sample.octets(0, before))
                            .containsAll(sample.octets(before + (before == FRAMES - 1 ? 1 : 0), FRAMES));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 512, 4096})
    void countsNoFramesInZeros(int length) throws CaptureException {
        for (Sample sample : List.of(pcap(ByteOrder.LITTLE_ENDIAN), pcapng(ByteOrder.LITTLE_ENDIAN))) {
            int at = sample.starts.get(5);
            byte[] file = Damage.replaced(sample.file, at, 0, new byte[length]);

            ReadCapture capture = ReadCapture.of(file);

            assertThat(capture.frames()).extracting(ReadFrame::octets).isEqualTo(sample.octets(0, FRAMES));
            assertThat(capture.summary().problems())
                    .extracting(CaptureProblem::offset, CaptureProblem::frame)
                    .containsExactly(tuple((long) at, OptionalLong.of(6)));
            assertThat(capture.problemTexts().get(0)).endsWith("; passed over " + length + " octets");
        }
    }

    @Test
    void inventsNoFramesInGarbage() throws CaptureException {
        Random random = new Random(1);
        for (int round = 0; round < 100; round++) {
            byte[] garbage = new byte[1 << 16];
            random.nextBytes(garbage);
            garbage[round % 2 == 0 ? 8 : 4] = (byte) 0xFF;
            byte[] header = round % 2 == 0
                    ? PcapBuilder.microseconds(ByteOrder.BIG_ENDIAN).toOctets()
                    : new PcapngBuilder(ByteOrder.BIG_ENDIAN).ethernet().toOctets();

            ReadCapture capture = ReadCapture.of(Damage.replaced(header, header.length, 0, garbage));

            assertThat(capture.frames()).isEmpty();
            assertThat(capture.problemTexts().get(0)).endsWith("; 65536 octets were not read");
        }
    }

    /** A whole file, and where its records start. */
    private static final class Sample {
        private final byte[] file;
        private final List<Integer> starts;

        Sample(byte[] file, List<Integer> starts) {
            this.file = file;
            this.starts = starts;
        }

        List<String> octets(int from, int to) {
            List<String> octets = new ArrayList<>();
            for (int i = from; i < to; i++) {
                octets.add(Samples.hex(frame(i)));
            }
            return octets;
        }
    }

    private static byte[] frame(int number) {
        byte[] frame = new byte[FRAME];
        Arrays.fill(frame, (byte) (0x80 + number));
        return frame;
    }

    private static Sample pcap(ByteOrder order) {
        PcapBuilder builder = PcapBuilder.microseconds(order);
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            starts.add(builder.size());
            builder.frame(1_700_000_000L + i, i, frame(i));
        }
        return new Sample(builder.toOctets(), starts);
    }

    private static Sample pcapng(ByteOrder order) {
        PcapngBuilder builder = new PcapngBuilder(order).ethernet();
        List<Integer> starts = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            starts.add(builder.size());
            builder.frame(0, i, frame(i));
        }
        return new Sample(builder.toOctets(), starts);
    }
}
