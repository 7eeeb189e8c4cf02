package io.github.espial.report.words;

import io.github.espial.report.Times;

/** Spans of time. */
final class TimeWords {
    private TimeWords() {}

    /** From when to when, both in nanoseconds since the epoch. */
    static String range(long firstNanos, long lastNanos, int digits) {
        return Times.rfc3339(firstNanos, digits) + " to " + Times.rfc3339(lastNanos, digits);
    }
}
