package io.github.espial.report.summary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtcTimeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1970-01-01T00:00:00Z",
        "1795423889891683000, 6, 2026-11-23T08:51:29.891683Z",
        "1795423889891683000, 9, 2026-11-23T08:51:29.891683000Z",
        "-1, 9, 1969-12-31T23:59:59.999999999Z",
        "9223372036854775807, 3, 2262-04-11T23:47:16.854Z",
    })
    void writesTimesAsRfc3339Does(long nanos, int digits, String expected) {
        assertThat(UtcTime.text(nanos, digits)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 s", "39776967000, 39.8 s", "1500000, 0.0015 s", "86400000000000, 86400 s", "30000000000, 30 s"})
    void writesDurationsInSeconds(long nanos, String expected) {
        assertThat(UtcTime.seconds(nanos)).isEqualTo(expected);
    }
}
