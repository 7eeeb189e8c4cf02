package io.github.espial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link BigDecimal}. */
class DecimalsTest {
    private static final int ROUNDS = 100_000;

    private static String rounded(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.toPlainString();
    }

    private static String percentage(double share, int digits) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(digits, RoundingMode.FLOOR)
                .toPlainString();
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                0.5,
                0.05,
                0.15,
                0.25,
                0.575,
                0.565,
                1.005,
                0.99995,
                0.99985,
                4.0,
                123_456_789.125,
                -2.345,
                -0.00004,
                1e-3,
                5e-5,
                1.5e-4,
                4.9e-324,
                1e-300,
                0.1 + 0.2
            })
    void roundAsBigDecimalDoes(double value) {
        for (int digits = 1; digits <= 9; digits++) {
            assertThat(Decimals.rounded(value, digits)).isEqualTo(rounded(value, digits));
        }
    }

    @Test
    void roundAnythingAsBigDecimalDoes() {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(26) - 17);
            // Decimals of few digits, among which are those in the middle of two others.
            double few = random.nextInt(2_000_000) / Math.pow(10, random.nextInt(7));
            int digits = 1 + random.nextInt(4);
            assertThat(Decimals.rounded(value, digits)).isEqualTo(rounded(value, digits));
            assertThat(Decimals.rounded(few, digits)).isEqualTo(rounded(few, digits));
        }
    }

    private static String significant(long number, int scale, int digits) {
        return BigDecimal.valueOf(number, scale)
                .round(new MathContext(digits))
                .stripTrailingZeros()
                .toPlainString();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                99,
                995,
                9_995,
                99_949,
                99_950,
                1_000,
                12_493_000,
                999_500_000,
                999_499_999,
                -12_350,
                1_000_000_000L,
                999_999_999_999L,
                Long.MAX_VALUE / 2,
                -Long.MAX_VALUE / 2
            })
    void keepTheFirstDigitsAsBigDecimalDoes(long number) {
        for (int digits = 1; digits <= 4; digits++) {
            assertThat(Decimals.significant(number, 9, digits)).isEqualTo(significant(number, 9, digits));
        }
    }

    @Test
    void keepTheFirstDigitsOfAnythingAsBigDecimalDoes() {
        Random random = new Random(9);
        for (int i = 0; i < ROUNDS; i++) {
            long number = random.nextLong() >> random.nextInt(63);
            int digits = 1 + random.nextInt(4);
            assertThat(Decimals.significant(number, 9, digits)).isEqualTo(significant(number, 9, digits));
        }
    }

    @Test
    void tellSharesAsBigDecimalDoes() {
        Random random = new Random(8);
        for (int i = 0; i < ROUNDS; i++) {
            double share = 1 - Math.pow(10, -random.nextInt(17)) * random.nextDouble();
            assertThat(Decimals.percentage(share, 1)).isEqualTo(percentage(share, 1));
        }
        assertThat(Decimals.percentage(1, 1)).isEqualTo("100.0");
        assertThat(Decimals.percentage(Math.nextDown(1.0), 1)).isEqualTo("99.9");
        assertThat(Decimals.percentage(0, 1)).isEqualTo("0.0");
    }
}
