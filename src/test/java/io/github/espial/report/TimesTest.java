package io.github.espial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            1793448000123456789,  9, 2026-10-31T12:00:00.123456789Z
            1793448000123456789,  6, 2026-10-31T12:00:00.123456Z
            1793448000999999999,  1, 2026-10-31T12:00:00.9Z
            1793448000123456789,  0, 2026-10-31T12:00:00Z
            1000,                 6, 1970-01-01T00:00:00.000001Z
            0,                    3, 1970-01-01T00:00:00.000Z
            -1,                   9, 1969-12-31T23:59:59.999999999Z
            -9223372036854775808, 6, 1677-09-21T00:12:43.145224Z
            9223372036854775807,  9, 2262-04-11T23:47:16.854775807Z
            """)
    void showsAsManyDigitsAsTold(long nanos, int digits, String shown) {
        assertThat(Times.rfc3339(nanos, digits)).isEqualTo(shown);
    }

    @Test
    void agreesWithTheFormatterOfTheJdk() {
        DateTimeFormatter oracle = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'")
                .withZone(ZoneOffset.UTC);
        long seed = 20_261_031;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1000; i++) {
            long nanos = random.nextLong();
            assertThat(Times.rfc3339(nanos, 9))
                    .as("seed %d, step %d", seed, i)
                    .isEqualTo(oracle.format(Instant.EPOCH.plus(nanos, ChronoUnit.NANOS)));
        }
    }

    @Test
    void refusesDigitsThatNanosecondsLack() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.rfc3339(0, 10))
                .withMessageContaining("10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Times.rfc3339(0, -1))
                .withMessageContaining("-1");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "39776967000, 39.8 s", "1500000, 0.0015 s", "86400000000000, 86400 s", "30000000000, 30 s"})
    void writesDurationsInSeconds(long nanos, String expected) {
        assertThat(Times.seconds(nanos)).isEqualTo(expected);
    }
}
