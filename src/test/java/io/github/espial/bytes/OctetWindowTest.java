package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetWindowTest {
    private static final byte[] OCTETS = counting(10_000);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void yieldsEachOctetOnceWhateverIsRequired(long seed) throws IOException {
        Random random = new Random(seed);
        OctetWindow window = new OctetWindow(new StreamOctets(trickling(OCTETS, random)), 0, 16, 512);
        int offset = 0;
        while (offset < OCTETS.length) {
            int wanted = Math.min(1 + random.nextInt(512), OCTETS.length - offset);
            assertThat(window.require(wanted)).as("seed %d", seed).isTrue();
            assertThat(window.offset()).isEqualTo(offset);
            assertThat(window.available()).isGreaterThanOrEqualTo(wanted);
            for (int i = 0; i < wanted; i++) {
                assertThat(window.buffer().get(window.position() + i)).isEqualTo(OCTETS[offset + i]);
            }
            int taken = random.nextInt(wanted + 1);
            window.advance(taken);
            offset += taken;
        }
        assertThat(window.require(1)).isFalse();
    }

    @Test
    void refusesMoreThanThereIsAndLosesNothing() throws IOException {
        OctetWindow window = new OctetWindow(new StreamOctets(new ByteArrayInputStream(OCTETS, 0, 5)), 0, 16, 16);

        assertThat(window.require(6)).isFalse();
        assertThat(window.available()).isEqualTo(5);
        assertThat(window.require(5)).isTrue();
    }

    @Test
    void showsTheSameOctetsInBothOrders() throws IOException {
        OctetWindow window = new OctetWindow(new StreamOctets(new ByteArrayInputStream(OCTETS)), 0, 4, 64);

        assertThat(window.require(40)).isTrue();
        assertThat(window.buffer().getInt(1)).isEqualTo(0x01020304);
        assertThat(window.buffer(ByteOrder.BIG_ENDIAN).getInt(1)).isEqualTo(0x01020304);
        assertThat(window.buffer(ByteOrder.LITTLE_ENDIAN).getInt(1)).isEqualTo(0x04030201);
    }

    @Test
    void takesNoMemoryForOctetsThatAreNotThere() throws IOException {
        OctetWindow window = new OctetWindow(new StreamOctets(new ByteArrayInputStream(OCTETS, 0, 20)), 0, 16, 1 << 30);

        assertThat(window.require(1 << 30)).isFalse();
        assertThat(window.buffer().capacity()).isEqualTo(32);
    }

    @Test
    void refusesToGrowBeyondItsLimit() {
        OctetWindow window = new OctetWindow(new StreamOctets(new ByteArrayInputStream(OCTETS)), 0, 16, 64);

        assertThatThrownBy(() -> window.require(65)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void startsAtAnOffsetOfAFile() throws IOException {
        Path path = Files.write(folder.resolve("octets"), OCTETS);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            OctetWindow window = new OctetWindow(new RangeOctets(PositionedOctets.of(file), 100, 200), 100, 16, 64);

            assertThat(window.require(2)).isTrue();
            assertThat(window.buffer().get(window.position())).isEqualTo(OCTETS[100]);
            assertThat(window.skip(90)).isEqualTo(90);
            assertThat(window.offset()).isEqualTo(190);
            assertThat(window.require(10)).isTrue();
            assertThat(window.buffer().get(window.position())).isEqualTo(OCTETS[190]);
            assertThat(window.require(11)).isFalse();
            assertThat(window.skip(Long.MAX_VALUE)).isEqualTo(10);
            assertThat(window.offset()).isEqualTo(200);
        }
    }

    @Test
    void endsEarlyWhenItsFileShrinks() throws IOException {
        Path path = Files.write(folder.resolve("octets"), OCTETS);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            OctetWindow window =
                    new OctetWindow(new RangeOctets(PositionedOctets.of(file), 0, OCTETS.length), 0, 16, 64);
            assertThat(window.require(16)).isTrue();
            file.truncate(40);
            window.advance(16);

            assertThat(window.require(24)).isTrue();
            window.advance(24);
            assertThat(window.require(1)).isFalse();
            assertThat(window.skip(100)).isZero();
        }
    }

    @Test
    void skipsInStreamsThatSkipNothing() throws IOException {
        OctetWindow window = new OctetWindow(new StreamOctets(trickling(OCTETS, new Random(4))), 0, 16, 64);

        assertThat(window.skip(9_990)).isEqualTo(9_990);
        assertThat(window.require(10)).isTrue();
        assertThat(window.buffer().get(window.position())).isEqualTo(OCTETS[9_990]);
        assertThat(window.skip(11)).isEqualTo(10);
    }

    private static byte[] counting(int length) {
        byte[] octets = new byte[length];
        for (int i = 0; i < length; i++) {
            octets[i] = (byte) i;
        }
        return octets;
    }

    /** A stream that yields a few octets at a time, and never skips. */
    private static InputStream trickling(byte[] octets, Random random) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] into, int start, int length) {
                return super.read(into, start, Math.min(length, 1 + random.nextInt(100)));
            }

            @Override
            public synchronized long skip(long count) {
                return 0;
            }
        };
    }
}
