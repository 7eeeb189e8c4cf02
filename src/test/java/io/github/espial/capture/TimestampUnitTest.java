package io.github.espial.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampUnitTest {
    private static final BigInteger LONG_MAX = BigInteger.valueOf(Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({
        "0,    1700000000,          0, 1700000000000000000, 0",
        "3,    1700000000123,       0, 1700000000123000000, 3",
        "6,    1700000000123456,    0, 1700000000123456000, 6",
        "9,    1700000000123456789, 0, 1700000000123456789, 9",
        "12,   1700000000123,       0, 1700000000, 12",
        "-118, 1740800000512,       0, 1700000000500000000, 4",
        "-128, 1700000000,          0, 1700000000000000000, 0",
        "6,    123456,     1700000000, 1700000000123456000, 6",
        "6,    0,                  -1, -1000000000, 6",
    })
    void readsResolutionAndOffset(byte resolution, long units, long offsetSeconds, long nanos, int digits) {
        TimestampUnit unit = new TimestampUnit(resolution, offsetSeconds);

        assertThat(unit.nanos(units)).isEqualTo(nanos);
        assertThat(unit.digits()).isEqualTo(digits);
    }

    @Test
    void agreesWithUnboundedArithmeticForEveryResolution() {
        Random random = new Random(20);
        for (int resolution = Byte.MIN_VALUE; resolution <= Byte.MAX_VALUE; resolution++) {
            TimestampUnit unit = new TimestampUnit((byte) resolution, 0);
            for (int i = 0; i < 200; i++) {
                long units = i == 0 ? -1 : random.nextLong() >>> random.nextInt(Long.SIZE);
                assertThat(unit.nanos(units))
                        .as("resolution %d, units %s", resolution, Long.toUnsignedString(units))
                        .isEqualTo(expected(resolution, units));
            }
        }
    }

    @Test
    void saturatesOffsets() {
        assertThat(new TimestampUnit((byte) 6, Long.MAX_VALUE).nanos(1)).isEqualTo(Long.MAX_VALUE);
        assertThat(new TimestampUnit((byte) 6, Long.MIN_VALUE).nanos(0)).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturating.add(Long.MIN_VALUE, -1)).isEqualTo(Long.MIN_VALUE);
        assertThat(Saturating.add(-1, 1)).isZero();
    }

    private static long expected(int resolution, long units) {
        int exponent = resolution & 0x7F;
        BigInteger perSecond = resolution < 0 ? BigInteger.TWO.pow(exponent) : BigInteger.TEN.pow(exponent);
        return new BigInteger(Long.toUnsignedString(units))
                .multiply(BigInteger.TEN.pow(9))
                .divide(perSecond)
                .min(LONG_MAX)
                .longValueExact();
    }
}
