package io.github.espial.esp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTallyTest {
    @ParameterizedTest
    @CsvSource({"16, 16, 12", "16, 16, 16", "16, 16, 24", "8, 8, 12", "8, 4, 16"})
    void findsTheAlignmentAndTheLayoutAmongOthers(int ivLength, int alignment, int icvLength) {
        Layout layout = new Layout(ivLength, alignment, icvLength);
        LengthTally tally = new LengthTally();
        new Random(3).ints(50, 40, 1400).forEach(inner -> tally.take(layout.espLength(inner)));
        LengthEstimate estimate = tally.estimate().orElseThrow();
        assertThat(estimate.alignment()).isEqualTo(alignment);
        assertThat(estimate.confidence()).isGreaterThan(0.99);
        assertThat(estimate.layouts()).contains(layout);
    }

    @Test
    void saysNothingFromOneLength() {
        LengthTally tally = new LengthTally();
        tally.take(104);
        tally.take(104);
        assertThat(tally.estimate()).isEmpty();
    }

    @Test
    void saysNothingOfLengthsThatNoTransformGives() {
        LengthTally tally = new LengthTally();
        tally.take(101);
        tally.take(102);
        assertThat(tally.estimate()).isEmpty();
    }

    @Test
    void mergesToTheSame() {
        LengthTally left = new LengthTally();
        LengthTally right = new LengthTally();
        LengthTally whole = new LengthTally();
        for (int length = 52; length < 500; length += 16) {
            (length % 32 == 4 ? left : right).take(length);
            whole.take(length);
        }
        left.merge(right);
        assertThat(left.estimate()).isEqualTo(whole.estimate());
    }

    /** RFC 4303 by hand: 8 header, 16 IV, 40 + 2 up to 48, 12 ICV. */
    @Test
    void computesLengths() {
        assertThat(new Layout(16, 16, 12).espLength(40)).isEqualTo(84);
        assertThat(new Layout(8, 4, 16).espLength(84)).isEqualTo(120);
    }
}
