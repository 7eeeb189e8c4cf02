package io.github.espial.capture.etl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.ProblemLog;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a trace, it is read to its end, and what is not damaged is found. */
class DamagedTraceTest {
    private static final int BUFFER = 1024;
    private static final int FRAMES = 14;
    private static final byte[] TRACE = EtlBuilder.everyEvent(BUFFER);

    /** No multiple of 8, so that of each octet other bits are flipped: all of them take long. */
    private static final int BITS_BETWEEN_FLIPS = 3;

    @Test
    void survivesACutAtEveryOctet() throws IOException {
        byte[] file = TRACE.clone();
        int before = 0;
        for (int length = 0; length <= file.length; length++) {
            int frames = frames(Arrays.copyOf(file, length));
            assertThat(frames).as("cut at %d", length).isGreaterThanOrEqualTo(before);
            before = frames;
        }
        assertThat(before).isEqualTo(FRAMES);
    }

    @Test
    void survivesFlippedBits() throws IOException {
        byte[] file = TRACE.clone();
        for (int bit = 0; bit < Byte.SIZE * file.length; bit += BITS_BETWEEN_FLIPS) {
            file[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
            assertThat(frames(file)).as("bit %d", bit).isBetween(0, FRAMES + 2);
            file[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void survivesNoiseAndMissingOctets(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            byte[] file = TRACE.clone();
            int place = TraceHeader.END + random.nextInt(file.length - TraceHeader.END);
            int length = Math.min(1 + random.nextInt(64), file.length - place);
            if (round % 2 == 0) {
                for (int i = 0; i < length; i++) {
                    file[place + i] = (byte) (random.nextBoolean() ? random.nextInt() : 0xFF);
                }
            } else {
                System.arraycopy(file, place + length, file, place, file.length - place - length);
                file = Arrays.copyOf(file, file.length - length);
            }
            assertThat(frames(file)).as("seed %d, round %d", seed, round).isLessThanOrEqualTo(FRAMES + 4);
        }
    }

    /** Frames that are found; 0 where the file is not recognised any more. */
    private static int frames(byte[] file) throws IOException {
        if (file.length < EtlReader.HEADER_LENGTH || !EtlReader.isTrace(ByteBuffer.wrap(file), 0)) {
            return 0;
        }
        ReadTrace trace = ReadTrace.of(file);
        assertThat(trace.problems()).hasSizeLessThanOrEqualTo(ProblemLog.MAX_KEPT + 2);
        return trace.frames().size();
    }
}
