package io.github.espial.report;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as reports show them: RFC 3339 in UTC, with as many digits of a second's fraction as the capture tells. */
public final class Times {
    private static final int NANO_DIGITS = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private Times() {}

    /**
     * A time such as {@code 2026-10-31T12:00:00.123456Z}. Put together by hand: a formatter would load some hundred
     * classes for it.
     *
     * @param nanos nanoseconds since the epoch, negative before it
     * @param digits digits of the fraction, 0 to 9; further ones are cut off
     */
    public static String rfc3339(long nanos, int digits) {
        if (digits < 0 || digits > NANO_DIGITS) {
            throw new IllegalArgumentException("not a number of fraction digits of nanoseconds: " + digits);
        }
        int fraction = (int) Math.floorMod(nanos, NANOS_PER_SECOND);
        LocalDateTime time =
                LocalDateTime.ofEpochSecond(Math.floorDiv(nanos, NANOS_PER_SECOND), fraction, ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(32);
        append(text, time.getYear(), 4).append('-');
        append(text, time.getMonthValue(), 2).append('-');
        append(text, time.getDayOfMonth(), 2).append('T');
        append(text, time.getHour(), 2).append(':');
        append(text, time.getMinute(), 2).append(':');
        append(text, time.getSecond(), 2);
        if (digits > 0) {
            append(text.append('.'), fraction, NANO_DIGITS).setLength(text.length() - NANO_DIGITS + digits);
        }
        return text.append('Z').toString();
    }

    /** A duration in seconds with three significant digits, or all digits of whole seconds. */
    public static String seconds(long nanos) {
        String seconds = nanos >= 1000 * NANOS_PER_SECOND
                ? Long.toString(nanos / NANOS_PER_SECOND)
                : Decimals.significant(nanos, NANO_DIGITS, 3);
        return seconds + " s";
    }

    private static StringBuilder append(StringBuilder text, int number, int width) {
        String decimal = Integer.toString(number);
        return text.append("0".repeat(width - decimal.length())).append(decimal);
    }
}
