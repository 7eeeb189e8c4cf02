package io.github.espial.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpiTest {
    @ParameterizedTest
    @CsvSource({"0, 0x00000000", "256, 0x00000100", "3234359409, 0xc0c86871", "4294967295, 0xffffffff"})
    void writesEightDigits(long value, String text) {
        assertThat(new Spi(value)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 32})
    void refusesMoreThan32Bits(long value) {
        assertThatThrownBy(() -> new Spi(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ordersAsUnsigned() {
        assertThat(new Spi(0x7fff_ffffL)).isLessThan(new Spi(0x8000_0000L));
    }
}
