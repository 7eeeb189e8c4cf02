package io.github.espial.observe.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FirstWordTest {
    @Test
    void tellsEveryPlaceOfACaseApart() {
        for (int place : new int[] {0, 1, 0x7fff, 0x8000, 65_534}) {
            long word = FirstWord.at(place, 0xffff_1234_5678_9abcL);

            assertThat(FirstWord.capture(word)).isEqualTo(place);
            assertThat(word & 0xffff_ffff_ffffL).isEqualTo(0x1234_5678_9abcL);
        }
    }

    @Test
    void takesNoPlaceForAnother() {
        assertThatThrownBy(() -> FirstWord.at(65_535, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FirstWord.at(1 << 24, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
