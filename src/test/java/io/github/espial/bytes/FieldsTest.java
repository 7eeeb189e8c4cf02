package io.github.espial.bytes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final FieldWriter to = new FieldWriter(octets);

    private FieldReader written() {
        return reader(octets.toByteArray());
    }

    private String hex() {
        return HexFormat.of().formatHex(octets.toByteArray());
    }

    private static FieldReader reader(byte[] octets) {
        return new FieldReader(ByteBuffer.wrap(octets));
    }

    private static FieldReader reader(String hex) {
        return reader(HexFormat.of().parseHex(hex));
    }

    /** Examples of the documentation of Protocol Buffers, whose varints are the same. */
    @ParameterizedTest
    @CsvSource({"0, 00", "1, 01", "127, 7f", "128, 8001", "150, 9601", "300, ac02", "-1, ffffffffffffffffff01"})
    void writesNumbersInGroupsOfSevenBits(long number, String written) throws IOException {
        to.number(number);
        assertThat(hex()).isEqualTo(written);
        assertThat(written().number()).isEqualTo(number);
    }

    /** Likewise. */
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "-1, 01",
        "1, 02",
        "-2, 03",
        "2147483647, feffffff0f",
        "-2147483648, ffffffff0f",
        "-9223372036854775808, ffffffffffffffffff01"
    })
    void writesSignsInTheLowestBit(long number, String written) throws IOException {
        to.signed(number);
        assertThat(hex()).isEqualTo(written);
        assertThat(written().signed()).isEqualTo(number);
    }

    @Test
    void writesAWordOnceInASection() throws IOException {
        to.section(3);
        to.word(5);
        to.word(-1);
        to.word(5);
        to.word(-1);
        to.section(4);
        to.word(5);

        assertThat(hex()).isEqualTo("03" + "0005" + "00ffffffffffffffffff01" + "01" + "02" + "04" + "0005");
        FieldReader from = written();
        from.section(3);
        assertThat(new long[] {from.word(), from.word(), from.word(), from.word()})
                .containsExactly(5, -1, 5, -1);
        from.section(4);
        assertThat(from.word()).isEqualTo(5);
        from.end();
    }

    @Test
    void writesTextsInUtf8() throws IOException {
        to.text("é\0");
        to.flag(true);
        assertThat(hex()).isEqualTo("03c3a900" + "01");
        FieldReader from = written();
        assertThat(from.text()).isEqualTo("é\0");
        assertThat(from.flag()).isTrue();
    }

    @Test
    void refusesEveryShorterLength() throws IOException {
        to.number(1L << 60);
        to.text("text");
        byte[] all = octets.toByteArray();
        for (int length = 0; length < all.length; length++) {
            FieldReader from = reader(Arrays.copyOf(all, length));
            assertThatThrownBy(() -> {
                        from.number();
                        from.text();
                    })
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("damaged before octet ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ffffffffffffffffff02", "ffffffffffffffffffff01", "80808080808080808080808000"})
    void refusesNumbersOfMoreThan64Bits(String written) {
        assertThatThrownBy(() -> reader(written).number()).hasMessageContaining("more than 64 bits");
    }

    @Test
    void asksForNoMoreMemoryThanOctetsCanFill() {
        assertThatThrownBy(() -> reader("ffffffff07").text()).hasMessageContaining("expected 0 at most");
        assertThatThrownBy(() -> reader("03010203").count(100, 2)).hasMessageContaining("3, expected 1 at most");
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        assertThatThrownBy(() -> reader("02").section(1)).hasMessageContaining("section 2, expected 1");
        assertThatThrownBy(() -> reader("01").word()).hasMessageContaining("1, expected 0 at most");
        assertThatThrownBy(() -> reader("02").flag()).hasMessageContaining("2, expected 1 at most");
        assertThatThrownBy(() -> reader("ffffffffffffffffff01").number(Long.MAX_VALUE))
                .hasMessageContaining("18446744073709551615, expected 9223372036854775807 at most");
        assertThatThrownBy(() -> reader("00").end()).hasMessageContaining("1 octets too many");
        reader("").hold(true, "never said");
        assertThatThrownBy(() -> reader("").hold(false, "a thing")).hasMessage("damaged before octet 0: a thing");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsWhatItWrote(long seed) throws IOException {
        long[] numbers = new Random(seed)
                .longs(1000)
                .map(number -> number >> (number & (Long.SIZE - 1)))
                .toArray();
        to.section(1);
        for (long number : numbers) {
            to.number(number);
            to.signed(number);
            to.word(number);
        }
        FieldReader from = written();
        from.section(1);
        for (long number : numbers) {
            assertThat(from.number()).isEqualTo(number);
            assertThat(from.signed()).isEqualTo(number);
            assertThat(from.word()).isEqualTo(number);
        }
        from.end();
    }
}
