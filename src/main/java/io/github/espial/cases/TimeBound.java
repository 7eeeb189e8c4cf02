package io.github.espial.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the part of a case begins or ends that is to be looked at: absolute, or counted from the first frame. */
public sealed interface TimeBound {
    /** Nanoseconds since the epoch, saturating, for a case whose first frame is at {@code startNanos}. */
    long nanos(long startNanos);

    /** A time of RFC 3339. */
    record At(Instant time) implements TimeBound {
        @Override
        public long nanos(long startNanos) {
            BigDecimal seconds = BigDecimal.valueOf(time.getEpochSecond());
            return saturated(seconds.movePointRight(9).add(BigDecimal.valueOf(time.getNano())));
        }
    }

    /** A time after the first frame. */
    record AfterStart(long offsetNanos) implements TimeBound {
        @Override
        public long nanos(long startNanos) {
            return saturated(BigDecimal.valueOf(startNanos).add(BigDecimal.valueOf(offsetNanos)));
        }
    }

    /** Reads {@code 2026-10-31T12:00:00Z} or {@code +90s} (ms, s, m, h); throws IllegalArgumentException otherwise. */
    static TimeBound parse(String text) {
        Matcher offset =
                Pattern.compile("\\+(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)").matcher(text);
        if (offset.matches()) {
            long unit = switch (offset.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "m" -> 60_000;
                default -> 3_600_000;
            };
            BigDecimal millis = new BigDecimal(offset.group(1)).multiply(BigDecimal.valueOf(unit));
            return new AfterStart(saturated(millis.movePointRight(6)));
        }
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    text + ": expected a time such as 2026-10-31T12:00:00Z, or +90s from the first frame", e);
        }
    }

    private static long saturated(BigDecimal nanos) {
        return nanos.max(BigDecimal.valueOf(Long.MIN_VALUE))
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
    }
}
