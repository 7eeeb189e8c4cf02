package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionedOctetsTest {
    private static final byte[] OCTETS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

    @TempDir
    private Path folder = Path.of("");

    @Test
    void areReadAtAnyPositionOfAFileAndOfMemory() throws IOException {
        Path path = Files.write(folder.resolve("octets"), OCTETS);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer within =
                    ByteBuffer.allocate(14).put(2, OCTETS).position(2).limit(12);
            for (PositionedOctets octets : List.of(PositionedOctets.of(file), PositionedOctets.of(within))) {
                assertThat(octets.size()).isEqualTo(10);
                assertThat(read(octets, 7, 2)).containsExactly(7, 8);
                assertThat(read(octets, 0, 1)).containsExactly(0);
                assertThat(read(octets, 7, 9)).containsExactly(7, 8, 9);
                assertThat(read(octets, 10, 1)).isEmpty();
                assertThat(read(octets, 1L << 40, 1)).isEmpty();
            }
            assertThat(file.position()).isZero();
            assertThat(within.position()).isEqualTo(2);
        }
    }

    @Test
    void areReadInRangesThatKnowNothingOfEachOther() throws IOException {
        PositionedOctets octets = PositionedOctets.of(ByteBuffer.wrap(OCTETS));
        RangeOctets one = new RangeOctets(octets, 2, 6);
        RangeOctets other = new RangeOctets(octets, 4, 20);

        assertThat(read(one, 3)).containsExactly(2, 3, 4);
        assertThat(read(other, 3)).containsExactly(4, 5, 6);
        assertThat(one.position()).isEqualTo(5);
        assertThat(read(one, 3)).containsExactly(5);
        assertThat(read(one, 3)).isEmpty();
        assertThat(other.skip(2)).isEqualTo(2);
        assertThat(other.skip(2)).isEqualTo(1);
        assertThat(read(other, 3)).isEmpty();
        assertThatThrownBy(() -> new RangeOctets(octets, 3, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] read(PositionedOctets octets, long position, int room) throws IOException {
        ByteBuffer into = octets.allocate(room);
        int read = octets.read(position, into);
        assertThat(into.position()).isEqualTo(read);
        return content(into);
    }

    private static byte[] read(RangeOctets range, int room) throws IOException {
        ByteBuffer into = range.allocate(room);
        range.read(into);
        return content(into);
    }

    private static byte[] content(ByteBuffer into) {
        byte[] octets = new byte[into.capacity()];
        into.get(0, octets);
        return Arrays.copyOf(octets, into.position());
    }
}
