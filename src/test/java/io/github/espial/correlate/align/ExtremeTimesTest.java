package io.github.espial.correlate.align;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Captures whose clocks are wrong by centuries are not aligned")
class ExtremeTimesTest {
    private static final int PACKETS = 400;

    @ParameterizedTest
    @CsvSource({
        "0,9223372036854775807,0,9223372036854775807",
        "-9223372036854775808,9223372036854775807,0,9223372036854775807",
        "-9223372036854775808,0,0,9223372036854775807",
        "-9223372036854775808,9223372036854775807,-9223372036854775808,9223372036854775807",
        "9223372036854775000,9223372036854775807,-9223372036854775808,-9223372036854775000"
    })
    void tellsNothingOfTheirClocks(long espFirst, long espLast, long clearFirst, long clearLast) {
        PacketColumns esp = packets(espFirst, espLast, true);
        PacketColumns clear = packets(clearFirst, clearLast, false);

        assertThat(ClockTrack.of(esp, clear)).isEmpty();
    }

    /** Evenly from {@code first} to {@code last}, of many lengths, or of the ESP that is made of these. */
    private static PacketColumns packets(long first, long last, boolean isEsp) {
        PacketColumns all = new PacketColumns(PACKETS);
        double step = ((double) last - first) / (PACKETS - 1);
        for (int i = 0; i < PACKETS; i++) {
            long time = i == PACKETS - 1 ? last : (long) (first + i * step);
            int length = 40 + 4 * (i % 50);
            all.add(time, isEsp ? Layouts.ALL.get(0).espLength(length) : length, 0, i, 0);
        }
        return all;
    }
}
