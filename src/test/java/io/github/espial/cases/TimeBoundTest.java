package io.github.espial.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBoundTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:01Z, 1000000000",
        "2026-10-31T12:00:00Z, 1793448000000000000",
        "2026-10-31T13:30:00+01:30, 1793448000000000000",
        "2026-10-31t12:00:00.123456789z, 1793448000123456789",
        "1969-12-31T23:59:59.999999999Z, -1",
        "9999-12-31T23:59:59Z, 9223372036854775807",
        "0001-01-01T00:00:00Z, -9223372036854775808",
        "+0s, 100",
        "+2ms, 2000100",
        "+90s, 90000000100",
        "+1.5m, 90000000100",
        "+2h, 7200000000100",
        "+0.000000001s, 101",
        "+999999999h, 9223372036854775807"
    })
    void isInNanosecondsSinceTheEpoch(String text, long nanos) {
        assertThat(TimeBound.parse(text).nanos(100)).isEqualTo(nanos);
    }
}
