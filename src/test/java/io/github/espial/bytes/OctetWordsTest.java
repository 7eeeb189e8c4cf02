package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetWordsTest {
    private static ByteBuffer memory(int octets, boolean isDirect) {
        byte[] random = new byte[octets];
        new Random(octets).nextBytes(random);
        ByteBuffer memory = isDirect ? ByteBuffer.allocateDirect(octets) : ByteBuffer.allocate(octets);
        memory.duplicate().put(random);
        return memory;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 100})
    void areThoseOfTheMemoryAtEveryIndexAndNoFurther(int octets) {
        for (boolean isDirect : new boolean[] {true, false}) {
            ByteBuffer memory = memory(octets, isDirect);
            OctetWords words = new OctetWords(memory);
            ByteBuffer expected = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN);

            for (int index = 0; index <= octets - Long.BYTES; index++) {
                assertThat(words.at(index)).isEqualTo(expected.getLong(index));
            }
            for (int outside : new int[] {Math.max(0, octets - Long.BYTES + 1), octets, Integer.MAX_VALUE, -1, -8}) {
                assertThatThrownBy(() -> words.at(outside)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void heedNeitherPositionNorLimitNorOrderAndSeeWhatIsWrittenLater(boolean isDirect) {
        ByteBuffer memory = memory(32, isDirect);
        OctetWords words = new OctetWords(memory.position(9).limit(12));

        memory.clear().put(3, (byte) 1).put(10, (byte) 2);

        assertThat(words.at(3) & 0xff).isEqualTo(1);
        assertThat(words.at(3) >>> 56).isEqualTo(2);
    }
}
