package io.github.espial.correlate.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChanceTest {
    /** Upper tails of the Poisson distribution, as tables print them. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 1",
        "1, 1, 0.6321206",
        "3, 1, 0.0803014",
        "5, 0.3, 0.0000158",
        "10, 10, 0.5420703",
        "20, 10, 0.0034543",
        "3, 0, 0",
        "3, 100000, 1"
    })
    void isTheUpperTail(int count, double mean, double probability) {
        assertThat(Chance.ofAtLeast(count, mean)).isCloseTo(probability, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 2, 0.6321206", "0, 5, 0", "1000, 1, 1"})
    void isThatOfAnyPacket(double perSecond, double seconds, double probability) {
        assertThat(Chance.anyWithin(perSecond, seconds)).isCloseTo(probability, within(1e-7));
    }
}
