package io.github.espial.capture.etl;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.bytes.StreamOctets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Lz77OctetsTest {
    /** The examples of [MS-XCA] §3.1. */
    private static final String ALPHABET = "3f000000" + "6162636465666768696a6b6c6d6e6f707172737475767778797a";

    private static final String ABC_A_HUNDRED_TIMES = "ffffff1f" + "616263" + "1700" + "0f" + "ff" + "2601";

    @Test
    void expandsTheExamplesOfTheSpecification() throws IOException {
        assertThat(text(expand(hex(ALPHABET), 26))).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(text(expand(hex(ABC_A_HUNDRED_TIMES), 300))).isEqualTo("abc".repeat(100));
    }

    @Test
    void stopsAtTheLengthAskedFor() throws IOException {
        assertThat(text(expand(hex(ABC_A_HUNDRED_TIMES), 7))).isEqualTo("abcabca");
    }

    @Test
    void endsWhereTheStreamIsCutOff() throws IOException {
        byte[] packed = hex(ABC_A_HUNDRED_TIMES);
        for (int length = 0; length < packed.length; length++) {
            byte[] found = expand(Arrays.copyOf(packed, length), 300);
            assertThat("abc".repeat(100)).startsWith(text(found));
            assertThat(found).hasSize(Math.max(0, Math.min(3, length - 4)));
        }
    }

    @Test
    void endsAtAMatchBeforeTheBeginning() throws IOException {
        // 'a', then three octets from two octets back
        assertThat(text(expand(hex("00000040" + "61" + "0800"), 10))).isEqualTo("a");
    }

    @Test
    void endsAtALengthShorterThanItsForm() throws IOException {
        assertThat(text(expand(hex("00000040" + "61" + "0700" + "0f" + "ff" + "1500"), 100)))
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void expandsWhatWasPacked(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] octets = new byte[random.nextInt(6000)];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = i > 40 && random.nextInt(8) > 0 ? octets[i - 1 - (int) (seed * 5)] : (byte) random.nextInt(4);
        }
        assertThat(expand(Lz77Packer.pack(octets), octets.length)).isEqualTo(octets);
    }

    @Test
    void expandsVeryLongMatches() throws IOException {
        for (int length : new int[] {9, 10, 24, 25, 26, 279, 280, 281, 65_538, 65_539, 65_540, 70_000}) {
            byte[] octets = new byte[length + 1];
            assertThat(expand(Lz77Packer.pack(octets), octets.length)).isEqualTo(octets);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesNoise(long seed) throws IOException {
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            assertThat(expand(noise, 10_000).length).isLessThanOrEqualTo(10_000);
        }
    }

    private static byte[] expand(byte[] packed, int length) throws IOException {
        Lz77Octets octets = new Lz77Octets(new StreamOctets(new ByteArrayInputStream(packed)), length);
        ByteBuffer into = ByteBuffer.allocate(length + 1);
        int read;
        do {
            // In small portions, so that matches are interrupted.
            into.limit(Math.min(into.capacity(), into.position() + 7));
            read = into.hasRemaining() ? octets.read(into) : 0;
        } while (read > 0);
        return Arrays.copyOf(into.array(), into.position());
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static String text(byte[] octets) {
        return new String(octets, StandardCharsets.US_ASCII);
    }
}
