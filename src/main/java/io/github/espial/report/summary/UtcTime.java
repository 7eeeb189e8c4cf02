package io.github.espial.report.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Times and durations in reports. */
final class UtcTime {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private UtcTime() {}

    /**
     * A time as RFC 3339 writes it, UTC.
     *
     * @param nanos since the epoch
     * @param digits of the fraction of a second, 0 to 9
     */
    static String text(long nanos, int digits) {
        DateTimeFormatterBuilder format = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd'T'HH:mm:ss");
        if (digits > 0) {
            format.appendFraction(ChronoField.NANO_OF_SECOND, digits, digits, true);
        }
        DateTimeFormatter utc =
                format.appendLiteral('Z').toFormatter(Locale.ROOT).withZone(ZoneOffset.UTC);
        return utc.format(
                Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND)));
    }

    /** A duration in seconds with three significant digits, or all digits of whole seconds. */
    static String seconds(long nanos) {
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9);
        BigDecimal rounded = nanos >= 1000 * NANOS_PER_SECOND
                ? BigDecimal.valueOf(nanos / NANOS_PER_SECOND)
                : seconds.round(new MathContext(3)).stripTrailingZeros();
        return rounded.toPlainString() + " s";
    }
}
